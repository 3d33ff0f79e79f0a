package de.stadtchronik.harvest.run;

import java.io.Serial;

/** The run has to stop: another replica has the source now, or it was paused, changed or deleted. */
final class LostLease extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    LostLease(String source) {
        super("no lease any more: source=" + source);
    }
}
