package de.stadtchronik.webhook.dispatch;

import de.stadtchronik.clock.Leased;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.feed.FeedCursor;
import de.stadtchronik.feed.FeedFilter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a webhook: what its owner asked for, and up to where changes have been delivered. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate, or the room that creates one, fills the fields
public class Webhook extends Leased {

    @Id
    public UUID id;

    /** The name of the actor who created it. */
    @Column(nullable = false)
    public String owner;

    @Column(nullable = false)
    public String name;

    @Column(nullable = false)
    public String url;

    /** A {@link FeedFilter} as JSON: what its owner wrote, and what it was bound to. */
    @Column(nullable = false)
    String filters;

    @Column(nullable = false)
    public String secret;

    /** The previous secret, which also signs for a while. */
    @Nullable
    public String formerSecret;

    @Nullable
    public Instant formerUntil;

    @Column(nullable = false)
    public Instant createdAt;

    @Column(nullable = false)
    public Instant modifiedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Status status;

    /** Why it is disabled; absent unless it is. */
    @Enumerated(EnumType.STRING)
    @Nullable
    public Reason reason;

    /** The epoch in which its positions have their meaning. */
    @Column(nullable = false)
    UUID epoch;

    /** The position in the change log up to which changes have been delivered. */
    @Column(nullable = false)
    public long reached;

    /** The start of its place in the feed: where the log stood when the current pull began. */
    @Column(nullable = false)
    long started;

    /** When the last attempt to deliver a message was made; absent if none ever was. */
    @Nullable
    public Instant lastAttemptAt;

    /** When the last message arrived; absent if none ever did. */
    @Nullable
    public Instant lastSuccessAt;

    /** What went wrong at the last attempt; absent if nothing did. */
    @Nullable
    public String lastError;

    /** Whether messages are sent. */
    public enum Status {
        ACTIVE,
        /** Not until its owner resumes it. */
        PAUSED,
        /** Not until its owner resumes it; the service stopped it, for a reason. */
        DISABLED
    }

    /** Why one is disabled. */
    public enum Reason {
        /** The receiver answered 410. */
        GONE,
        /** All attempts failed. */
        EXHAUSTED,
        /** The key of its owner was revoked. */
        KEY_REVOKED,
        /** It expired. */
        KEY_EXPIRED
    }

    public FeedFilter filter() {
        return DocumentJson.read(filters, FeedFilter.class);
    }

    public void filter(FeedFilter filter) {
        filters = DocumentJson.write(filter);
    }

    /** Its place in the feed. */
    public FeedCursor place() {
        return placeAt(reached, started);
    }

    /** A place in its epoch, of what its filter lets through. */
    FeedCursor placeAt(long position, long start) {
        return new FeedCursor(epoch, position, start, filter());
    }

    public void moveTo(FeedCursor place) {
        epoch = place.epoch();
        reached = place.after();
        started = place.start();
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
    public Instant nextAttemptAt() {
        return status == Status.ACTIVE && failures() > 0 ? dueAt() : null;
    }

    public void disable(Reason why) {
        status = Status.DISABLED;
        reason = why;
    }
}
