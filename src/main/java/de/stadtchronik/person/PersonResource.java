package de.stadtchronik.person;

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

/** People of public function, with dated roles. */
@Path("/v1/" + PersonResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
@Tag(name = "People", description = "People of public function, with dated roles.")
public class PersonResource implements EditedResource {

    static final String PATH = "people";

    private final Reader reader;
    private final Editor editor;
    private final PersonType type;

    PersonResource(Reader reader, Editor editor, PersonType type) {
        this.reader = reader;
        this.editor = editor;
        this.type = type;
    }

    @Override
    public Editor editor() {
        return editor;
    }

    @Override
    public PersonType type() {
        return type;
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
