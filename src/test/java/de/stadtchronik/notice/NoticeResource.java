package de.stadtchronik.notice;

import de.stadtchronik.content.Answer;
import de.stadtchronik.content.Reader;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices, and a way to send one: the only path so far that takes a body. */
@Path("/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices", description = "Public notices.")
@IfBuildProperty(name = "test.notices", stringValue = "true")
public class NoticeResource {

    private final Reader reader;
    private final NoticeType type;

    NoticeResource(Reader reader, NoticeType type) {
        this.reader = reader;
        this.type = type;
    }

    @GET
    @Operation(operationId = "listNotices", summary = "List notices")
    public Answer list() {
        return reader.list(type);
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(operationId = "getNotice", summary = "Get a notice")
    public Answer get(@PathParam("idOrSlug") String idOrSlug) {
        return reader.item(type, idOrSlug);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "checkNotice", summary = "Read a notice and say its title")
    public String check(Notice notice) {
        return "\"" + notice.title().german() + "\"";
    }
}
