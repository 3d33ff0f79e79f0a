package de.stadtchronik.keys;

import de.stadtchronik.access.Role;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.vocabulary.Expected;
import de.stadtchronik.vocabulary.GivenName;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key as a client asks for it. */
@Schema(name = "KeyDocument", description = "A key to be created.")
record NewKey(
        @Schema(
                description =
                        "What it is called in lists and in the audit trail; unique among valid keys. Not the name of a person.",
                required = true,
                pattern = GivenName.PATTERN,
                minLength = 1,
                maxLength = GivenName.LONGEST)
        @GivenName
        String name,

        @Schema(
                description = "What it may do. Each role may also do what those before it may.",
                required = true,
                implementation = String.class,
                enumeration = {"partner", "author", "editor", "admin"})
        @NotNull
        Role role,

        @Schema(
                description =
                        "The paths of the types whose items it may change; without them, it may change all. Reading is not confined.",
                minItems = 1,
                maxItems = 100,
                uniqueItems = true)
        @Nullable
        List<@Size(max = 40) @Nullable String> types,

        @Schema(
                description = "When it expires: RFC 3339, in the future, before the year 9999.",
                implementation = String.class,
                format = "date-time",
                nullable = true,
                maxLength = 40)
        @Future
        @Expected(
                code = "not-in-the-future",
                german = "Hier steht kein künftiger Zeitpunkt nach RFC 3339.",
                english = "There is no moment in the future as in RFC 3339 here.",
                examples = {"2030-01-01T00:00:00+01:00", "2030-01-01T00:00:00Z"})
        @Nullable
        OffsetDateTime expiresAt) {

    /** The paths of the types it is confined to; empty for none. */
    Set<String> confinedTo() {
        return types == null ? Set.of() : new TreeSet<>(types);
    }

    /** When the key expires; empty if it does not. */
    Optional<Instant> end() {
        return Optional.ofNullable(expiresAt).map(moment -> moment.toInstant().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * What is wrong with the types.
     *
     * @param paths the paths of all types
     */
    List<Violation> wrongTypes(List<String> paths) {
        if (types == null) {
            return List.of();
        }
        var faults = new ArrayList<Violation>();
        for (var index = 0; index < types.size(); index++) {
            var pointer = "/types/" + index;
            var type = types.get(index);
            if (!paths.contains(type)) {
                var message = new BilingualText("Diese Art gibt es nicht.", "There is no such type.");
                faults.add(new Violation(pointer, null, "unknown-value", message, paths));
            } else if (types.indexOf(type) < index) {
                faults.add(Violation.inBody(
                        pointer,
                        "repeated",
                        new BilingualText("Diese Art steht schon da.", "This type is there already.")));
            }
        }
        if (types.isEmpty()) {
            var message = new BilingualText(
                    "Ein Schlüssel für keine Art ist nutzlos; ohne types gilt er für alle.",
                    "A key for no type is useless; without types it is valid for all.");
            faults.add(new Violation("/types", null, "empty", message, paths));
        } else if (role == Role.ADMIN) {
            faults.add(Violation.inBody(
                    "/types",
                    "not-for-admins",
                    new BilingualText(
                            "Ein Schlüssel mit der Rolle admin gilt für alle Arten.",
                            "A key with the role admin is valid for all types.")));
        }
        return faults;
    }
}
