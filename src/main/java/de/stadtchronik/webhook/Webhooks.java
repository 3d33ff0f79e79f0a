package de.stadtchronik.webhook;

import de.stadtchronik.change.AccessRevoked;
import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.change.InstanceFacts;
import de.stadtchronik.change.WriteTransaction;
import de.stadtchronik.change.WriteTransactions;
import de.stadtchronik.feed.FeedCursor;
import de.stadtchronik.feed.FeedFilter;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.storage.Ids;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.webhook.LoggedWebhooks.Operation;
import de.stadtchronik.webhook.dispatch.Deliveries;
import de.stadtchronik.webhook.dispatch.Delivery;
import de.stadtchronik.webhook.dispatch.Delivery.State;
import de.stadtchronik.webhook.dispatch.MessageQueue;
import de.stadtchronik.webhook.dispatch.Secret;
import de.stadtchronik.webhook.dispatch.SignedMessage;
import de.stadtchronik.webhook.dispatch.Webhook;
import de.stadtchronik.webhook.dispatch.Webhook.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What owners do with webhooks. Every change to one is a line of the change log. */
@ApplicationScoped
class Webhooks {

    /** How many a partner may have. */
    static final int MOST = 10;

    /** How long messages are also signed with the former secret. */
    private static final Duration ROTATION = Duration.ofHours(24);

    private final EntityManager database;
    private final WriteTransactions turns;
    private final LoggedWebhooks logged;
    private final ChangeLog log;
    private final InstanceFacts facts;
    private final Deliveries deliveries;
    private final MessageQueue queue;
    private final WebhookViews views;

    Webhooks(
            EntityManager database,
            WriteTransactions turns,
            LoggedWebhooks logged,
            ChangeLog log,
            InstanceFacts facts,
            Deliveries deliveries,
            MessageQueue queue,
            WebhookViews views) {
        this.database = database;
        this.turns = turns;
        this.logged = logged;
        this.log = log;
        this.facts = facts;
        this.deliveries = deliveries;
        this.queue = queue;
        this.views = views;
    }

    /**
     * Creates a webhook, which receives what changes from now on.
     *
     * @throws Problem TOO_MANY_WEBHOOKS
     */
    ShownWebhook create(WebhookOwner owner, WebhookSpec wanted) {
        return turns.take(owner.actor(), turn -> {
            requireRoom(owner);
            var row = new Webhook();
            row.id = Ids.next();
            row.owner = owner.actor().name();
            row.secret = Secret.random().text();
            row.createdAt = turn.now();
            row.status = Status.ACTIVE;
            row.wake(turn.now());
            carry(row, wanted, turn);
            row.moveTo(place(logged.append(turn, row.id, Operation.WEBHOOK_CREATE), wanted.filter()));
            database.persist(row);
            return ShownWebhook.once(row, turn.now());
        });
    }

    private void requireRoom(WebhookOwner owner) {
        var count = database.createQuery("select count(*) from Webhook where owner = :owner", Long.class)
                .setParameter("owner", owner.actor().name())
                .getSingleResult();
        if (!owner.ofAll() && count >= MOST) {
            throw new Problem(
                    ProblemType.TOO_MANY_WEBHOOKS,
                    new BilingualText(
                                    "Mehr als %d Webhooks sind nicht erlaubt.", "No more than %d webhooks are allowed.")
                            .with(MOST));
        }
    }

    private void carry(Webhook row, WebhookSpec wanted, WriteTransaction turn) {
        row.name = wanted.name();
        row.url = wanted.url();
        row.filter(wanted.filter());
        row.modifiedAt = turn.now();
    }

    /**
     * What can be changed of a webhook, as it is now.
     *
     * @throws Problem NOT_FOUND, also if it is another owner's
     */
    @Transactional
    WebhookSpec wanted(WebhookOwner owner, UUID id) {
        return wanted(views.row(owner, id));
    }

    private WebhookSpec wanted(Webhook row) {
        return new WebhookSpec(row.name, row.url, row.filter());
    }

    /**
     * Changes a webhook; empty if another request has changed it meanwhile, because that change would be undone.
     *
     * @param current what the webhook was when the change was computed
     * @throws Problem NOT_FOUND, also if it is another owner's
     */
    Optional<ShownWebhook> change(WebhookOwner owner, UUID id, WebhookSpec current, WebhookSpec wanted) {
        return turns.take(owner.actor(), turn -> {
            var row = views.rowToChange(owner, id);
            if (!current.equals(wanted(row))) {
                return Optional.<ShownWebhook>empty();
            }
            if (!current.url().equals(wanted.url())) {
                row.wake(turn.now());
            }
            if (!current.filter().equals(wanted.filter())) {
                deliveries.supersede(row.id);
            }
            carry(row, wanted, turn);
            logged.append(turn, id, Operation.WEBHOOK_CHANGE);
            return Optional.of(views.shown(row));
        });
    }

    /** Stops messages. One that is being sent may still arrive. */
    ShownWebhook pause(WebhookOwner owner, UUID id) {
        return write(owner, id, Operation.WEBHOOK_PAUSE, (row, turn) -> {
            row.status = Status.PAUSED;
            row.reason = null;
        });
    }

    /** Disables the webhooks of an owner who has lost access; with a new key of that name, they can be resumed. */
    void stop(@Observes AccessRevoked revoked) {
        database.createQuery("from Webhook where owner = :owner and status <> :disabled order by id", Webhook.class)
                .setParameter("owner", revoked.actor())
                .setParameter("disabled", Status.DISABLED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(row -> {
                    row.disable(Webhook.Reason.KEY_REVOKED);
                    logged.append(revoked.turn(), row.id, Operation.WEBHOOK_PAUSE);
                });
    }

    /** Continues from its position, whether it was paused, disabled or waiting. */
    ShownWebhook resume(WebhookOwner owner, UUID id) {
        return write(owner, id, Operation.WEBHOOK_RESUME, (row, turn) -> {
            row.status = Status.ACTIVE;
            row.reason = null;
            row.wake(turn.now());
        });
    }

    /** Gives it a new secret. The old one also signs for a while; the one before that is forgotten at once. */
    ShownWebhook rotate(WebhookOwner owner, UUID id) {
        return turns.take(owner.actor(), turn -> {
            var row = views.rowToChange(owner, id);
            row.formerSecret = row.secret;
            row.formerUntil = turn.now().plus(ROTATION);
            row.secret = Secret.random().text();
            row.modifiedAt = turn.now();
            logged.append(turn, id, Operation.WEBHOOK_ROTATE);
            return ShownWebhook.once(row, turn.now());
        });
    }

    /**
     * Has one message sent again, or everything after a position.
     *
     * @throws Problem NOT_FOUND, INVALID_DOCUMENT
     */
    ShownWebhook replay(WebhookOwner owner, UUID id, Replay wanted) {
        return write(owner, id, Operation.WEBHOOK_REPLAY, (row, turn) -> {
            wanted.requireWithin(log.head());
            wanted.message().ifPresent(delivery -> sendAgain(row, delivery));
            wanted.position().ifPresent(position -> beginAfter(row, position));
            row.wake(turn.now());
        });
    }

    private void sendAgain(Webhook row, UUID id) {
        var delivery = deliveries
                .find(id)
                .filter(found -> found.webhookId.equals(row.id) && found.kind == Delivery.Kind.CHANGES)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        new BilingualText(
                                        "Zu diesem Webhook gibt es keine Nachricht über Änderungen mit der Id %s.",
                                        "This webhook has no message about changes with the id %s.")
                                .with(id)));
        delivery.state = State.PENDING;
    }

    private void beginAfter(Webhook row, long position) {
        deliveries.supersede(row.id);
        row.moveTo(place(position, row.filter()));
    }

    private FeedCursor place(long position, FeedFilter filter) {
        return FeedCursor.at(facts.epoch(), position, filter);
    }

    /** @throws Problem NOT_FOUND, also if it is another owner's */
    void delete(WebhookOwner owner, UUID id) {
        turns.take(owner.actor(), turn -> {
            var row = views.rowToChange(owner, id);
            deliveries.deleteAll(id);
            database.remove(row);
            return logged.append(turn, id, Operation.WEBHOOK_DELETE);
        });
    }

    /**
     * A test message.
     *
     * @throws Problem NOT_FOUND, also if it is another owner's
     */
    @Transactional
    SignedMessage ping(WebhookOwner owner, UUID id) {
        return queue.ping(views.row(owner, id));
    }

    private ShownWebhook write(
            WebhookOwner owner, UUID id, Operation operation, BiConsumer<Webhook, WriteTransaction> work) {
        return turns.take(owner.actor(), turn -> {
            var row = views.rowToChange(owner, id);
            work.accept(row, turn);
            row.modifiedAt = turn.now();
            logged.append(turn, id, operation);
            return views.shown(row);
        });
    }
}
