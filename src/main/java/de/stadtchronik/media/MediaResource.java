package de.stadtchronik.media;

import de.stadtchronik.editing.EditedResource;
import de.stadtchronik.editing.Editor;
import de.stadtchronik.reading.Answer;
import de.stadtchronik.reading.Reader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Images, video, audio and documents, each with its licence and credit. */
@Path("/v1/" + MediaResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
@Tag(name = "Media", description = "Images, video, audio and documents, each with its licence and credit.")
public class MediaResource implements EditedResource {

    static final String PATH = "media";

    private final Reader reader;
    private final Editor editor;
    private final MediumType type;

    MediaResource(Reader reader, Editor editor, MediumType type) {
        this.reader = reader;
        this.editor = editor;
        this.type = type;
    }

    @Override
    public Editor editor() {
        return editor;
    }

    @Override
    public MediumType type() {
        return type;
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
