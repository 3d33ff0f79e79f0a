package de.stadtchronik.webhook.dispatch;

import java.util.Optional;

/**
 * What there is to do for a webhook.
 *
 * @param message the message to send now, if there is one
 * @param more whether nothing in this part of the feed matched but more follows, so that it is worth looking again
 */
record Claim(Optional<SignedMessage> message, boolean more) {

    static final Claim NOTHING = new Claim(Optional.empty(), false);

    static Claim of(SignedMessage message) {
        return new Claim(Optional.of(message), false);
    }
}
