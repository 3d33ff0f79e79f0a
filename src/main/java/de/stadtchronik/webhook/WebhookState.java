package de.stadtchronik.webhook;

import de.stadtchronik.feed.FeedCursor;
import de.stadtchronik.webhook.dispatch.Webhook;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook is doing.
 *
 * @param owner the name of the key that made it
 * @param status {@code ACTIVE}, {@code PAUSED} or {@code DISABLED}
 * @param place the place in the feed up to which changes have been delivered
 * @param lastSuccessAt when the last message arrived; absent if none ever did
 * @param lastAttemptAt when the last attempt to deliver one was made; pings do not count
 * @param failures how many attempts in a row failed
 * @param lastError what went wrong at the last attempt: the status of the answer, or why there was none
 */
public record WebhookState(
        UUID id,
        String name,
        String owner,
        String status,
        FeedCursor place,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastAttemptAt,
        int failures,
        @Nullable String lastError) {

    static WebhookState of(Webhook row) {
        return new WebhookState(
                row.id,
                row.name,
                row.owner,
                row.status.name(),
                row.place(),
                row.lastSuccessAt,
                row.lastAttemptAt,
                row.failures(),
                row.lastError);
    }
}
