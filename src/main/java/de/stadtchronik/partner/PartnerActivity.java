package de.stadtchronik.partner;

import de.stadtchronik.content.FeedCursor;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is new of somebody who pulls.
 *
 * @param place how far the feed was last given; empty if it was not
 * @param pulledAt when that was
 * @param seenAt when it was last asked for
 * @param failures how many requests failed since
 * @param error the status of the last answer, if that was a failure
 */
record News(
        Optional<FeedCursor> place,
        @Nullable Instant pulledAt,
        Instant seenAt,
        int failures,
        @Nullable String error) {

    static News given(FeedCursor place, Instant now) {
        return new News(Optional.of(place), now, now, 0, null);
    }

    static News failed(int status, Instant now) {
        return new News(Optional.empty(), null, now, 1, Integer.toString(status));
    }

    /** Both in one. */
    News then(News later) {
        return later.place().isPresent()
                ? later
                : new News(place, pulledAt, later.seenAt(), failures + later.failures(), later.error());
    }
}
