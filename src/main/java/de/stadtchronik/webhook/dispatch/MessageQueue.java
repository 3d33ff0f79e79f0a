package de.stadtchronik.webhook.dispatch;

import de.stadtchronik.access.KeyNames;
import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.change.InstanceFacts;
import de.stadtchronik.clock.Leased;
import de.stadtchronik.feed.FeedCursor;
import de.stadtchronik.storage.Storage;
import de.stadtchronik.webhook.dispatch.Delivery.Kind;
import de.stadtchronik.webhook.dispatch.Delivery.State;
import de.stadtchronik.webhook.dispatch.Webhook.Reason;
import de.stadtchronik.webhook.dispatch.Webhook.Status;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which messages are to be delivered, and what became of them. All of that is in the database: when a process dies, its
 * lease runs out, and the same message is sent again.
 */
@ApplicationScoped
public class MessageQueue {

    /** Longer than an attempt can take, and than the clocks of replicas differ. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final EntityManager database;
    private final Storage storage;
    private final ChangeLog log;
    private final InstanceFacts facts;
    private final MessageSource source;
    private final Deliveries deliveries;
    private final KeyNames keys;
    private final Clock clock;

    MessageQueue(
            EntityManager database,
            Storage storage,
            ChangeLog log,
            InstanceFacts facts,
            MessageSource source,
            Deliveries deliveries,
            KeyNames keys,
            Clock clock) {
        this.database = database;
        this.storage = storage;
        this.log = log;
        this.facts = facts;
        this.source = source;
        this.deliveries = deliveries;
        this.keys = keys;
        this.clock = clock;
    }

    /** The webhooks for which there may be something to do now; the one that has waited longest comes first. */
    List<UUID> due(int limit) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery(
                                "select w.id from Webhook w where w.status = :active and " + Leased.IS_DUE
                                        + " and (w.reached <> :head or w.epoch <> :epoch or exists"
                                        + " (select 1 from Delivery d where d.webhookId = w.id and d.state = :pending))"
                                        + " order by w.dueAt, w.id",
                                UUID.class)
                        .setParameter("active", Status.ACTIVE)
                        .setParameter("now", clock.instant())
                        .setParameter("head", log.head())
                        .setParameter("epoch", facts.epoch())
                        .setParameter("pending", State.PENDING)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** Leases a webhook and finds the message to send to it; nothing if there is none, or another replica has it. */
    Claim take(UUID webhook) {
        return storage.write(() -> lease(webhook))
                .map(lease -> waiting(webhook, lease).map(Claim::of).orElseGet(() -> next(webhook, lease)))
                .orElse(Claim.NOTHING);
    }

    private Optional<UUID> lease(UUID webhook) {
        return Optional.ofNullable(database.find(Webhook.class, webhook, LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.status == Status.ACTIVE)
                .flatMap(row -> row.lease(clock.instant(), LEASE).filter(lease -> isWelcome(row)));
    }

    /** Whether the owner still has access. No event tells that a key has expired, so it is looked up each time. */
    private boolean isWelcome(Webhook row) {
        if (!keys.hasEnded(row.owner, clock.instant())) {
            return true;
        }
        row.disable(Reason.KEY_EXPIRED);
        row.release();
        return false;
    }

    /** A message that was made before. */
    private Optional<SignedMessage> waiting(UUID webhook, UUID lease) {
        return QuarkusTransaction.requiringNew()
                .call(() -> deliveries
                        .pending(webhook)
                        .map(message -> signed(database.find(Webhook.class, webhook), message, lease)));
    }

    /** A new message. The feed is read between two transactions, because it opens one of its own. */
    private Claim next(UUID webhook, UUID lease) {
        var place = QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(database.find(Webhook.class, webhook))
                        .map(Webhook::place));
        return place.map(from -> take(webhook, lease, from, source.after(from, clock.instant())))
                .orElse(Claim.NOTHING);
    }

    private Claim take(UUID webhook, UUID lease, FeedCursor from, MessageSource.Part part) {
        return storage.write(() -> {
            var row = database.find(Webhook.class, webhook, LockModeType.PESSIMISTIC_WRITE);
            if (row == null || !row.isLeasedBy(lease)) {
                return Claim.NOTHING;
            }
            // If its owner has changed it meanwhile, the next look takes that into account.
            var delivery = row.status == Status.ACTIVE && row.place().equals(from)
                    ? made(row, part)
                    : Optional.<Delivery>empty();
            if (delivery.isEmpty()) {
                row.release();
            }
            return new Claim(delivery.map(message -> signed(row, message, lease)), delivery.isEmpty() && part.more());
        });
    }

    /**
     * Makes a message of a part of the feed. If nothing in it matches, or it is a restart, the place moves on at once;
     * otherwise it moves when the message has been delivered.
     */
    private Optional<Delivery> made(Webhook row, MessageSource.Part part) {
        if (part.message().isEmpty() || part.restart()) {
            row.moveTo(part.next());
        }
        return part.message().map(message -> {
            var delivery = Delivery.of(row, Kind.CHANGES, message, clock.instant());
            delivery.untilSeq = part.next().after();
            delivery.untilStart = part.next().start();
            deliveries.keep(delivery);
            return delivery;
        });
    }

    /** A test message: sent once, and never again. */
    public SignedMessage ping(Webhook row) {
        return signed(
                row,
                Delivery.of(row, Kind.PING, Message.ping(row.name, clock.instant()), clock.instant()),
                UUID.randomUUID());
    }

    /** Notes what became of a ping; empty if the webhook is gone by now. */
    Optional<Delivery> pinged(SignedMessage ping, Attempt attempt) {
        return storage.write(() -> Optional.ofNullable(database.find(Webhook.class, ping.webhook()))
                .map(row -> {
                    var delivery = Delivery.of(row, Kind.PING, Message.ping(row.name, attempt.at()), clock.instant());
                    delivery.id = ping.message();
                    delivery.body = ping.body();
                    delivery.state = attempt.succeeded() ? State.DELIVERED : State.FAILED;
                    delivery.add(attempt);
                    deliveries.keep(delivery);
                    return delivery;
                }));
    }

    private SignedMessage signed(Webhook row, Delivery delivery, UUID lease) {
        var former = Optional.ofNullable(row.formerSecret)
                .filter(secret -> row.formerUntil != null && clock.instant().isBefore(row.formerUntil));
        var secrets = Stream.concat(Stream.of(row.secret), former.stream())
                .map(Secret::new)
                .toList();
        return new SignedMessage(row.id, lease, delivery.id, row.url, secrets, delivery.body);
    }

    /**
     * Notes the result of an attempt and what follows from it; does nothing if the lease was lost.
     *
     * @param retryAfter the header of that name, as the receiver sent it
     */
    void settle(SignedMessage sent, Attempt attempt, Optional<String> retryAfter) {
        storage.write(() -> {
            var row = database.find(Webhook.class, sent.webhook(), LockModeType.PESSIMISTIC_WRITE);
            if (row != null && row.isLeasedBy(sent.lease())) {
                row.release();
                row.note(attempt);
                deliveries.find(sent.message()).ifPresent(delivery -> settle(row, delivery, attempt, retryAfter));
            }
        });
    }

    private void settle(Webhook row, Delivery delivery, Attempt attempt, Optional<String> retryAfter) {
        delivery.add(attempt);
        if (delivery.state != State.PENDING) {
            return;
        }
        if (attempt.succeeded()) {
            delivery.state = State.DELIVERED;
            row.wake(clock.instant());
            if (row.epoch.equals(delivery.epoch) && row.reached == delivery.sinceSeq && isOfItsFilter(delivery, row)) {
                row.reached = delivery.untilSeq;
                row.started = delivery.untilStart;
            }
        } else if (attempt.saysGone()) {
            giveUp(row, delivery, Reason.GONE);
        } else {
            Retry.next(row.failed(), retryAfter, clock.instant())
                    .ifPresentOrElse(row::dueAt, () -> giveUp(row, delivery, Reason.EXHAUSTED));
        }
    }

    /**
     * Whether a message was made with the current filter, which the place at its end contains. One made with an older
     * filter does not move the place, or changes that match only now would be skipped.
     */
    private boolean isOfItsFilter(Delivery delivery, Webhook row) {
        return delivery.body.contains(
                row.placeAt(delivery.untilSeq, delivery.untilStart).text());
    }

    private static void giveUp(Webhook row, Delivery delivery, Reason reason) {
        delivery.state = State.FAILED;
        row.disable(reason);
    }
}
