package de.stadtchronik.person;

import de.stadtchronik.content.Answer;
import de.stadtchronik.content.Reader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People of public function, with dated roles. */
@Path("/v1/" + PersonResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "People of public function, with dated roles.")
public class PersonResource {

    static final String PATH = "people";

    private final Reader reader;
    private final PersonType type;

    PersonResource(Reader reader, PersonType type) {
        this.reader = reader;
        this.type = type;
    }

    @GET
    @Operation(operationId = "listPeople", summary = "List people")
    public Answer list() {
        return reader.list(type);
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(operationId = "getPerson", summary = "Get a person")
    public Answer get(@PathParam("idOrSlug") String idOrSlug) {
        return reader.item(type, idOrSlug);
    }
}
