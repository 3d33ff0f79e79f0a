package de.stadtchronik.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.text.Slug;
import de.stadtchronik.text.Words;
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
final class LineProperties {

    private final ObjectNode line;
    private final List<Fault> faults = new ArrayList<>();

    LineProperties(ObjectNode line) {
        this.line = line;
    }

    /** The value, or a missing node. */
    JsonNode value(String name) {
        return line.path(name);
    }

    boolean has(String name) {
        return line.has(name);
    }

    Iterator<String> names() {
        return line.fieldNames();
    }

    void note(Fault fault) {
        faults.add(fault);
    }

    void noteUnfit(String name, String form, String... examples) {
        note(ShapeCheck.expected("/" + name, form, examples));
    }

    /** The answer to a line with all that was noted. */
    Problem refusal() {
        return Problem.invalidDocument(faults);
    }

    /** @throws Problem INVALID_DOCUMENT if anything was noted */
    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw refusal();
        }
    }

    /** The type of an item, by its name or its path. */
    Optional<ResourceType> type(ResourceTypes types) {
        var type = types.called(value("type").asText());
        if (type.isEmpty()) {
            note(new Fault(
                    "/type",
                    null,
                    "unknown-value",
                    new Words("Diese Art gibt es nicht.", "There is no such type."),
                    types.all().stream().map(ResourceType::name).sorted().toList()));
        }
        return type;
    }

    Optional<UUID> id(String name) {
        return id(value(name), "/" + name);
    }

    /** The same from any place in the line. */
    Optional<UUID> id(JsonNode value, String pointer) {
        var id = value.asText();
        if (Slug.isId(id)) {
            return Optional.of(UUID.fromString(id));
        }
        note(ShapeCheck.expected(pointer, "uuid", "0198c5a2-0000-7000-8000-000000000000"));
        return Optional.empty();
    }

    int number(String name, int least) {
        var value = value(name);
        if (!value.canConvertToInt() || value.asInt() < least) {
            noteUnfit(name, "integer", String.valueOf(least));
        }
        return value.asInt();
    }

    Instant moment(String name) {
        var moment = moment(value(name));
        if (moment.isEmpty()) {
            noteUnfit(name, "date-time", "2020-12-01T00:00:00Z");
        }
        return moment.orElse(Instant.EPOCH);
    }

    /** Between those that stand for an absent one: no database keeps all that can be written. */
    private static Optional<Instant> moment(JsonNode value) {
        try {
            return Optional.of(Instant.parse(value.asText()))
                    .filter(Content.NEVER_DESCENDING::isBefore)
                    .filter(Content.NEVER_ASCENDING::isAfter);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    @Nullable
    Instant optionalMoment(String name) {
        return has(name) ? moment(name) : null;
    }

    <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
        var known = words.getEnumConstants();
        var found = Arrays.stream(known)
                .filter(word -> word.name().equals(value(name).asText()))
                .findFirst();
        if (found.isEmpty()) {
            note(new Fault(
                    "/" + name,
                    null,
                    "unknown-value",
                    new Words("Diesen Wert gibt es hier nicht.", "There is no such value here."),
                    Arrays.stream(known).map(Enum::name).toList()));
        }
        return found;
    }

    <E extends Enum<E>> @Nullable E optionalWord(String name, Class<E> words) {
        return has(name) ? word(name, words).orElse(null) : null;
    }

    /** A language map, as JSON. */
    @Nullable
    String optionalTexts(String name) {
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
        for (var text : texts) {
            if (!text.isTextual()) {
                return false;
            }
        }
        return true;
    }

    /** An object, which the caller may change. */
    Optional<ObjectNode> object(String name) {
        if (value(name) instanceof ObjectNode object) {
            return Optional.of(object);
        }
        noteUnfit(name, "object", "{…}");
        return Optional.empty();
    }

    /** Notes a document that is too long to be stored. */
    void checkLength(String name, String document) {
        if (document.length() > Drafts.LONGEST_DOCUMENT) {
            note(Drafts.tooLong("/" + name));
        }
    }
}
