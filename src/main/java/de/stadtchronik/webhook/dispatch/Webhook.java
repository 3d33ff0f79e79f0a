package de.stadtchronik.webhook;

import de.stadtchronik.content.FeedCursor;
import de.stadtchronik.content.FeedFilter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a webhook: what its owner wants, how far it has been told, and who is at it. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate or whoever makes one fills the fields
class Webhook {

    @Id
    UUID id;

    /** The name of the actor who made it. */
    @Column(nullable = false)
    String owner;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String url;

    /** A {@link de.stadtchronik.content.FeedFilter} as JSON: what its owner wrote, and what it was bound to. */
    @Column(nullable = false)
    String filters;

    @Column(nullable = false)
    String secret;

    /** The one before, which also signs for a while. */
    @Nullable
    String formerSecret;

    @Nullable
    Instant formerUntil;

    @Column(nullable = false)
    Instant createdAt;

    @Column(nullable = false)
    Instant modifiedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Status status;

    /** Why it is disabled; absent unless it is. */
    @Enumerated(EnumType.STRING)
    @Nullable
    Reason reason;

    /** The epoch in which its positions have their meaning. */
    @Column(nullable = false)
    UUID epoch;

    /** The position in the change log up to which it has been told. */
    @Column(nullable = false)
    long reached;

    /** Where the log stood when what it is being told now began: the start of its place in the feed. */
    @Column(nullable = false)
    long started;

    /** How many attempts in a row failed. */
    @Column(nullable = false)
    int failures;

    /** When the last attempt to deliver a message was made; absent if none ever was. */
    @Nullable
    Instant lastAttemptAt;

    /** When the last message arrived; absent if none ever did. */
    @Nullable
    Instant lastSuccessAt;

    /** What went wrong at the last attempt; absent if nothing did. */
    @Nullable
    String lastError;

    /** Nothing is sent before. */
    @Column(nullable = false)
    Instant dueAt;

    /** Who delivers right now; absent if nobody does. */
    @Nullable
    UUID leasedBy;

    /** When that ends by itself, whatever became of the deliverer. */
    @Nullable
    Instant leasedUntil;

    /** Whether messages are sent. */
    enum Status {
        ACTIVE,
        /** Not until its owner resumes it. */
        PAUSED,
        /** Neither, because it made no sense any more. */
        DISABLED
    }

    /** Why one is disabled. */
    enum Reason {
        /** The receiver answered 410. */
        GONE,
        /** The last attempt failed too. */
        EXHAUSTED,
        /** The key of its owner was revoked. */
        KEY_REVOKED,
        /** It expired. */
        KEY_EXPIRED
    }

    /** Its place in the feed, of what a filter lets through. */
    FeedCursor place(FeedFilter filter) {
        return new FeedCursor(epoch, reached, started, filter);
    }

    void moveTo(FeedCursor place) {
        epoch = place.epoch();
        reached = place.after();
        started = place.start();
    }

    /** Begins anew from where it is, at once. */
    void wake(Instant now) {
        failures = 0;
        dueAt = now;
    }

    /** Notes when something was last tried, and what came of it. */
    void note(Attempt attempt) {
        lastAttemptAt = attempt.at();
        if (attempt.succeeded()) {
            lastSuccessAt = attempt.at();
        }
        lastError = attempt.trouble();
    }

    /** When it is tried again, if the last attempt failed. */
    @Nullable
    Instant nextAttemptAt() {
        return status == Status.ACTIVE && failures > 0 ? dueAt : null;
    }

    void disable(Reason why) {
        status = Status.DISABLED;
        reason = why;
    }

    void release() {
        leasedBy = null;
        leasedUntil = null;
    }
}
