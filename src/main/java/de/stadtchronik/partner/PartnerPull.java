package de.stadtchronik.partner;

import de.stadtchronik.feed.FeedCursor;
import de.stadtchronik.feed.FeedFilter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a follower: how far it was given the feed, and what went wrong. */
@Entity
class PartnerPull {

    @Id
    UUID id;

    /** The name of the caller, as in the change log. */
    @Column(nullable = false)
    String actor;

    /** {@link FeedFilter#text()}. */
    @Column(nullable = false)
    String filter;

    /** The epoch in which its positions have their meaning; absent before anything was given. */
    @Nullable
    UUID epoch;

    @Column(nullable = false)
    long reached;

    @Column(nullable = false)
    long started;

    /** When something was last given. */
    @Nullable
    Instant lastPullAt;

    /** When it last asked, with or without success. */
    @Column(nullable = false)
    Instant seenAt;

    /** How many requests in a row failed. */
    @Column(nullable = false)
    int failures;

    /** The status of the answer to the last request, if that failed (RFC 9110, section 15). */
    @Nullable
    String lastError;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected PartnerPull() {}

    @SuppressWarnings("NullAway.Init") // note() fills the rest
    PartnerPull(Follower follower) {
        this.id = follower.id();
        this.actor = follower.actor();
        this.filter = follower.filter();
    }

    /** The place in the feed; empty before anything was given. */
    Optional<FeedCursor> place() {
        return Optional.ofNullable(epoch).map(known -> new FeedCursor(known, reached, started, FeedFilter.EVERYTHING));
    }

    void note(PartnerActivity activity) {
        seenAt = activity.seenAt();
        activity.place().ifPresent(place -> {
            epoch = place.epoch();
            reached = place.after();
            started = place.start();
            lastPullAt = activity.pulledAt();
            failures = 0;
        });
        failures += activity.failures();
        lastError = activity.error();
    }
}
