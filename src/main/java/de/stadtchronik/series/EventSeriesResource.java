package de.stadtchronik.series;

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

/** What repeats or runs in seasons. */
@Path("/v1/" + EventSeriesResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
@Tag(name = "Event series", description = "What repeats or runs in seasons.")
public class EventSeriesResource implements EditedResource {

    static final String PATH = "event-series";

    private final Reader reader;
    private final Editor editor;
    private final EventSeriesType type;

    EventSeriesResource(Reader reader, Editor editor, EventSeriesType type) {
        this.reader = reader;
        this.editor = editor;
        this.type = type;
    }

    @Override
    public Editor editor() {
        return editor;
    }

    @Override
    public EventSeriesType type() {
        return type;
    }

    @GET
    @Operation(operationId = "listEventSeries", summary = "List event series")
    public Answer list() {
        return reader.list(type);
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(operationId = "getEventSeries", summary = "Get an event series")
    public Answer get(@PathParam("idOrSlug") String idOrSlug) {
        return reader.item(type, idOrSlug);
    }
}
