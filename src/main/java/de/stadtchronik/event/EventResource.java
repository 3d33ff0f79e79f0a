package de.stadtchronik.event;

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

/** Dated things: livestreams, network meetings, civic meetings, congresses, campaigns, milestones. */
@Path("/v1/" + EventResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
@Tag(
        name = "Events",
        description = "Dated things: livestreams, network meetings, civic meetings, congresses, campaigns, milestones.")
public class EventResource implements EditedResource {

    static final String PATH = "events";

    private final Reader reader;
    private final Editor editor;
    private final EventType type;

    EventResource(Reader reader, Editor editor, EventType type) {
        this.reader = reader;
        this.editor = editor;
        this.type = type;
    }

    @Override
    public Editor editor() {
        return editor;
    }

    @Override
    public EventType type() {
        return type;
    }

    @GET
    @Operation(operationId = "listEvents", summary = "List events")
    public Answer list() {
        return reader.list(type);
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(operationId = "getEvent", summary = "Get an event")
    public Answer get(@PathParam("idOrSlug") String idOrSlug) {
        return reader.item(type, idOrSlug);
    }
}
