package de.stadtchronik.webhook;

import de.stadtchronik.clockwork.Clockwork;
import de.stadtchronik.outbound.Outbound;
import de.stadtchronik.outbound.OutboundFailure;
import de.stadtchronik.outbound.Reply;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.Words;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Delivers. Looks for work again and again, on every replica; one thread does what concerns the database, and none waits
 * for a receiver, so that a slow one delays nobody else.
 */
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);

    /** How many receivers are waited for at once. */
    private static final int MOST_UNDER_WAY = 64;

    private final Outbox outbox;
    private final Outbound outbound;
    private final Clock clock;
    private final Duration every;
    private final Clockwork office = new Clockwork("courier");

    /** Seen by the one thread only. */
    private final Set<UUID> underWay = new HashSet<>();

    private final Set<UUID> pinged = ConcurrentHashMap.newKeySet();

    Courier(Outbox outbox, Outbound outbound, Settings settings, Clock clock) {
        this.outbox = outbox;
        this.outbound = outbound;
        this.clock = clock;
        this.every = settings.webhooks().check();
    }

    void start(@Observes @Priority(Clockwork.LAST) StartupEvent start) {
        office.repeat(this::look, every);
    }

    /** What is under way is not waited for: it will be sent once more. */
    void stop(@Observes ShutdownEvent stop) {
        office.stop();
    }

    private void look() {
        var free = MOST_UNDER_WAY - underWay.size();
        if (free > 0) {
            outbox.due(free).forEach(this::soon);
        }
    }

    /** Behind what waits already, and by itself, so that trouble with one keeps no other from its turn. */
    private void soon(UUID webhook) {
        office.soon(() -> deliver(webhook));
    }

    private void deliver(UUID webhook) {
        if (!underWay.add(webhook)) {
            return;
        }
        var sent = false;
        try {
            var taken = outbox.take(webhook);
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

    private void send(Consignment consignment) {
        follow(consignment, (attempt, retryAfter) -> {
            underWay.remove(consignment.webhook());
            outbox.settle(consignment, attempt, retryAfter);
            if (attempt.succeeded()) {
                deliver(consignment.webhook());
            }
        });
    }

    /**
     * Sends one message at once, outside of the order; the result fails with whatever kept it from being noted.
     *
     * @throws Problem RATE_LIMITED while another one is under way
     */
    CompletionStage<Optional<Delivery>> ping(Consignment ping) {
        if (!pinged.add(ping.webhook())) {
            throw Problem.tooMany(
                    ProblemType.RATE_LIMITED,
                    new Words("Ein anderer Test ist noch unterwegs.", "Another test is still under way."),
                    Consignment.PATIENCE);
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

    private void note(Consignment ping, Attempt attempt, CompletableFuture<Optional<Delivery>> result) {
        try {
            result.complete(outbox.pinged(ping, attempt));
        } catch (RuntimeException failed) {
            result.completeExceptionally(failed);
        }
    }

    private void follow(Consignment consignment, Continuation then) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var begun = System.nanoTime();
        var followed = outbound.send(consignment.call(at)).handle((reply, failure) -> {
            var duration = Duration.ofNanos(System.nanoTime() - begun);
            return reply == null
                    ? office.soon(() -> then.go(Attempt.failed(at, duration, reason(failure)), Optional.empty()))
                    : office.soon(() -> then.go(Attempt.answered(at, duration, reply), retryAfter(reply)));
        });
        LOG.tracef("On its way to %s: %s", consignment.webhook(), followed);
    }

    private static Optional<String> retryAfter(Reply reply) {
        return reply.header("Retry-After");
    }

    private static OutboundFailure.Reason reason(Throwable failure) {
        return failure instanceof OutboundFailure named ? named.reason() : OutboundFailure.Reason.CONNECTION;
    }

    /** What happens once it is known what became of an attempt. */
    private interface Continuation {
        void go(Attempt attempt, Optional<String> retryAfter);
    }
}
