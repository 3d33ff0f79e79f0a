package de.stadtchronik.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.document.Shape.Kind;
import de.stadtchronik.document.Shape.Property;
import java.util.function.UnaryOperator;

/** Goes to every reference in a document, which may not have its shape yet, and puts something else in its place. */
public record ReferenceWalk(UnaryOperator<JsonNode> replacement) {

    /** Changes the object in place. */
    public void through(ObjectNode object, Shape shape) {
        for (var property : shape.properties()) {
            var value = object.get(property.name());
            if (value instanceof ArrayNode many && property.refers()) {
                for (var i = 0; i < many.size(); i++) {
                    many.set(i, replaced(many.get(i), property));
                }
            } else if (value != null && property.refers()) {
                object.set(property.name(), replaced(value, property));
            }
        }
    }

    private JsonNode replaced(JsonNode value, Property property) {
        if (property.kind() == Kind.REFERENCE) {
            return replacement.apply(value);
        }
        if (value instanceof ObjectNode object) {
            through(object, property.shape());
        }
        return value;
    }
}
