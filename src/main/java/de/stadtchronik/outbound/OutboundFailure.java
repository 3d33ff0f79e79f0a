package de.stadtchronik.outbound;

import java.io.Serial;

/** A call that was not made, or got no complete answer. */
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
        /** The URL is not of a form that we call. */
        MALFORMED_URL,
        /** The name of the host cannot be resolved. */
        UNKNOWN_HOST,
        /** The host has an address that is not public. */
        FORBIDDEN_ADDRESS,
        /** No connection, an unsafe one, or one that ended early. */
        CONNECTION,
        /** It took too long. */
        TIMEOUT,
        /** The answer is longer than it may be. */
        TOO_LARGE
    }
}
