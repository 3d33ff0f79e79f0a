package de.stadtchronik.outbound;

import java.io.Serial;

/** A call that was not made, or got no whole answer. */
public final class OutboundFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    OutboundFailure(Reason reason, String message) {
        super(reason + ": " + message);
        this.reason = reason;
    }

    OutboundFailure(Reason reason, Throwable cause) {
        super(reason + ": " + cause.getMessage(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** The URL is none that we call. */
        MALFORMED_URL,
        /** Nobody knows the name of the host. */
        UNKNOWN_HOST,
        /** The host has an address that is not public. */
        FORBIDDEN_ADDRESS,
        /** No connection, none that is safe, or it ended early. */
        CONNECTION,
        /** It took too long. */
        TIMEOUT,
        /** The answer is longer than it may be. */
        TOO_LARGE
    }
}
