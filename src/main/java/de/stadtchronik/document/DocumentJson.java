package de.stadtchronik.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.stadtchronik.text.LocalizedText;
import java.util.HashSet;

/**
 * How documents become JSON and return from it. What is empty is left out; offsets stay as written; a reader of stored
 * documents tolerates properties it does not know, because documents only grow.
 */
public final class DocumentJson {

    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // 100000 stays 100000, and does not become 1E+5.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private DocumentJson() {}

    public static ObjectNode tree(Document document) {
        return MAPPER.valueToTree(document);
    }

    public static ObjectNode tree(String stored) {
        return read(stored, ObjectNode.class);
    }

    /** Takes out of a tree what says nothing, such as empty objects, and what a list says once more. */
    public static void tidy(ObjectNode tree) {
        takeOutEmpty(tree);
    }

    /** Whether nothing is left of a value. */
    private static boolean takeOutEmpty(JsonNode value) {
        var seen = new HashSet<JsonNode>();
        for (var parts = value.elements(); parts.hasNext(); ) {
            var part = parts.next();
            if (takeOutEmpty(part) || (value.isArray() && !seen.add(part))) {
                parts.remove();
            }
        }
        return value.isContainerNode() && value.isEmpty();
    }

    /** The document in a tree that an editor wrote. */
    public static <D extends Document> D document(JsonNode tree, Class<D> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("not a document of " + type.getSimpleName(), unreadable);
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a document cannot be written as JSON", unwritable);
        }
    }

    static LocalizedText text(JsonNode languageMap) {
        return MAPPER.convertValue(languageMap, LocalizedText.class);
    }

    public static LocalizedText label(String stored) {
        return read(stored, LocalizedText.class);
    }

    public static <T> T read(String stored, Class<T> type) {
        try {
            return MAPPER.readValue(stored, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored document is not the JSON that was written", unreadable);
        }
    }
}
