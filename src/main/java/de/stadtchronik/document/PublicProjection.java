package de.stadtchronik.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.document.Shape.Kind;
import de.stadtchronik.vocabulary.HiddenWhile;

/** A document without what only insiders may see: this is what publication makes public, so that no output filters again. */
public final class PublicProjection {

    private PublicProjection() {}

    public static ObjectNode of(ObjectNode document, Shape shape) {
        var copy = document.deepCopy();
        hide(copy, shape);
        return copy;
    }

    private static void hide(ObjectNode object, Shape shape) {
        for (var property : shape.properties()) {
            var hidden = property.annotation(HiddenWhile.class)
                    .filter(rule -> object.path(rule.property()).asText().equals(rule.is()));
            if (hidden.isPresent()) {
                object.remove(property.name());
            } else if (property.kind() == Kind.NESTED) {
                hideWithin(object.path(property.name()), property.shape());
            }
        }
    }

    private static void hideWithin(JsonNode value, Shape shape) {
        if (value instanceof ObjectNode object) {
            hide(object, shape);
        } else {
            value.forEach(element -> hideWithin(element, shape));
        }
    }
}
