package de.stadtchronik.harvest;

import java.io.Serial;

/** Somebody else is at the source, or it is paused, changed or gone: whoever pulls has to stop. */
final class LostLease extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    LostLease(String source) {
        super("no lease any more: source=" + source);
    }
}
