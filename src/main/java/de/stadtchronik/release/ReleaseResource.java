package de.stadtchronik.release;

import de.stadtchronik.content.Answer;
import de.stadtchronik.content.Reader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Press releases, news, statements and reviews. */
@Path("/v1/" + ReleaseResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases", description = "Press releases, news, statements and reviews.")
public class ReleaseResource {

    static final String PATH = "releases";

    private final Reader reader;
    private final ReleaseType type;

    ReleaseResource(Reader reader, ReleaseType type) {
        this.reader = reader;
        this.type = type;
    }

    @GET
    @Operation(operationId = "listReleases", summary = "List releases")
    public Answer list() {
        return reader.list(type);
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(operationId = "getRelease", summary = "Get a release")
    public Answer get(@PathParam("idOrSlug") String idOrSlug) {
        return reader.item(type, idOrSlug);
    }
}
