package de.stadtchronik.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.stadtchronik.document.Shape.Kind;
import de.stadtchronik.document.Shape.Property;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Compares JSON with the shape of a record, notes what does not fit, and takes it out, so that the rest can be read and
 * held to the rules. What is {@code null} counts as absent.
 */
final class ShapeCheck {

    private final List<Violation> faults;
    private final boolean asSent;

    /**
     * With a list for what does not fit.
     *
     * @param asSent whether texts keep what cannot be sent on, and lists the places of what was taken out, for rules that
     *     speak of both
     */
    ShapeCheck(List<Violation> faults, boolean asSent) {
        this.faults = faults;
        this.asSent = asSent;
    }

    void check(ObjectNode object, Shape shape) {
        object("", object, shape);
    }

    private void object(String pointer, ObjectNode object, Shape shape) {
        var known = shape.properties().stream().map(Property::name).toList();
        for (var name : List.copyOf(fieldNames(object))) {
            var value = object.get(name);
            var property = shape.property(name);
            var place = pointer + "/" + Pointers.escaped(name);
            if (property.isEmpty()) {
                unknown(place, name, known);
                object.remove(name);
            } else if (value.isNull()) {
                object.remove(name);
            } else {
                checked(place, value, property.get())
                        .ifPresentOrElse(kept -> object.set(name, kept), () -> object.remove(name));
            }
        }
    }

    private Optional<JsonNode> checked(String pointer, JsonNode value, Property property) {
        if (!property.many()) {
            return one(pointer, value, property);
        }
        if (!(value instanceof ArrayNode many)) {
            faults.add(expected(pointer, "list", "[…]"));
            return Optional.empty();
        }
        var kept = many.arrayNode();
        for (var i = 0; i < many.size(); i++) {
            var element = one(pointer + "/" + i, many.get(i), property);
            if (element.isPresent()) {
                kept.add(element.get());
            } else if (property.kind() == Kind.NESTED) {
                // Holds the place, so that what is said of the others names theirs.
                kept.addObject();
            } else if (asSent) {
                kept.addNull();
            }
        }
        return Optional.of(kept);
    }

    private Optional<JsonNode> one(String pointer, JsonNode value, Property property) {
        return switch (property.kind()) {
            case TEXT, MARKDOWN -> text(pointer, value);
            case REFERENCE -> reference(pointer, value);
            case NESTED, EXTENT -> nested(pointer, value, property);
            case PLAIN -> plain(pointer, value, property.type());
        };
    }

    private Optional<JsonNode> text(String pointer, JsonNode value) {
        if (!(value instanceof ObjectNode texts)) {
            faults.add(expected(pointer, "language-map", "{\"de\": \"…\"}"));
            return Optional.empty();
        }
        for (var tag : List.copyOf(fieldNames(texts))) {
            if (texts.get(tag).isNull()) {
                texts.remove(tag);
            } else if (!texts.get(tag).isTextual()) {
                faults.add(expected(pointer + "/" + Pointers.escaped(tag), "text", "\"…\""));
                texts.remove(tag);
            }
        }
        return Optional.of(texts);
    }

    private Optional<JsonNode> reference(String pointer, JsonNode value) {
        if (value.isTextual()) {
            return Optional.of(sendable(value));
        }
        if (value.path("id").isTextual()) {
            return Optional.of(value.get("id"));
        }
        var title = value.path("title");
        if (title.isTextual()) {
            return Optional.of(value);
        }
        if (title.isObject()) {
            return text(pointer + "/title", title).map(texts -> value);
        }
        var source = value.path("source");
        if (source.path("system").isTextual() && source.path("externalId").isTextual()) {
            return Optional.of(value);
        }
        faults.add(new Violation(
                pointer,
                null,
                "not-a-reference",
                new BilingualText(
                        "Ein Verweis ist eine Id, ein Pfad, source oder title.",
                        "A reference is an id, a path, source, or title."),
                List.of(
                        "\"<id>\"",
                        "\"organisations/dfki\"",
                        "{\"source\": {\"system\": \"…\", \"externalId\": \"…\"}}",
                        "{\"title\": {\"de\": \"…\"}}")));
        return Optional.empty();
    }

    private Optional<JsonNode> nested(String pointer, JsonNode value, Property property) {
        if (value instanceof ObjectNode object) {
            object(pointer, object, property.shape());
            return Optional.of(object);
        }
        faults.add(expected(pointer, "object", "{…}"));
        return Optional.empty();
    }

    private Optional<JsonNode> plain(String pointer, JsonNode value, Class<?> type) {
        if (type.isEnum()) {
            return word(pointer, value, type);
        }
        var plain = PlainValue.of(type).orElseThrow();
        if (!plain.fits(value)) {
            faults.add(plain.misfit(pointer));
            return Optional.empty();
        }
        return Optional.of(plain == PlainValue.TEXT && !asSent ? sendable(value) : value);
    }

    private Optional<JsonNode> word(String pointer, JsonNode value, Class<?> type) {
        var words = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        if (value.isTextual() && words.contains(value.asText())) {
            return Optional.of(value);
        }
        faults.add(new Violation(pointer, null, "unknown-value", unknownWord(value.asText(), words), words));
        return Optional.empty();
    }

    private static BilingualText unknownWord(String word, Collection<String> words) {
        var message = new BilingualText("Diesen Wert gibt es hier nicht.", "There is no such value here.");
        return Nearest.question(word, words).map(message::and).orElse(message);
    }

    private void unknown(String pointer, String name, List<String> known) {
        var message = new BilingualText("Dieses Feld gibt es hier nicht.", "There is no such property here.");
        faults.add(new Violation(
                pointer,
                null,
                "unknown-property",
                Nearest.question(name, known).map(message::and).orElse(message),
                known));
    }

    static Violation expected(String pointer, String form, String... examples) {
        return new Violation(
                pointer,
                null,
                ("aeio".indexOf(form.charAt(0)) < 0 ? "not-a-" : "not-an-") + form,
                new BilingualText(
                        "Hier steht kein Wert der erwarteten Form.", "There is no value of the expected form here."),
                List.of(examples));
    }

    private static JsonNode sendable(JsonNode text) {
        return TextNode.valueOf(LocalizedText.sendable(text.textValue()));
    }

    private static List<String> fieldNames(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
