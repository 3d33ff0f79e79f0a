package de.stadtchronik.media;

import de.stadtchronik.content.Answer;
import de.stadtchronik.content.Reader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Images, video, audio and documents, each with its licence and credit. */
@Path("/v1/" + MediaResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Media", description = "Images, video, audio and documents, each with its licence and credit.")
public class MediaResource {

    static final String PATH = "media";

    private final Reader reader;
    private final MediumType type;

    MediaResource(Reader reader, MediumType type) {
        this.reader = reader;
        this.type = type;
    }

    @GET
    @Operation(operationId = "listMedia", summary = "List media")
    public Answer list() {
        return reader.list(type);
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(operationId = "getMedia", summary = "Get a medium")
    public Answer get(@PathParam("idOrSlug") String idOrSlug) {
        return reader.item(type, idOrSlug);
    }
}
