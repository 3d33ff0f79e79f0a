package de.stadtchronik.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be seen of a webhook. */
@Schema(name = "Webhook", description = "A webhook, without its secret.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownWebhook(
        @Schema(
                description = "The id (UUIDv7).",
                required = true,
                implementation = String.class,
                format = "uuid",
                maxLength = 36)
        UUID id,

        @Schema(description = "What it is called.", required = true, maxLength = 100)
        String name,

        @Schema(description = "Where messages are sent.", required = true, format = "uri", maxLength = 2000)
        String url,

        @Schema(description = "Which changes are told; absent if all are.") @Nullable
        Filters filters,

        @Schema(description = "Whose it is: the name of a key.", required = true, maxLength = 300)
        String owner,

        @Schema(
                description = "Whether messages are sent. `DISABLED`: not any more, see `reason`; until it is resumed.",
                required = true,
                enumeration = {"ACTIVE", "PAUSED", "DISABLED"})
        String status,

        @Schema(
                description =
                        "Why it is disabled. `GONE`: the receiver answered 410. `EXHAUSTED`: all attempts failed. `KEY_REVOKED`, `KEY_EXPIRED`: the key of its owner is valid no more.",
                enumeration = {"GONE", "EXHAUSTED", "KEY_REVOKED", "KEY_EXPIRED"})
        @Nullable
        String reason,

        @Schema(description = "The position in the change log up to which it was told.", required = true, minimum = "0")
        long position,

        @Schema(description = "How many attempts in a row failed.", required = true, minimum = "0")
        int failures,

        @Schema(
                description = "When the next attempt is made, after one that failed.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant nextAttemptAt,

        @Schema(
                description = "When it was created.",
                required = true,
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        Instant createdAt,

        @Schema(
                description = "When its owner last changed it.",
                required = true,
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        Instant modifiedAt,

        @Schema(
                description = "Until when the secret before this one also signs.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant formerSecretUntil,

        @Schema(
                description = "What messages are signed with. Shown in this one answer, and never again.",
                pattern = "^whsec_[A-Za-z0-9+/]{43}=$",
                maxLength = 60)
        @Nullable
        String secret) {

    static ShownWebhook of(Webhook row, Filters filters, Instant now) {
        return shown(row, filters, now, null);
    }

    /** With its secret: for the one answer that shows it. */
    static ShownWebhook once(Webhook row, Filters filters, Instant now) {
        return shown(row, filters, now, row.secret);
    }

    private static ShownWebhook shown(Webhook row, Filters filters, Instant now, @Nullable String secret) {
        return new ShownWebhook(
                row.id,
                row.name,
                row.url,
                filters.areNone() ? null : filters,
                row.owner,
                row.status.name(),
                row.reason == null ? null : row.reason.name(),
                row.reached,
                row.failures,
                row.nextAttemptAt(),
                row.createdAt,
                row.modifiedAt,
                row.formerUntil != null && now.isBefore(row.formerUntil) ? row.formerUntil : null,
                secret);
    }
}
