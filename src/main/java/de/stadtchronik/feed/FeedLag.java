package de.stadtchronik.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a partner is behind the feed.
 *
 * @param known whether it can go on from where it is, and need not begin anew
 * @param items how many items changed since, whether it follows them or not, up to 10,000; 0 if it cannot go on
 * @param since when the first of these changes happened; absent where there are none
 * @param needsFrom when the oldest line of the log was written that it needs to go on; absent where it needs none
 */
public record FeedLag(
        boolean known,
        int items,
        @Nullable Instant since,
        @Nullable Instant needsFrom) {

    /** So many are counted, because more would take long and say no more. */
    static final int MOST = 10_000;

    static final FeedLag EXPIRED = new FeedLag(false, 0, null, null);
}
