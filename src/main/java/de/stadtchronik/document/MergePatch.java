package de.stadtchronik.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.stadtchronik.document.Shape.Property;
import de.stadtchronik.text.Languages;

/** JSON Merge Patch (RFC 7396). */
public final class MergePatch {

    private MergePatch() {}

    /**
     * A record with the patch applied; neither of the two is changed. A language is the same by all of its names:
     * {@code de-x-leicht} in the patch changes {@code de-simple}.
     */
    static ObjectNode apply(ObjectNode patch, ObjectNode target, Shape shape) {
        return (ObjectNode) apply(inStoredWords(patch, shape), target);
    }

    /** The target with the patch applied; neither of the two is changed. */
    public static JsonNode apply(JsonNode patch, JsonNode target) {
        if (!patch.isObject()) {
            return patch;
        }
        var merged = target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                merged.set(change.getKey(), apply(change.getValue(), merged.path(change.getKey())));
            }
        });
        return merged;
    }

    /** A patch in which languages are called as they are stored. What is no object replaces as a whole, and is left. */
    private static ObjectNode inStoredWords(ObjectNode patch, Shape shape) {
        var words = patch.deepCopy();
        for (var property : shape.properties()) {
            if (words.get(property.name()) instanceof ObjectNode value) {
                words.set(property.name(), inStoredWords(value, property));
            }
        }
        return words;
    }

    private static ObjectNode inStoredWords(ObjectNode value, Property property) {
        return switch (property.kind()) {
            case TEXT, MARKDOWN -> languages(value);
            case NESTED, EXTENT -> inStoredWords(value, property.shape());
            case REFERENCE ->
                value.path("title") instanceof ObjectNode title ? value.set("title", languages(title)) : value;
            case PLAIN -> value;
        };
    }

    /** Where one language has two names, all stay as they are, removals with any text, and are refused later. */
    private static ObjectNode languages(ObjectNode texts) {
        var canonical = texts.objectNode();
        texts.properties().forEach(text -> canonical.set(Languages.canonical(text.getKey()), text.getValue()));
        if (canonical.size() == texts.size()) {
            return canonical;
        }
        texts.properties().stream()
                .filter(text -> text.getValue().isNull())
                .forEach(removed -> removed.setValue(TextNode.valueOf(removed.getKey())));
        return texts;
    }
}
