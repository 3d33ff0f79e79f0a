package de.stadtchronik.feed;

/**
 * One item in the feed, at its latest state.
 *
 * @param seq the position of its last public change
 * @param json {@code {seq, type, id, op, reason?, version, changedAt, explanation?, successor?, item?}} in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FeedEntry(long seq, byte[] json) {}
