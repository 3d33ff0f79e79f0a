package de.stadtchronik.content;

import java.util.List;

/**
 * A part of the feed.
 *
 * @param next how far it was read, always there
 * @param hasMore whether there is more by now
 * @param head the position of the newest line of the log
 */
public record FeedPage(List<FeedEntry> entries, FeedCursor next, boolean hasMore, long head) {}
