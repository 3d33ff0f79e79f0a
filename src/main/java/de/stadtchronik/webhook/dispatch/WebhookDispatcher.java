package de.stadtchronik.webhook.dispatch;

import de.stadtchronik.clock.BackgroundExecutor;
import de.stadtchronik.outbound.Outbound;
import de.stadtchronik.outbound.OutboundFailure;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.BilingualText;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Delivers messages. Every replica looks for work again and again; one thread talks to the database, and none waits for
 * a receiver, so that a slow receiver does not delay the others.
 */
@ApplicationScoped
public class WebhookDispatcher {

    private static final Logger LOG = Logger.getLogger(WebhookDispatcher.class);

    /** How many receivers are waited for at once. */
    private static final int MOST_UNDER_WAY = 64;

    private final MessageQueue queue;
    private final Outbound outbound;
    private final Clock clock;
    private final Duration every;
    private final BackgroundExecutor background = new BackgroundExecutor("webhook-dispatcher");

    /** Seen by the one thread only. */
    private final Set<UUID> underWay = new HashSet<>();

    private final Set<UUID> pinged = ConcurrentHashMap.newKeySet();

    WebhookDispatcher(MessageQueue queue, Outbound outbound, Settings settings, Clock clock) {
        this.queue = queue;
        this.outbound = outbound;
        this.clock = clock;
        this.every = settings.webhooks().check();
    }

    void start(@Observes @Priority(BackgroundExecutor.LAST) StartupEvent start) {
        background.repeat(this::look, every);
    }

    /** Does not wait for messages under way: they will be sent once more. */
    void stop(@Observes ShutdownEvent stop) {
        background.stop();
    }

    private void look() {
        var free = MOST_UNDER_WAY - underWay.size();
        if (free > 0) {
            queue.due(free).forEach(this::soon);
        }
    }

    /** Queues each webhook by itself, so that a failure with one does not affect the others. */
    private void soon(UUID webhook) {
        background.soon(() -> deliver(webhook));
    }

    private void deliver(UUID webhook) {
        if (!underWay.add(webhook)) {
            return;
        }
        var sent = false;
        try {
            var taken = queue.take(webhook);
            taken.message().ifPresent(this::send);
            sent = taken.message().isPresent();
            if (taken.more()) {
                soon(webhook);
            }
        } finally {
            if (!sent) {
                underWay.remove(webhook);
            }
        }
    }

    private void send(SignedMessage signed) {
        follow(signed, (attempt, retryAfter) -> {
            underWay.remove(signed.webhook());
            queue.settle(signed, attempt, retryAfter);
            if (attempt.succeeded()) {
                deliver(signed.webhook());
            }
        });
    }

    /**
     * Sends a test message at once, out of turn. The result fails if what became of it could not be stored.
     *
     * @throws Problem RATE_LIMITED while another one is under way
     */
    public CompletionStage<Optional<Delivery>> ping(SignedMessage ping) {
        if (!pinged.add(ping.webhook())) {
            throw Problem.tooMany(
                    ProblemType.RATE_LIMITED,
                    new BilingualText(
                            "Eine andere Testnachricht ist noch unterwegs.",
                            "Another test message is still on its way."),
                    SignedMessage.PATIENCE);
        }
        var result = new CompletableFuture<Optional<Delivery>>();
        try {
            follow(ping, (attempt, retryAfter) -> {
                pinged.remove(ping.webhook());
                note(ping, attempt, result);
            });
        } catch (RuntimeException neverSent) {
            pinged.remove(ping.webhook());
            throw neverSent;
        }
        return result;
    }

    private void note(SignedMessage ping, Attempt attempt, CompletableFuture<Optional<Delivery>> result) {
        try {
            result.complete(queue.pinged(ping, attempt));
        } catch (RuntimeException failed) {
            result.completeExceptionally(failed);
        }
    }

    /** @param then is told what became of it, and the {@code Retry-After} of the answer */
    private void follow(SignedMessage signed, BiConsumer<Attempt, Optional<String>> then) {
        var at = clock.instant();
        var begun = System.nanoTime();
        var followed = outbound.send(signed.call(at)).handle((reply, failure) -> {
            var duration = Duration.ofNanos(System.nanoTime() - begun);
            return reply == null
                    ? background.soon(
                            () -> then.accept(Attempt.failed(at, duration, reason(failure)), Optional.empty()))
                    : background.soon(
                            () -> then.accept(Attempt.answered(at, duration, reply), reply.header("Retry-After")));
        });
        LOG.tracef("On its way to %s: %s", signed.webhook(), followed);
    }

    private static OutboundFailure.Reason reason(Throwable failure) {
        return failure instanceof OutboundFailure named ? named.reason() : OutboundFailure.Reason.CONNECTION;
    }
}
