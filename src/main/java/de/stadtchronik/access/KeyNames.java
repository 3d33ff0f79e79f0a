package de.stadtchronik.access;

import java.time.Instant;

/** What is known of keys by their names, for whoever works in the name of one while nobody shows it. */
public interface KeyNames {

    /** Whether there was a key of that name, and none is valid any more. */
    boolean hasEnded(String name, Instant now);
}
