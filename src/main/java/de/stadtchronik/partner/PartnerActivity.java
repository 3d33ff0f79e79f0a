package de.stadtchronik.partner;

import de.stadtchronik.feed.FeedCursor;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be noted about a follower.
 *
 * @param place how far it was given the feed; empty if it was not
 * @param pulledAt when that was
 * @param seenAt when it last asked
 * @param failures how many requests failed since
 * @param error the status of the last answer, if that was a failure
 */
record PartnerActivity(
        Optional<FeedCursor> place,
        @Nullable Instant pulledAt,
        Instant seenAt,
        int failures,
        @Nullable String error) {

    static PartnerActivity given(FeedCursor place, Instant now) {
        return new PartnerActivity(Optional.of(place), now, now, 0, null);
    }

    static PartnerActivity failed(int status, Instant now) {
        return new PartnerActivity(Optional.empty(), null, now, 1, Integer.toString(status));
    }

    /** This, and what happened later, in one. */
    PartnerActivity then(PartnerActivity later) {
        return later.place().isPresent()
                ? later
                : new PartnerActivity(place, pulledAt, later.seenAt(), failures + later.failures(), later.error());
    }
}
