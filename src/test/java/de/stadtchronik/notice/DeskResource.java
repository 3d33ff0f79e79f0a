package de.stadtchronik.notice;

import de.stadtchronik.access.Actor;
import de.stadtchronik.access.Caller;
import de.stadtchronik.access.Role;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says who is asking, to the public as well, and takes something from authors only: what only a test knows. */
@Path("/v1/desk/{type}")
@Produces(MediaType.TEXT_PLAIN)
@IfBuildProperty(name = "test.notices", stringValue = "true")
public class DeskResource {

    private final Caller caller;

    DeskResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public String look() {
        return caller.actor().map(Actor::name).orElse("the public") + (caller.has(Role.AUTHOR) ? " writes" : " reads");
    }

    @POST
    @Operation(hidden = true)
    public String hand(@PathParam("type") String type) {
        var actor = caller.requireActor(Role.AUTHOR);
        caller.requireType(type);
        return actor.name();
    }
}
