package de.stadtchronik.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.stadtchronik.document.Shape.Kind;
import de.stadtchronik.document.Shape.Property;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Characters;
import de.stadtchronik.text.Languages;
import de.stadtchronik.text.Nearest;
import de.stadtchronik.text.WebAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares JSON with the shape of a record, notes what does not fit, and takes it out, so that the rest can be read and
 * held to the rules. What is {@code null} counts as absent, and what nobody can see as empty.
 */
final class ShapeCheck {

    /** Where the JSON comes from. */
    enum Origin {
        /** A request that is no document: lists keep the places of what was taken out, for rules that speak of places. */
        REQUEST,
        /** A document that an editor sends. */
        EDITOR,
        /**
         * A document that was stored, here or elsewhere, perhaps when less was asked of it: what no text may have is taken
         * out, and addresses need only be safe to follow.
         */
        STORE
    }

    private final List<Violation> faults;
    private final Origin origin;

    /** With a list for what does not fit. */
    ShapeCheck(List<Violation> faults, Origin origin) {
        this.faults = faults;
        this.origin = origin;
    }

    void check(ObjectNode object, Shape shape) {
        object("", object, shape);
    }

    private void object(String pointer, ObjectNode object, Shape shape) {
        var known = shape.properties().stream().map(Property::name).toList();
        for (var name : names(object)) {
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
            } else if (origin == Origin.REQUEST) {
                kept.addNull();
            }
        }
        return Optional.of(kept);
    }

    private Optional<JsonNode> one(String pointer, JsonNode value, Property property) {
        return switch (property.kind()) {
            case TEXT, MARKDOWN -> text(pointer, value, property.hasLines());
            case REFERENCE -> reference(pointer, value);
            case NESTED, EXTENT -> nested(pointer, value, property);
            case PLAIN -> plain(pointer, value, property.type());
        };
    }

    private Optional<JsonNode> text(String pointer, JsonNode value, boolean lines) {
        if (!(value instanceof ObjectNode texts)) {
            faults.add(expected(pointer, "language-map", "{\"de\": \"…\"}"));
            return Optional.empty();
        }
        var languages = new HashSet<String>();
        for (var tag : names(texts)) {
            var place = pointer + "/" + Pointers.escaped(tag);
            if (texts.get(tag).isNull()) {
                texts.remove(tag);
            } else if (!texts.get(tag).isTextual()) {
                faults.add(expected(place, "text", "\"…\""));
                texts.remove(tag);
            } else if (!languages.add(Languages.canonical(tag)) && origin != Origin.STORE) {
                faults.add(Violation.inBody(
                        place,
                        "repeated-language",
                        new BilingualText(
                                "Diese Sprache steht schon unter einem anderen Namen da.",
                                "This language is there already by another name.")));
            } else {
                // An unfit text stays for the other rules, which would otherwise miss it.
                fit(place, texts.get(tag), lines).ifPresent(text -> texts.set(tag, text));
            }
        }
        return Optional.of(texts);
    }

    /** A text that databases and feeds can carry; empty if what was sent is none. */
    private Optional<JsonNode> fit(String pointer, JsonNode given, boolean lines) {
        var text = given.textValue();
        if (origin == Origin.STORE) {
            return Optional.of(TextNode.valueOf(Characters.fit(text)));
        }
        var unfit = Characters.unfit(text, lines);
        unfit.ifPresent(character -> faults.add(Violation.inBody(
                pointer,
                "unfit-character",
                new BilingualText("Das Zeichen %s ist hier nicht erlaubt.", "The character %s is not allowed here.")
                        .with(character))));
        return unfit.isPresent()
                ? Optional.empty()
                : Optional.of(Characters.isInvisible(text) ? TextNode.valueOf("") : given);
    }

    private Optional<JsonNode> reference(String pointer, JsonNode value) {
        if (value.isTextual()) {
            return fit(pointer, value, false);
        }
        if (value.path("id").isTextual()) {
            return fit(pointer + "/id", value.get("id"), false);
        }
        var title = value.path("title");
        if (title.isTextual()) {
            return fit(pointer + "/title", title, false).map(text -> ((ObjectNode) value).set("title", text));
        }
        if (title.isObject()) {
            return text(pointer + "/title", title, false).map(texts -> value);
        }
        if (value.path("source") instanceof ObjectNode source
                && source.path("system").isTextual()
                && source.path("externalId").isTextual()) {
            var names = Stream.of("system", "externalId")
                    .filter(name -> fit(pointer + "/source/" + name, source.get(name), false)
                            .map(text -> source.set(name, text))
                            .isPresent());
            return Optional.of(value).filter(all -> names.count() == 2);
        }
        faults.add(Violation.inBody(
                pointer,
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
        var misspelt = plain == PlainValue.WEB_ADDRESS && origin != Origin.STORE && value.isTextual()
                ? WebAddress.fault(value.textValue())
                : Optional.<WebAddress.Fault>empty();
        if (misspelt.isPresent()) {
            var fault = misspelt.get();
            faults.add(Violation.inBody(pointer, "not-a-web-address", fault.message(), fault.instead()));
            return Optional.empty();
        }
        if (!plain.fits(value)) {
            faults.add(plain.misfit(pointer));
            return Optional.empty();
        }
        return plain == PlainValue.TEXT ? fit(pointer, value, false) : Optional.of(value);
    }

    private Optional<JsonNode> word(String pointer, JsonNode value, Class<?> type) {
        var words = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        if (value.isTextual() && words.contains(value.asText())) {
            return Optional.of(value);
        }
        var message = new BilingualText("Diesen Wert gibt es hier nicht.", "There is no such value here.");
        faults.add(Violation.inBody(pointer, "unknown-value", Nearest.asking(message, value.asText(), words), words));
        return Optional.empty();
    }

    private void unknown(String pointer, String name, List<String> known) {
        var message = new BilingualText("Dieses Feld gibt es hier nicht.", "There is no such property here.");
        faults.add(Violation.inBody(pointer, "unknown-property", Nearest.asking(message, name, known), known));
    }

    static Violation expected(String pointer, String form, String... examples) {
        return Violation.inBody(
                pointer,
                ("aeio".indexOf(form.charAt(0)) < 0 ? "not-a-" : "not-an-") + form,
                new BilingualText("Hier wird ein Wert wie %s erwartet.", "A value such as %s is expected here.")
                        .with(String.join(", ", examples)),
                List.of(examples));
    }

    private static List<String> names(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
