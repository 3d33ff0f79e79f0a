package de.stadtchronik.webhook;

import com.fasterxml.uuid.Generators;
import de.stadtchronik.change.Change;
import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.change.InstanceFacts;
import de.stadtchronik.change.KeyRevoked;
import de.stadtchronik.change.Turn;
import de.stadtchronik.change.Turns;
import de.stadtchronik.content.FeedCursor;
import de.stadtchronik.content.FeedFilter;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Words;
import de.stadtchronik.webhook.Delivery.State;
import de.stadtchronik.webhook.Webhook.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** All webhooks, for those who manage them. Every change to one is a line of the change log. */
@ApplicationScoped
class Webhooks {

    /** How many a partner may have. */
    static final int MOST = 10;

    /** How long the former secret also signs. */
    private static final Duration ROTATION = Duration.ofHours(24);

    /** The max UUID (RFC 9562, section 5.10). */
    private static final UUID NEWER_THAN_ALL = new UUID(-1, -1);

    private final EntityManager database;
    private final Turns turns;
    private final ChangeLog log;
    private final InstanceFacts facts;
    private final Stored stored;
    private final Outbox outbox;
    private final Clock clock;

    Webhooks(
            EntityManager database,
            Turns turns,
            ChangeLog log,
            InstanceFacts facts,
            Stored stored,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.turns = turns;
        this.log = log;
        this.facts = facts;
        this.stored = stored;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Makes a webhook, which is told of what changes from now on.
     *
     * @throws Problem TOO_MANY_WEBHOOKS
     */
    ShownWebhook create(Holder holder, Wanted wanted) {
        return turns.take(holder.actor(), turn -> {
            requireRoom(holder);
            var row = new Webhook();
            row.id = Generators.timeBasedEpochRandomGenerator().generate();
            row.owner = holder.actor().name();
            row.secret = Secret.random().text();
            row.createdAt = turn.now();
            row.status = Status.ACTIVE;
            row.wake(turn.now());
            carry(row, wanted, turn);
            row.moveTo(place(append(turn, row.id, Change.Operation.WEBHOOK_CREATE), wanted.filter()));
            database.persist(row);
            return ShownWebhook.once(row, Filters.of(wanted.filter()), turn.now());
        });
    }

    private void requireRoom(Holder holder) {
        var count = database.createQuery("select count(*) from Webhook where owner = :owner", Long.class)
                .setParameter("owner", holder.actor().name())
                .getSingleResult();
        if (!holder.ofAll() && count >= MOST) {
            throw new Problem(
                    ProblemType.TOO_MANY_WEBHOOKS,
                    new Words("Mehr als %d Webhooks hat niemand.", "Nobody has more than %d webhooks.").with(MOST));
        }
    }

    private void carry(Webhook row, Wanted wanted, Turn turn) {
        row.name = wanted.name();
        row.url = wanted.url();
        row.filters = stored.write(wanted.filter());
        row.modifiedAt = turn.now();
    }

    /** The newest first, which their ids tell (UUIDv7); those before one, if it is given. */
    @Transactional
    List<ShownWebhook> list(Holder holder, Optional<UUID> before, int limit) {
        return database.createQuery(
                        "from Webhook where id < :before and (:all = true or owner = :owner) order by id desc",
                        Webhook.class)
                .setParameter("before", before.orElse(NEWER_THAN_ALL))
                .setParameter("all", holder.ofAll())
                .setParameter("owner", holder.actor().name())
                .setMaxResults(limit)
                .getResultStream()
                .map(this::shown)
                .toList();
    }

    /** @throws Problem NOT_FOUND, also if it is another's */
    @Transactional
    ShownWebhook get(Holder holder, UUID id) {
        return shown(row(holder, id, LockModeType.NONE));
    }

    /**
     * What can be changed of it, as it is by now.
     *
     * @throws Problem NOT_FOUND, also if it is another's
     */
    @Transactional
    Wanted wanted(Holder holder, UUID id) {
        return wanted(row(holder, id, LockModeType.NONE));
    }

    private Wanted wanted(Webhook row) {
        return new Wanted(row.name, row.url, stored.filter(row.filters));
    }

    /**
     * Makes it what is wanted; empty if somebody else has changed it since, whose change would be undone.
     *
     * @param current what it was when that was decided
     * @throws Problem NOT_FOUND, also if it is another's
     */
    Optional<ShownWebhook> change(Holder holder, UUID id, Wanted current, Wanted wanted) {
        return turns.take(holder.actor(), turn -> {
            var row = row(holder, id, LockModeType.PESSIMISTIC_WRITE);
            if (!current.equals(wanted(row))) {
                return Optional.<ShownWebhook>empty();
            }
            if (!current.url().equals(wanted.url())) {
                row.wake(turn.now());
            }
            if (!current.filter().equals(wanted.filter())) {
                supersede(row);
            }
            carry(row, wanted, turn);
            append(turn, id, Change.Operation.WEBHOOK_CHANGE);
            return Optional.of(shown(row));
        });
    }

    /** Stops messages. What is on its way may still arrive. */
    ShownWebhook pause(Holder holder, UUID id) {
        return write(holder, id, Change.Operation.WEBHOOK_PAUSE, (row, turn) -> {
            row.status = Status.PAUSED;
            row.reason = null;
        });
    }

    /** Nobody is told in the name of somebody who is not let in any more; if they are again, they resume what they had. */
    void stop(@Observes KeyRevoked revoked) {
        database.createQuery("from Webhook where owner = :owner and status <> :disabled order by id", Webhook.class)
                .setParameter("owner", revoked.name())
                .setParameter("disabled", Status.DISABLED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(row -> {
                    row.disable(Webhook.Reason.KEY_REVOKED);
                    append(revoked.turn(), row.id, Change.Operation.WEBHOOK_PAUSE);
                });
    }

    /** Goes on from its position, whatever kept it from doing so. */
    ShownWebhook resume(Holder holder, UUID id) {
        return write(holder, id, Change.Operation.WEBHOOK_RESUME, (row, turn) -> {
            row.status = Status.ACTIVE;
            row.reason = null;
            row.wake(turn.now());
        });
    }

    /** Gives it a new secret; the old one also signs for a while. One before that is forgotten at once. */
    ShownWebhook rotate(Holder holder, UUID id) {
        return turns.take(holder.actor(), turn -> {
            var row = row(holder, id, LockModeType.PESSIMISTIC_WRITE);
            row.formerSecret = row.secret;
            row.formerUntil = turn.now().plus(ROTATION);
            row.secret = Secret.random().text();
            row.modifiedAt = turn.now();
            append(turn, id, Change.Operation.WEBHOOK_ROTATE);
            return ShownWebhook.once(row, Filters.of(stored.filter(row.filters)), turn.now());
        });
    }

    /**
     * Has a message sent again, or begins anew after a position.
     *
     * @throws Problem NOT_FOUND, INVALID_DOCUMENT
     */
    ShownWebhook replay(Holder holder, UUID id, Replay wanted) {
        return write(holder, id, Change.Operation.WEBHOOK_REPLAY, (row, turn) -> {
            wanted.requireWithin(log.head());
            wanted.delivery().ifPresent(delivery -> sendAgain(row, delivery));
            wanted.since().ifPresent(position -> beginAfter(row, position));
            row.wake(turn.now());
        });
    }

    private void sendAgain(Webhook row, UUID id) {
        var delivery = Optional.ofNullable(database.find(Delivery.class, id))
                .filter(found -> found.webhookId.equals(row.id) && found.kind == Delivery.Kind.CHANGES)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        new Words(
                                        "Zu diesem Webhook gibt es keine Nachricht über Änderungen mit der Id %s.",
                                        "This webhook has no message about changes with the id %s.")
                                .with(id)));
        delivery.state = State.PENDING;
    }

    private void beginAfter(Webhook row, long position) {
        supersede(row);
        row.moveTo(place(position, stored.filter(row.filters)));
    }

    private FeedCursor place(long position, FeedFilter filter) {
        return FeedCursor.at(facts.epoch(), position, filter);
    }

    /** The next message tells what was not delivered yet, as it is wanted then; but no other tells of a restart. */
    private void supersede(Webhook row) {
        database.createQuery("update Delivery set state = :superseded where webhookId = :webhook"
                        + " and state = :pending and untilSeq > sinceSeq")
                .setParameter("superseded", State.SUPERSEDED)
                .setParameter("webhook", row.id)
                .setParameter("pending", State.PENDING)
                .executeUpdate();
    }

    /** @throws Problem NOT_FOUND, also if it is another's */
    void delete(Holder holder, UUID id) {
        turns.take(holder.actor(), turn -> {
            var row = row(holder, id, LockModeType.PESSIMISTIC_WRITE);
            database.createQuery("delete from Delivery where webhookId = :webhook")
                    .setParameter("webhook", id)
                    .executeUpdate();
            database.remove(row);
            return append(turn, id, Change.Operation.WEBHOOK_DELETE);
        });
    }

    /**
     * The messages to a webhook, the newest first; those before one, if it is given.
     *
     * @throws Problem NOT_FOUND, also if it is another's
     */
    @Transactional
    List<ShownDelivery> deliveries(Holder holder, UUID id, Optional<UUID> before, int limit) {
        var row = row(holder, id, LockModeType.NONE);
        var next = shown(row).nextAttemptAt();
        return database.createQuery(
                        "from Delivery where webhookId = :webhook and id < :before order by id desc", Delivery.class)
                .setParameter("webhook", id)
                .setParameter("before", before.orElse(NEWER_THAN_ALL))
                .setMaxResults(limit)
                .getResultStream()
                .map(delivery -> ShownDelivery.of(delivery, stored.attempts(delivery.attempts), next))
                .toList();
    }

    /**
     * A message that only says that messages arrive.
     *
     * @throws Problem NOT_FOUND, also if it is another's
     */
    @Transactional
    Consignment ping(Holder holder, UUID id) {
        return outbox.ping(row(holder, id, LockModeType.NONE));
    }

    /** What became of a ping. */
    ShownDelivery pinged(Optional<Delivery> delivery, UUID id) {
        return delivery.map(row -> ShownDelivery.of(row, stored.attempts(row.attempts), null))
                .orElseThrow(() -> missing(id));
    }

    private ShownWebhook write(Holder holder, UUID id, Change.Operation operation, BiConsumer<Webhook, Turn> work) {
        return turns.take(holder.actor(), turn -> {
            var row = row(holder, id, LockModeType.PESSIMISTIC_WRITE);
            work.accept(row, turn);
            row.modifiedAt = turn.now();
            append(turn, id, operation);
            return shown(row);
        });
    }

    private ShownWebhook shown(Webhook row) {
        return ShownWebhook.of(row, Filters.of(stored.filter(row.filters)), clock.instant());
    }

    private Webhook row(Holder holder, UUID id, LockModeType lock) {
        return Optional.ofNullable(find(id, lock)).filter(holder::holds).orElseThrow(() -> missing(id));
    }

    private @Nullable Webhook find(UUID id, LockModeType lock) {
        return database.find(Webhook.class, id, lock);
    }

    private static Problem missing(UUID id) {
        return new Problem(
                ProblemType.NOT_FOUND,
                new Words("Es gibt keinen Webhook mit der Id %s.", "There is no webhook with the id %s.").with(id));
    }

    private static long append(Turn turn, UUID id, Change.Operation operation) {
        return turn.append(new Change.Event(Change.WEBHOOK, id, operation, 0, 0, List.of(), null));
    }
}
