package de.stadtchronik.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.stadtchronik.document.Shape.Kind;
import de.stadtchronik.document.Shape.Property;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes one item out of a stored document, or puts another in its place. With a reference that cannot be left empty goes
 * the entry that has it: a participation without a participant says nothing.
 */
public final class ReferenceRewrite {

    private final String target;
    private final Optional<TextNode> replacement;

    public ReferenceRewrite(UUID target, Optional<UUID> replacement) {
        this.target = target.toString();
        this.replacement = replacement.map(id -> TextNode.valueOf(id.toString()));
    }

    /** Changes the tree in place; false if it does not refer to the item. */
    public boolean apply(ObjectNode tree, Shape shape) {
        var before = tree.deepCopy();
        object(tree, shape);
        return !before.equals(tree);
    }

    /** Rewrites an object; false if nothing of meaning is left of it. */
    private boolean object(ObjectNode object, Shape shape) {
        var lost = false;
        var kept = false;
        for (var property : shape.properties()) {
            var value = object.get(property.name());
            if (value == null || !property.refers()) {
                continue;
            }
            var rewritten = property.many() ? list((ArrayNode) value, property) : one(value, property);
            if (rewritten.isPresent()) {
                object.set(property.name(), rewritten.get());
                kept |= property.kind() == Kind.REFERENCE;
            } else {
                object.remove(property.name());
                lost |= property.kind() == Kind.REFERENCE;
                if (property.annotation(NotNull.class).isPresent()) {
                    return false;
                }
            }
        }
        return kept || !lost || shape.qualifier().isEmpty();
    }

    private Optional<JsonNode> list(ArrayNode values, Property property) {
        var result = values.arrayNode();
        for (var value : values) {
            one(value, property).filter(kept -> !isRepeated(kept, result)).ifPresent(result::add);
        }
        return result.isEmpty() ? Optional.empty() : Optional.of(result);
    }

    /** Two became one, so a list may name it twice. */
    private boolean isRepeated(JsonNode value, ArrayNode among) {
        return replacement.filter(value::equals).isPresent()
                && among.valueStream().anyMatch(value::equals);
    }

    private Optional<JsonNode> one(JsonNode value, Property property) {
        if (property.kind() == Kind.REFERENCE) {
            return value.asText().equals(target) ? replacement.map(id -> (JsonNode) id) : Optional.of(value);
        }
        return value instanceof ObjectNode object && !object(object, property.shape())
                ? Optional.empty()
                : Optional.of(value);
    }
}
