package de.stadtchronik.release;

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

/** Press releases, news, statements and reviews. */
@Path("/v1/" + ReleaseResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
@Tag(name = "Releases", description = "Press releases, news, statements and reviews.")
public class ReleaseResource implements EditedResource {

    static final String PATH = "releases";

    private final Reader reader;
    private final Editor editor;
    private final ReleaseType type;

    ReleaseResource(Reader reader, Editor editor, ReleaseType type) {
        this.reader = reader;
        this.editor = editor;
        this.type = type;
    }

    @Override
    public Editor editor() {
        return editor;
    }

    @Override
    public ReleaseType type() {
        return type;
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
