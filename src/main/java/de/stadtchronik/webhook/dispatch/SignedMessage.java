package de.stadtchronik.webhook.dispatch;

import de.stadtchronik.outbound.Call;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A message that is ready to be sent, with its receiver.
 *
 * @param lease the lease under which it may be sent
 * @param message the id of the message
 * @param secrets with which it is signed; two while one takes the place of the other
 */
public record SignedMessage(UUID webhook, UUID lease, UUID message, String url, List<Secret> secrets, String body) {

    /** How long a receiver may take to answer. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Of the answer, only the status is of interest. */
    private static final int NO_BODY = 0;

    /** The request, signed now. */
    Call call(Instant now) {
        var timestamp = now.getEpochSecond();
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "Stadtchronik",
                "webhook-id",
                message.toString(),
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                secrets.stream()
                        .map(secret -> secret.sign(message, timestamp, body))
                        .collect(Collectors.joining(" ")));
        return new Call("POST", URI.create(url), headers, Buffer.buffer(body), PATIENCE, NO_BODY);
    }
}
