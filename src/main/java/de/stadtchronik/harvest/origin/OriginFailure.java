package de.stadtchronik.harvest.origin;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** An origin did not answer, or not as it should. */
public final class OriginFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    public OriginFailure(String message, Optional<Duration> retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public OriginFailure(String message, Throwable cause) {
        super(message, cause);
        this.retryAfter = Optional.empty();
    }

    /** How long the origin asks to wait. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
