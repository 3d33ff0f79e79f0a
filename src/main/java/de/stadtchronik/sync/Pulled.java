package de.stadtchronik.sync;

import de.stadtchronik.access.Actor;
import de.stadtchronik.feed.FeedCursor;

/**
 * Happens when a caller with a key was given a part of the feed.
 *
 * @param place the end of that part
 */
public record Pulled(Actor actor, FeedCursor place) {}
