package de.stadtchronik.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the audit trail. */
@Schema(name = "AuditEntry", description = "Something that was done, or refused.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
        @Schema(
                description = "When.",
                required = true,
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        Instant at,

        @Schema(
                description =
                        "Who: the name of a key, `oidc:` with the subject of a token, a part of the service, or `anonymous`.",
                required = true,
                maxLength = 300)
        String actor,

        @Schema(
                description =
                        "What was done; of what was refused the method and path, with variables for slugs and ids.",
                required = true,
                maxLength = 200,
                examples = {"PUBLISH", "POST /v1/admin/keys"})
        String action,

        @Schema(
                description = "How it ended.",
                required = true,
                enumeration = {"DONE", "REFUSED"})
        String outcome,

        @Schema(description = "The type of the item.", maxLength = 40) @Nullable
        String type,

        @Schema(description = "The id of the item.", implementation = String.class, format = "uuid", maxLength = 36)
        @Nullable
        UUID item,

        @Schema(description = "The public version of the item afterwards.", minimum = "0") @Nullable
        Integer version,

        @Schema(description = "The position in the change log.", minimum = "1") @Nullable
        Long position,

        @Schema(
                description = "Why it was refused.",
                enumeration = {"unauthenticated", "forbidden", "locked-out"})
        @Nullable
        String reason) {}
