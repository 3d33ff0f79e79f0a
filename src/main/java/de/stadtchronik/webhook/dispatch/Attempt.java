package de.stadtchronik.webhook.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.outbound.OutboundFailure;
import de.stadtchronik.outbound.Reply;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One attempt to deliver a message. */
@Schema(name = "WebhookAttempt", description = "One attempt to deliver a message.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attempt(
        @Schema(
                description = "When it began.",
                required = true,
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        Instant at,

        @Schema(description = "What the receiver answered; 2xx is success.", minimum = "100", maximum = "599") @Nullable
        Integer status,

        @Schema(description = "How long it took, in milliseconds.", required = true, minimum = "0")
        long duration,

        @Schema(
                description =
                        "Why there was no answer. `FORBIDDEN_ADDRESS`: the host has no address, or one that is not public.",
                enumeration = {"MALFORMED_URL", "FORBIDDEN_ADDRESS", "CONNECTION", "TIMEOUT", "TOO_LARGE"})
        @Nullable
        String error) {

    private static final int GONE = 410;

    static Attempt answered(Instant at, Duration duration, Reply reply) {
        return new Attempt(at, reply.status(), duration.toMillis(), null);
    }

    static Attempt failed(Instant at, Duration duration, OutboundFailure.Reason reason) {
        // A partner must not learn which names exist in our network.
        var told = reason == OutboundFailure.Reason.UNKNOWN_HOST ? OutboundFailure.Reason.FORBIDDEN_ADDRESS : reason;
        return new Attempt(at, null, duration.toMillis(), told.name());
    }

    boolean succeeded() {
        return status != null && status >= 200 && status <= 299;
    }

    /** What went wrong: the status of the answer, or why there was none; absent after success. */
    @Nullable
    String trouble() {
        return succeeded() ? null : status == null ? error : Integer.toString(status);
    }

    /** Whether the receiver wants no more messages (Standard Webhooks, deliverability). */
    boolean saysGone() {
        return status != null && status == GONE;
    }
}
