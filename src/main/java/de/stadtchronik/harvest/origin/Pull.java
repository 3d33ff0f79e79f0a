package de.stadtchronik.harvest.origin;

import java.util.List;
import java.util.Optional;

/** An origin's answer to the question what changed. */
public sealed interface Pull {

    /**
     * A part of the changes, in order.
     *
     * @param next the place after it
     * @param more whether there is more right now
     * @param license for items that name none
     * @param bytes what it weighed
     */
    record Part(List<Entry> entries, String next, boolean more, Optional<String> license, int bytes) implements Pull {}

    /** The origin no longer knows what changed since that place: everything has to be read from the beginning. */
    record Expired() implements Pull {}
}
