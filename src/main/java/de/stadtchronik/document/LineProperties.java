package de.stadtchronik.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Characters;
import de.stadtchronik.text.Slug;
import de.stadtchronik.time.Never;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The properties of a line of an import, taken one by one, with all that is wrong with them noted in that order. */
public final class LineProperties {

    private final ObjectNode line;
    private final List<Violation> faults = new ArrayList<>();

    public LineProperties(ObjectNode line) {
        this.line = line;
    }

    /** The value, or a missing node. */
    public JsonNode value(String name) {
        return line.path(name);
    }

    public boolean has(String name) {
        return line.has(name);
    }

    public Iterator<String> names() {
        return line.fieldNames();
    }

    public void note(Violation fault) {
        faults.add(fault);
    }

    /** A text as databases can keep it, if it is one. */
    public @Nullable String text(String name) {
        return text(value(name));
    }

    /** A text as databases can keep it, of a value anywhere in the line. */
    public static @Nullable String text(JsonNode value) {
        return value.isTextual() ? Characters.fit(value.textValue()) : null;
    }

    public void noteUnfit(String name, String form, String... examples) {
        note(ShapeCheck.expected("/" + name, form, examples));
    }

    /** The answer to a line with all that was noted. */
    public Problem refusal() {
        return Problem.invalidDocument(faults);
    }

    /**
     * Refuses the line if anything was noted.
     *
     * @throws Problem INVALID_DOCUMENT with all that was
     */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw refusal();
        }
    }

    /** The type of an item, by its name or its path. */
    public Optional<ResourceType> type(ResourceTypes types) {
        var type = types.called(value("type").asText());
        if (type.isEmpty()) {
            note(Violation.inBody(
                    "/type",
                    "unknown-value",
                    new BilingualText("Diese Art gibt es nicht.", "There is no such type."),
                    types.all().stream().map(ResourceType::name).sorted().toList()));
        }
        return type;
    }

    public Optional<UUID> id(String name) {
        return id(value(name), "/" + name);
    }

    /** An id that stands anywhere in the line. */
    public Optional<UUID> id(JsonNode value, String pointer) {
        var id = value.asText();
        if (Slug.isId(id)) {
            return Optional.of(UUID.fromString(id));
        }
        note(ShapeCheck.expected(pointer, "uuid", "0198c5a2-0000-7000-8000-000000000000"));
        return Optional.empty();
    }

    public int number(String name, int least) {
        var value = value(name);
        if (!value.canConvertToInt() || value.asInt() < least) {
            noteUnfit(name, "integer", String.valueOf(least));
        }
        return value.asInt();
    }

    public Instant moment(String name) {
        var moment = moment(value(name));
        if (moment.isEmpty()) {
            noteUnfit(name, "date-time", "2020-12-01T00:00:00Z");
        }
        return moment.orElse(Instant.EPOCH);
    }

    /** Between those that stand for an absent one: no database keeps all that can be written. */
    private static Optional<Instant> moment(JsonNode value) {
        try {
            return Optional.of(Instant.parse(value.asText())).filter(Never::isStorable);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    @Nullable
    public Instant optionalMoment(String name) {
        return has(name) ? moment(name) : null;
    }

    public <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
        var known = words.getEnumConstants();
        var found = Arrays.stream(known)
                .filter(word -> word.name().equals(value(name).asText()))
                .findFirst();
        if (found.isEmpty()) {
            note(Violation.inBody(
                    "/" + name,
                    "unknown-value",
                    new BilingualText("Diesen Wert gibt es hier nicht.", "There is no such value here."),
                    Arrays.stream(known).map(Enum::name).toList()));
        }
        return found;
    }

    public <E extends Enum<E>> @Nullable E optionalWord(String name, Class<E> words) {
        return has(name) ? word(name, words).orElse(null) : null;
    }

    /** A language map, as JSON. */
    @Nullable
    public String optionalTexts(String name) {
        if (!has(name)) {
            return null;
        }
        if (value(name) instanceof ObjectNode texts && allTextual(texts)) {
            return DocumentJson.write(DocumentJson.text(texts));
        }
        noteUnfit(name, "language-map", "{\"de\": \"…\"}");
        return null;
    }

    static boolean allTextual(ObjectNode texts) {
        return texts.valueStream().allMatch(JsonNode::isTextual);
    }

    /** An object, which the caller may change. */
    public Optional<ObjectNode> object(String name) {
        if (value(name) instanceof ObjectNode object) {
            return Optional.of(object);
        }
        noteUnfit(name, "object", "{…}");
        return Optional.empty();
    }

    /** Notes a document that is too long to be stored. */
    public void checkLength(String name, String document) {
        if (DocumentRules.isTooLong(document)) {
            note(DocumentRules.tooLong("/" + name));
        }
    }
}
