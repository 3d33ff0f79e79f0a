package de.stadtchronik.harvest;

import java.util.List;
import java.util.Optional;

/** What comes of asking an origin what changed. */
sealed interface Pull {

    /**
     * A part of the changes, in order.
     *
     * @param next the place after it
     * @param more whether there is more right now
     * @param license of all that does not name another
     */
    record Part(List<Entry> entries, String next, boolean more, Optional<String> license) implements Pull {}

    /** The origin cannot tell any more what changed since that place: all has to be read from the beginning. */
    record Expired() implements Pull {}
}
