package de.stadtchronik.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.query.PageEnd;
import de.stadtchronik.webhook.dispatch.Attempt;
import de.stadtchronik.webhook.dispatch.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message to a webhook, and what became of it. */
@Schema(name = "WebhookDelivery", description = "A message, and what became of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownDelivery(
        @Schema(
                description = "The id of the message: its `webhook-id`.",
                required = true,
                implementation = String.class,
                format = "uuid",
                maxLength = 36)
        UUID id,

        @Schema(
                description = "What it is about.",
                required = true,
                enumeration = {"CHANGES", "PING"})
        String kind,

        @Schema(
                description = "What became of it. `SUPERSEDED`: replaced by another message.",
                required = true,
                enumeration = {"PENDING", "DELIVERED", "FAILED", "SUPERSEDED"})
        String state,

        @Schema(
                description = "When it was made.",
                required = true,
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        Instant createdAt,

        @Schema(description = "It covers changes after this position …", required = true, minimum = "0")
        long since,

        @Schema(description = "… and up to this one.", required = true, minimum = "0")
        long until,

        @Schema(description = "The oldest first.", required = true, maxItems = 50)
        List<Attempt> attempts,

        @Schema(
                description = "When the next attempt is made; absent if there is none, or it is made now.",
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        @Nullable
        Instant nextAttemptAt) {

    static ShownDelivery of(Delivery row, @Nullable Instant nextAttemptAt) {
        return new ShownDelivery(
                row.id,
                row.kind.name(),
                row.state.name(),
                row.createdAt,
                row.sinceSeq,
                row.untilSeq,
                row.attempts(),
                row.state == Delivery.State.PENDING ? nextAttemptAt : null);
    }

    /** A page of a list of them. */
    @Schema(name = "WebhookDeliveryPage", description = "A page of the messages to a webhook.")
    record Page(
            @Schema(description = "The newest first.", maxItems = 100, required = true)
            List<ShownDelivery> data,

            @Schema(ref = "Page") PageEnd.Page page,
            @Schema(ref = "PageLinks") PageEnd.Links links) {}
}
