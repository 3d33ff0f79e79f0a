package de.stadtchronik.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.document.DocumentJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/**
 * The part of the API document that can be called without a key, with the components it refers to: a quarter of the whole,
 * which Swagger UI shows at once. It is written as OpenAPI 3.0, for which Swagger UI takes two thirds of the time.
 */
final class ReadingDocument {

    private static final String COMPONENTS = "/components";

    private ReadingDocument() {}

    /** The part of a document, both in JSON. */
    static byte[] of(byte[] whole) {
        try {
            var document = (ObjectNode) DocumentJson.MAPPER.readTree(whole);
            document.withObject("/paths")
                    .forEach(path -> ((ObjectNode) path)
                            .properties()
                            .removeIf(entry -> entry.getValue().has("responses") && !isOpen(entry.getValue())));
            document.withObject("/paths")
                    .properties()
                    .removeIf(path -> !path.getValue().has("get"));
            var used = used(document);
            document.withObject(COMPONENTS)
                    .properties()
                    .forEach(kind -> ((ObjectNode) kind.getValue())
                            .properties()
                            .removeIf(component -> !kind.getKey().equals("securitySchemes")
                                    && !used.contains(COMPONENTS + "/" + kind.getKey() + "/" + component.getKey())));
            keepTags(document);
            document.put("openapi", "3.0.3");
            simplify(document);
            return DocumentJson.MAPPER.writeValueAsBytes(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether one of the ways to call it needs no key; of none at all, it needs none (OpenAPI 3.1, Operation Object). */
    private static boolean isOpen(JsonNode operation) {
        var ways = operation.path("security");
        return ways.isArray() && (ways.isEmpty() || ways.valueStream().anyMatch(JsonNode::isEmpty));
    }

    /** The pointers of all components that the paths refer to, directly or by others. */
    private static Set<String> used(ObjectNode document) {
        var used = new HashSet<String>();
        var unseen = new ArrayDeque<JsonNode>();
        unseen.add(document.path("paths"));
        while (!unseen.isEmpty()) {
            for (var reference : unseen.remove().findValuesAsText("$ref")) {
                var pointer = reference.substring(1);
                if (used.add(pointer)) {
                    unseen.add(document.at(pointer));
                }
            }
        }
        return used;
    }

    private static void keepTags(ObjectNode document) {
        var used = new HashSet<String>();
        document.path("paths").findValues("tags").forEach(tags -> tags.forEach(tag -> used.add(tag.asText())));
        var tags = document.withArray("/tags").elements();
        while (tags.hasNext()) {
            if (!used.contains(tags.next().path("name").asText())) {
                tags.remove();
            }
        }
    }

    /** In OpenAPI 3.0, nothing can stand beside a reference, and a schema has one example. */
    private static void simplify(JsonNode node) {
        node.forEach(ReadingDocument::simplify);
        if (node instanceof ObjectNode object) {
            if (object.path("examples").isArray()) {
                object.set("example", object.remove("examples").path(0));
            }
            if (object.has("$ref") && object.size() > 1) {
                object.putArray("allOf").addObject().set("$ref", object.remove("$ref"));
            }
            if (object.path("in").isTextual() && !object.path("required").asBoolean()) {
                // Swagger UI would fill it in, and whoever tries the operation would ask for less than all.
                object.withObject("/schema").remove("example");
            }
        }
    }
}
