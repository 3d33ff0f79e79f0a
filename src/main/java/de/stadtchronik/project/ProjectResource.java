package de.stadtchronik.project;

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

/** Projects, programmes, measures and services. */
@Path("/v1/" + ProjectResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
@Tag(name = "Projects", description = "Projects, programmes, measures and services.")
public class ProjectResource implements EditedResource {

    static final String PATH = "projects";

    private final Reader reader;
    private final Editor editor;
    private final ProjectType type;

    ProjectResource(Reader reader, Editor editor, ProjectType type) {
        this.reader = reader;
        this.editor = editor;
        this.type = type;
    }

    @Override
    public Editor editor() {
        return editor;
    }

    @Override
    public ProjectType type() {
        return type;
    }

    @GET
    @Operation(operationId = "listProjects", summary = "List projects")
    public Answer list() {
        return reader.list(type);
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(operationId = "getProject", summary = "Get a project")
    public Answer get(@PathParam("idOrSlug") String idOrSlug) {
        return reader.item(type, idOrSlug);
    }
}
