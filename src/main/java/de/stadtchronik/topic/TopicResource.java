package de.stadtchronik.topic;

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

/** The vocabulary: what items are about. */
@Path("/v1/" + TopicResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Answer.AS_WRITTEN})
@Tag(name = "Topics", description = "The vocabulary: what items are about.")
public class TopicResource implements EditedResource {

    static final String PATH = "topics";

    private final Reader reader;
    private final Editor editor;
    private final TopicType type;

    TopicResource(Reader reader, Editor editor, TopicType type) {
        this.reader = reader;
        this.editor = editor;
        this.type = type;
    }

    @Override
    public Editor editor() {
        return editor;
    }

    @Override
    public TopicType type() {
        return type;
    }

    @GET
    @Operation(operationId = "listTopics", summary = "List topics")
    public Answer list() {
        return reader.list(type);
    }

    @GET
    @Path("{idOrSlug}")
    @Operation(operationId = "getTopic", summary = "Get a topic")
    public Answer get(@PathParam("idOrSlug") String idOrSlug) {
        return reader.item(type, idOrSlug);
    }
}
