package de.stadtchronik.organisation;

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

/** Municipalities, departments, companies, institutes, ministries, networks, brands. */
@Path("/v1/" + OrganisationResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
@Tag(
        name = "Organisations",
        description = "Municipalities, departments, companies, institutes, ministries, networks, brands.")
public class OrganisationResource implements EditedResource {

    static final String PATH = "organisations";

    private final Reader reader;
    private final Editor editor;
    private final OrganisationType type;

    OrganisationResource(Reader reader, Editor editor, OrganisationType type) {
        this.reader = reader;
        this.editor = editor;
        this.type = type;
    }

    @Override
    public Editor editor() {
        return editor;
    }

    @Override
    public OrganisationType type() {
        return type;
    }

    @GET
    @Operation(operationId = "listOrganisations", summary = "List organisations")
    public Answer list() {
        return reader.list(type);
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(operationId = "getOrganisation", summary = "Get an organisation")
    public Answer get(@PathParam("idOrSlug") String idOrSlug) {
        return reader.item(type, idOrSlug);
    }
}
