package de.stadtchronik.place;

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

/** Venues, districts, addresses, areas. */
@Path("/v1/" + PlaceResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
@Tag(name = "Places", description = "Venues, districts, addresses, areas.")
public class PlaceResource implements EditedResource {

    static final String PATH = "places";

    private final Reader reader;
    private final Editor editor;
    private final PlaceType type;

    PlaceResource(Reader reader, Editor editor, PlaceType type) {
        this.reader = reader;
        this.editor = editor;
        this.type = type;
    }

    @Override
    public Editor editor() {
        return editor;
    }

    @Override
    public PlaceType type() {
        return type;
    }

    @GET
    @Operation(operationId = "listPlaces", summary = "List places")
    public Answer list() {
        return reader.list(type);
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(operationId = "getPlace", summary = "Get a place")
    public Answer get(@PathParam("idOrSlug") String idOrSlug) {
        return reader.item(type, idOrSlug);
    }
}
