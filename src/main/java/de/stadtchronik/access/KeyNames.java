package de.stadtchronik.access;

import java.time.Instant;

/** Keys by name, for background work that is done on behalf of a key. */
public interface KeyNames {

    /** Whether there was a key of that name, and none is valid any more. */
    boolean hasEnded(String name, Instant now);
}
