package de.stadtchronik.webhook;

import com.fasterxml.uuid.Generators;
import de.stadtchronik.access.KeyNames;
import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.change.InstanceFacts;
import de.stadtchronik.content.FeedCursor;
import de.stadtchronik.storage.Storage;
import de.stadtchronik.webhook.Delivery.Kind;
import de.stadtchronik.webhook.Delivery.State;
import de.stadtchronik.webhook.Webhook.Reason;
import de.stadtchronik.webhook.Webhook.Status;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is to be delivered, and what became of it. All of it is in the tables: a process that dies leaves a lease behind,
 * which ends by itself, and the same message is sent again.
 */
@ApplicationScoped
class Outbox {

    /** Longer than an attempt can take, and than the clocks of replicas differ. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int KEPT = 200;

    private final EntityManager database;
    private final Storage storage;
    private final ChangeLog log;
    private final InstanceFacts facts;
    private final News news;
    private final Stored stored;
    private final KeyNames keys;
    private final Clock clock;

    Outbox(
            EntityManager database,
            Storage storage,
            ChangeLog log,
            InstanceFacts facts,
            News news,
            Stored stored,
            KeyNames keys,
            Clock clock) {
        this.database = database;
        this.storage = storage;
        this.log = log;
        this.facts = facts;
        this.news = news;
        this.stored = stored;
        this.keys = keys;
        this.clock = clock;
    }

    /** The webhooks for which there may be something to do now; whoever waited longest comes first. */
    List<UUID> due(int limit) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery(
                                "select w.id from Webhook w where w.status = :active and w.dueAt <= :now"
                                        + " and (w.leasedUntil is null or w.leasedUntil <= :now)"
                                        + " and (w.reached <> :head or w.epoch <> :epoch or exists"
                                        + " (select 1 from Delivery d where d.webhookId = w.id and d.state = :pending))"
                                        + " order by w.dueAt, w.id",
                                UUID.class)
                        .setParameter("active", Status.ACTIVE)
                        .setParameter("now", now())
                        .setParameter("head", log.head())
                        .setParameter("epoch", facts.epoch())
                        .setParameter("pending", State.PENDING)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** The message that is to be sent to a webhook now; nothing if there is none, or another replica is at it. */
    Taken take(UUID webhook) {
        var lease = UUID.randomUUID();
        return storage.write(() -> leased(webhook, lease) && isWelcome(webhook))
                ? waiting(webhook, lease).map(Taken::of).orElseGet(() -> next(webhook, lease))
                : Taken.NOTHING;
    }

    /** Nobody is told in the name of somebody who is not let in any more; that a key expires nobody tells us. */
    private boolean isWelcome(UUID webhook) {
        var row = database.find(Webhook.class, webhook);
        if (keys.hasEnded(row.owner, now())) {
            row.disable(Reason.KEY_EXPIRED);
            row.release();
        }
        return row.status == Status.ACTIVE;
    }

    /** A message that was made before. */
    private Optional<Consignment> waiting(UUID webhook, UUID lease) {
        return QuarkusTransaction.requiringNew()
                .call(() -> pending(webhook)
                        .map(message -> consignment(database.find(Webhook.class, webhook), message, lease)));
    }

    private boolean leased(UUID webhook, UUID lease) {
        var now = now();
        return database.createQuery("update Webhook set leasedBy = :lease, leasedUntil = :until where id = :id"
                                + " and status = :active and dueAt <= :now"
                                + " and (leasedUntil is null or leasedUntil <= :now)")
                        .setParameter("lease", lease)
                        .setParameter("until", now.plus(LEASE))
                        .setParameter("id", webhook)
                        .setParameter("active", Status.ACTIVE)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    private Optional<Delivery> pending(UUID webhook) {
        return database.createQuery(
                        "from Delivery where webhookId = :webhook and state = :pending order by id", Delivery.class)
                .setParameter("webhook", webhook)
                .setParameter("pending", State.PENDING)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** A message about what is new; the feed is read between two transactions, because it has one of its own. */
    private Taken next(UUID webhook, UUID lease) {
        var place = QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(database.find(Webhook.class, webhook))
                        .map(this::place));
        return place.map(from -> take(webhook, lease, from, news.after(from, now())))
                .orElse(Taken.NOTHING);
    }

    private Taken take(UUID webhook, UUID lease, FeedCursor from, News.Part part) {
        return storage.write(() -> {
            var row = database.find(Webhook.class, webhook, LockModeType.PESSIMISTIC_WRITE);
            if (row == null || !lease.equals(row.leasedBy)) {
                return Taken.NOTHING;
            }
            // What its owner did meanwhile counts: then it is looked at once more.
            var delivery = row.status == Status.ACTIVE && place(row).equals(from)
                    ? made(row, part)
                    : Optional.<Delivery>empty();
            if (delivery.isEmpty()) {
                row.release();
            }
            return new Taken(
                    delivery.map(message -> consignment(row, message, lease)), delivery.isEmpty() && part.more());
        });
    }

    private FeedCursor place(Webhook row) {
        return row.place(stored.filter(row.filters));
    }

    /**
     * Where nothing of a part fits, the place moves on silently; if there is more, others have their turn before it is
     * looked at again. A message moves it when it has arrived; but what was before a restart is
     * nowhere any more.
     */
    private Optional<Delivery> made(Webhook row, News.Part part) {
        if (part.message().isEmpty() || part.restart()) {
            row.moveTo(part.next());
        }
        return part.message().map(message -> {
            var delivery = delivery(row, Kind.CHANGES, message);
            delivery.state = State.PENDING;
            delivery.untilSeq = part.next().after();
            delivery.untilStart = part.next().start();
            keep(delivery);
            return delivery;
        });
    }

    /** A message that nobody waits for: one attempt, and it is over. */
    Consignment ping(Webhook row) {
        return consignment(row, delivery(row, Kind.PING, Message.ping(row.name, now())), UUID.randomUUID());
    }

    /** Notes what became of a ping; empty if the webhook is gone by now. */
    Optional<Delivery> pinged(Consignment ping, Attempt attempt) {
        return storage.write(() -> Optional.ofNullable(database.find(Webhook.class, ping.webhook()))
                .map(row -> {
                    var delivery = delivery(row, Kind.PING, Message.ping(row.name, attempt.at()));
                    delivery.id = ping.message();
                    delivery.body = ping.body();
                    delivery.state = attempt.succeeded() ? State.DELIVERED : State.FAILED;
                    delivery.attempts = stored.with(delivery.attempts, attempt);
                    keep(delivery);
                    return delivery;
                }));
    }

    private Delivery delivery(Webhook row, Kind kind, Message message) {
        var delivery = new Delivery();
        delivery.id = Generators.timeBasedEpochRandomGenerator().generate();
        delivery.webhookId = row.id;
        delivery.kind = kind;
        delivery.createdAt = now();
        delivery.epoch = row.epoch;
        delivery.sinceSeq = row.reached;
        delivery.untilSeq = row.reached;
        delivery.untilStart = row.started;
        delivery.body = message.json();
        delivery.attempts = "[]";
        return delivery;
    }

    /** Keeps the newest only, and what is still to be sent. */
    private void keep(Delivery delivery) {
        database.persist(delivery);
        database.createQuery("select id from Delivery where webhookId = :webhook order by id desc", UUID.class)
                .setParameter("webhook", delivery.webhookId)
                .setFirstResult(KEPT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .ifPresent(tooOld -> database.createQuery(
                                "delete from Delivery where webhookId = :webhook and id <= :tooOld and state <> :pending")
                        .setParameter("webhook", delivery.webhookId)
                        .setParameter("tooOld", tooOld)
                        .setParameter("pending", State.PENDING)
                        .executeUpdate());
    }

    private Consignment consignment(Webhook row, Delivery delivery, UUID lease) {
        var former = Optional.ofNullable(row.formerSecret)
                .filter(secret -> row.formerUntil != null && now().isBefore(row.formerUntil));
        var secrets = Stream.concat(Stream.of(row.secret), former.stream())
                .map(Secret::new)
                .toList();
        return new Consignment(row.id, lease, delivery.id, row.url, secrets, delivery.body);
    }

    /**
     * Notes what became of an attempt, and what follows from it. Whoever has lost the lease notes nothing.
     *
     * @param retryAfter when the receiver wants to be asked again, as it said it
     */
    void settle(Consignment sent, Attempt attempt, Optional<String> retryAfter) {
        storage.write(() -> {
            var row = database.find(Webhook.class, sent.webhook(), LockModeType.PESSIMISTIC_WRITE);
            if (row != null && sent.lease().equals(row.leasedBy)) {
                row.release();
                row.note(attempt);
                Optional.ofNullable(database.find(Delivery.class, sent.message()))
                        .ifPresent(delivery -> settle(row, delivery, attempt, retryAfter));
            }
        });
    }

    private void settle(Webhook row, Delivery delivery, Attempt attempt, Optional<String> retryAfter) {
        delivery.attempts = stored.with(delivery.attempts, attempt);
        if (delivery.state != State.PENDING) {
            return;
        }
        if (attempt.succeeded()) {
            delivery.state = State.DELIVERED;
            row.wake(now());
            if (row.epoch.equals(delivery.epoch) && row.reached == delivery.sinceSeq && isOfItsFilter(delivery, row)) {
                row.reached = delivery.untilSeq;
                row.started = delivery.untilStart;
            }
        } else if (attempt.saysGone()) {
            giveUp(row, delivery, Reason.GONE);
        } else {
            row.failures++;
            Retry.next(row.failures, retryAfter, now())
                    .ifPresentOrElse(next -> row.dueAt = next, () -> giveUp(row, delivery, Reason.EXHAUSTED));
        }
    }

    /**
     * Whether a message tells what is wanted by now: the place that it says to end at holds the filter. One that was made
     * under another and is sent again moves nothing, or what fits only since would be passed over.
     */
    private boolean isOfItsFilter(Delivery delivery, Webhook row) {
        var end = new FeedCursor(delivery.epoch, delivery.untilSeq, delivery.untilStart, stored.filter(row.filters));
        return delivery.body.contains(end.text());
    }

    private static void giveUp(Webhook row, Delivery delivery, Reason reason) {
        delivery.state = State.FAILED;
        row.disable(reason);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
