package de.stadtchronik.keys;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.access.Role;
import de.stadtchronik.problem.Body;
import de.stadtchronik.text.Words;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
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

    private final Body body;
    private final Instant now;
    private final List<String> paths;

    /**
     * What was sent.
     *
     * @param body the JSON; null if there was none
     * @param paths the paths of all types
     */
    KeyBody(@Nullable JsonNode body, Instant now, List<String> paths) {
        this.body = new Body(body);
        this.now = now;
        this.paths = paths;
    }

    /** @throws de.stadtchronik.problem.Problem INVALID_DOCUMENT */
    NewKey read() {
        body.requireObject(FIELDS);
        var name = name();
        var role = role();
        var types = types();
        var expiresAt = expiresAt();
        if (role.filter(Role.ADMIN::equals).isPresent() && !types.isEmpty()) {
            body.fault(
                    "/types",
                    "not-for-admins",
                    new Words(
                            "Ein Schlüssel mit der Rolle admin gilt für alle Arten.",
                            "A key with the role admin is good for all types."));
        }
        body.finish();
        return new NewKey(name.orElseThrow(), role.orElseThrow(), types, expiresAt);
    }

    private Optional<String> name() {
        var name = body.text("name")
                .filter(text -> text.length() <= LONGEST_NAME
                        && NAME_SHAPE.matcher(text).matches());
        if (name.isEmpty()) {
            body.fault(
                    "/name",
                    "invalid-name",
                    new Words(
                            "Der Name braucht 1 bis 100 Zeichen, ohne Steuerzeichen und ohne Leerraum am Rand.",
                            "The name needs 1 to 100 characters, without control characters, or blanks at its ends."));
        }
        return name;
    }

    private Optional<Role> role() {
        var role = body.text("role").flatMap(Role::of);
        if (body.field("role").isEmpty()) {
            body.fault("/role", "not-null", new Words("Die Rolle fehlt.", "The role is missing."), ROLES);
        } else if (role.isEmpty()) {
            body.fault(
                    "/role", "unknown-value", new Words("Diese Rolle gibt es nicht.", "There is no such role."), ROLES);
        }
        return role;
    }

    private Set<String> types() {
        var types = new TreeSet<String>();
        var given = body.field("types");
        if (given.filter(JsonNode::isArray).isPresent()) {
            if (given.get().isEmpty()) {
                body.fault(
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
                        .ifPresent(type -> body.fault(
                                pointer,
                                "repeated",
                                new Words("Diese Art steht schon da.", "This type is there already.")));
            }
        } else if (given.isPresent()) {
            body.fault("/types", "not-a-list", new Words("Hier steht keine Liste.", "There is no list here."), paths);
        }
        return types;
    }

    private Optional<String> type(JsonNode given, String pointer) {
        var type = Optional.ofNullable(given.textValue()).filter(paths::contains);
        if (type.isEmpty()) {
            body.fault(
                    pointer, "unknown-value", new Words("Diese Art gibt es nicht.", "There is no such type."), paths);
        }
        return type;
    }

    private Optional<Instant> expiresAt() {
        if (body.field("expiresAt").isEmpty()) {
            return Optional.empty();
        }
        var moment = body.text("expiresAt").flatMap(KeyBody::moment).filter(now::isBefore);
        if (moment.isEmpty()) {
            body.fault(
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
}
