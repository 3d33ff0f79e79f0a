package de.stadtchronik.project;

import de.stadtchronik.content.Answer;
import de.stadtchronik.content.Reader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Projects, programmes, measures and services. */
@Path("/v1/" + ProjectResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects", description = "Projects, programmes, measures and services.")
public class ProjectResource {

    static final String PATH = "projects";

    private final Reader reader;
    private final ProjectType type;

    ProjectResource(Reader reader, ProjectType type) {
        this.reader = reader;
        this.type = type;
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
