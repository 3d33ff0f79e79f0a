package de.stadtchronik.harvest;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** An origin that did not answer, or not with what was asked for. */
final class OriginFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    OriginFailure(String message, Optional<Duration> retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    OriginFailure(String message, Throwable cause) {
        super(message, cause);
        this.retryAfter = Optional.empty();
    }

    /** How long it asks to be left alone. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
