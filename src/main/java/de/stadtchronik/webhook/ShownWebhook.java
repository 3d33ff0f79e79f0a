package de.stadtchronik.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.query.PageEnd;
import de.stadtchronik.webhook.dispatch.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as its owner sees it. */
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

        @Schema(description = "Which changes are sent; absent if all are.") @Nullable
        Filters filters,

        @Schema(description = "Its owner: the name of a key.", required = true, maxLength = 300)
        String owner,

        @Schema(
                description =
                        "Whether messages are sent. `DISABLED`: no longer, for the `reason` given, until it is resumed.",
                required = true,
                enumeration = {"ACTIVE", "PAUSED", "DISABLED"})
        String status,

        @Schema(
                description =
                        "Why it is disabled. `GONE`: the receiver answered 410. `EXHAUSTED`: all attempts failed. `KEY_REVOKED`, `KEY_EXPIRED`: the key of its owner is no longer valid.",
                enumeration = {"GONE", "EXHAUSTED", "KEY_REVOKED", "KEY_EXPIRED"})
        @Nullable
        String reason,

        @Schema(
                description = "The position in the change log up to which changes have been delivered.",
                required = true,
                minimum = "0")
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
                description = "Until when messages are also signed with the previous secret.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant formerSecretUntil,

        @Schema(
                description = "The secret with which messages are signed. Shown in this answer only.",
                pattern = "^whsec_[A-Za-z0-9+/]{43}=$",
                maxLength = 60)
        @Nullable
        String secret) {

    static ShownWebhook of(Webhook row, Instant now) {
        return shown(row, now, null);
    }

    /** With its secret: for the one answer that shows it. */
    static ShownWebhook once(Webhook row, Instant now) {
        return shown(row, now, row.secret);
    }

    private static ShownWebhook shown(Webhook row, Instant now, @Nullable String secret) {
        var filters = Filters.of(row.filter());
        return new ShownWebhook(
                row.id,
                row.name,
                row.url,
                filters.areNone() ? null : filters,
                row.owner,
                row.status.name(),
                row.reason == null ? null : row.reason.name(),
                row.reached,
                row.failures(),
                row.nextAttemptAt(),
                row.createdAt,
                row.modifiedAt,
                row.formerUntil != null && now.isBefore(row.formerUntil) ? row.formerUntil : null,
                secret);
    }

    /** A page of a list of them. */
    @Schema(name = "WebhookPage", description = "A page of the list of webhooks.")
    record Page(
            @Schema(description = "The newest first.", maxItems = 100, required = true)
            List<ShownWebhook> data,

            @Schema(ref = "Page") PageEnd.Page page,
            @Schema(ref = "PageLinks") PageEnd.Links links) {}
}
