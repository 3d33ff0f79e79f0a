package de.stadtchronik.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.stadtchronik.access.Role;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Words;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a request for a new key, read strictly: whatever is wrong with it is refused, all at once. */
final class KeyBody {

    static final int LONGEST_NAME = 100;

    /** No control characters, and no blank at its ends. */
    static final String NAME = "^[^\\p{C}\\p{Z}]([^\\p{C}]*[^\\p{C}\\p{Z}])?$";

    private static final Pattern NAME_SHAPE = Pattern.compile(NAME);
    private static final List<String> FIELDS = List.of("name", "role", "types", "expiresAt");
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::word).toList();

    /** Beyond it, no database keeps the moment. */
    private static final int LAST_YEAR = 9999;

    private final List<Fault> faults = new ArrayList<>();
    private final JsonNode body;
    private final Instant now;
    private final List<String> paths;

    /**
     * What was sent.
     *
     * @param body the JSON; null if there was none
     * @param paths the paths of all types
     */
    KeyBody(@Nullable JsonNode body, Instant now, List<String> paths) {
        this.body = body == null ? JsonNodeFactory.instance.nullNode() : body;
        this.now = now;
        this.paths = paths;
    }

    /** @throws Problem INVALID_DOCUMENT */
    NewKey read() {
        if (!body.isObject()) {
            fault("", "not-an-object", new Words("Hier steht kein Objekt.", "There is no object here."), FIELDS);
            throw refusal();
        }
        for (var field : body.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                fault(
                        "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                        "unknown-property",
                        new Words("Dieses Feld gibt es hier nicht.", "There is no such property here."),
                        FIELDS);
            }
        }
        var name = name();
        var role = role();
        var types = types();
        var expiresAt = expiresAt();
        if (role.filter(Role.ADMIN::equals).isPresent() && !types.isEmpty()) {
            fault(
                    "/types",
                    "not-for-admins",
                    new Words(
                            "Ein Schlüssel mit der Rolle admin gilt für alle Arten.",
                            "A key with the role admin is good for all types."),
                    List.of());
        }
        if (!faults.isEmpty()) {
            throw refusal();
        }
        return new NewKey(name.orElseThrow(), role.orElseThrow(), types, expiresAt);
    }

    private Optional<String> name() {
        var name = text("name")
                .filter(text -> text.length() <= LONGEST_NAME
                        && NAME_SHAPE.matcher(text).matches());
        if (name.isEmpty()) {
            fault(
                    "/name",
                    "invalid-name",
                    new Words(
                            "Der Name braucht 1 bis 100 Zeichen, ohne Steuerzeichen und ohne Leerraum am Rand.",
                            "The name needs 1 to 100 characters, without control characters, or blanks at its ends."),
                    List.of());
        }
        return name;
    }

    private Optional<Role> role() {
        var role = text("role").flatMap(Role::of);
        if (field("role").isEmpty()) {
            fault("/role", "not-null", new Words("Die Rolle fehlt.", "The role is missing."), ROLES);
        } else if (role.isEmpty()) {
            fault("/role", "unknown-value", new Words("Diese Rolle gibt es nicht.", "There is no such role."), ROLES);
        }
        return role;
    }

    private Set<String> types() {
        var types = new TreeSet<String>();
        var given = field("types");
        if (given.filter(JsonNode::isArray).isPresent()) {
            if (given.get().isEmpty()) {
                fault(
                        "/types",
                        "empty",
                        new Words(
                                "Ein Schlüssel für keine Art kann nichts; ohne types gilt er für alle.",
                                "A key for no type is good for nothing; without types it is good for all."),
                        paths);
            }
            for (var index = 0; index < given.get().size(); index++) {
                var pointer = "/types/" + index;
                type(given.get().get(index), pointer)
                        .filter(type -> !types.add(type))
                        .ifPresent(type -> fault(
                                pointer,
                                "repeated",
                                new Words("Diese Art steht schon da.", "This type is there already."),
                                List.of()));
            }
        } else if (given.isPresent()) {
            fault("/types", "not-a-list", new Words("Hier steht keine Liste.", "There is no list here."), paths);
        }
        return types;
    }

    private Optional<String> type(JsonNode given, String pointer) {
        var type = Optional.ofNullable(given.textValue()).filter(paths::contains);
        if (type.isEmpty()) {
            fault(pointer, "unknown-value", new Words("Diese Art gibt es nicht.", "There is no such type."), paths);
        }
        return type;
    }

    private Optional<Instant> expiresAt() {
        if (field("expiresAt").isEmpty()) {
            return Optional.empty();
        }
        var moment = text("expiresAt").flatMap(KeyBody::moment).filter(now::isBefore);
        if (moment.isEmpty()) {
            fault(
                    "/expiresAt",
                    "not-in-the-future",
                    new Words(
                            "Hier steht kein künftiger Zeitpunkt nach RFC 3339.",
                            "There is no moment in the future as in RFC 3339 here."),
                    List.of("2030-01-01T00:00:00+01:00", "2030-01-01T00:00:00Z"));
        }
        return moment;
    }

    private static Optional<Instant> moment(String text) {
        try {
            var moment = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            return moment.getYear() > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(moment.toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private Optional<String> text(String field) {
        return field(field).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private Optional<JsonNode> field(String field) {
        return Optional.ofNullable(body.get(field)).filter(value -> !value.isNull());
    }

    private void fault(String pointer, String code, Words message, List<String> allowed) {
        faults.add(new Fault(pointer, null, code, message, allowed));
    }

    private Problem refusal() {
        return new Problem(
                ProblemType.INVALID_DOCUMENT,
                new Words("Ungültige Felder: %d, siehe errors.", "Invalid fields: %d, see errors.").with(faults.size()),
                faults);
    }
}
