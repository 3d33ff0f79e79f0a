package de.stadtchronik.keys;

import de.stadtchronik.access.Role;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key that is wanted. */
@Schema(name = "KeyDocument", description = "A key as it is asked for.")
record NewKey(
        @Schema(
                description =
                        "What it is called in lists and in the audit trail; unique among valid keys. Not the name of a person.",
                required = true,
                pattern = KeyBody.NAME,
                minLength = 1,
                maxLength = KeyBody.LONGEST_NAME)
        String name,

        @Schema(
                description = "What it may do. Each role may also do what those before it may.",
                required = true,
                implementation = String.class,
                enumeration = {"partner", "author", "editor", "admin"})
        Role role,

        @Schema(
                description =
                        "The paths of the types whose items it may change; without them, it may change all. Reading is not confined.",
                minItems = 1,
                maxItems = 100)
        Set<@Size(max = 40) String> types,

        @Schema(
                description = "When it ceases to be valid by itself: RFC 3339, in the future, before the year 10000.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        Optional<Instant> expiresAt) {}
