package de.stadtchronik.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook does.
 *
 * @param owner the name of the key that made it
 * @param host where messages are sent, without the rest of the URL, which may hold what only the receiver is to know
 * @param status {@code ACTIVE}, {@code PAUSED} or {@code DISABLED}
 * @param reason why it is disabled
 * @param position in the change log, up to which it was told
 * @param lastSuccessAt when the last message arrived; absent if none ever did
 * @param lastAttemptAt when the last attempt to deliver one was made; pings do not count
 * @param failures how many attempts in a row failed
 * @param lastError what went wrong at the last attempt: the status of the answer, or why there was none
 * @param nextAttemptAt when the next attempt is made, after one that failed
 */
public record WebhookState(
        UUID id,
        String name,
        String owner,
        String host,
        String status,
        @Nullable String reason,
        long position,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastAttemptAt,
        int failures,
        @Nullable String lastError,
        @Nullable Instant nextAttemptAt) {

    static WebhookState of(Webhook row) {
        return new WebhookState(
                row.id,
                row.name,
                row.owner,
                URI.create(row.url).getHost(),
                row.status.name(),
                row.reason == null ? null : row.reason.name(),
                row.reached,
                row.lastSuccessAt,
                row.lastAttemptAt,
                row.failures,
                row.lastError,
                row.nextAttemptAt());
    }
}
