package de.stadtchronik.sync;

import de.stadtchronik.access.Actor;
import de.stadtchronik.content.FeedCursor;

/**
 * Happens when somebody with a key was given a part of the feed.
 *
 * @param place how far that was
 */
public record Pulled(Actor actor, FeedCursor place) {}
