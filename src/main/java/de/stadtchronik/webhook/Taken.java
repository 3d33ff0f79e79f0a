package de.stadtchronik.webhook;

import java.util.Optional;

/**
 * What came of looking after a webhook.
 *
 * @param message what is to be sent to it now
 * @param more whether the feed goes on after a part of which nothing fitted, so that it is worth looking again at once
 */
record Taken(Optional<Consignment> message, boolean more) {

    static final Taken NOTHING = new Taken(Optional.empty(), false);

    static Taken of(Consignment message) {
        return new Taken(Optional.of(message), false);
    }
}
