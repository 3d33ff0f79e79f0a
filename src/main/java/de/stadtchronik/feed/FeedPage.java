package de.stadtchronik.feed;

import java.util.List;

/**
 * A part of the feed.
 *
 * @param from where it begins
 * @param next how far it was read, always there
 * @param hasMore whether there is more by now
 * @param head the position of the newest line of the log
 */
public record FeedPage(List<FeedEntry> entries, FeedCursor from, FeedCursor next, boolean hasMore, long head) {

    /** The cursor of a partner who has read up to an entry of it. */
    public FeedCursor after(FeedEntry entry) {
        return new FeedCursor(from.epoch(), entry.seq(), from.start(), from.filter());
    }

    /** About how much memory it takes. */
    public int bytes() {
        return entries.stream().mapToInt(entry -> entry.json().length).sum();
    }
}
