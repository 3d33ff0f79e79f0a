package de.stadtchronik.webhook;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.query.EntityTag;
import de.stadtchronik.storage.Ids;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.webhook.dispatch.Deliveries;
import de.stadtchronik.webhook.dispatch.Delivery;
import de.stadtchronik.webhook.dispatch.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Webhooks and their messages, as their owners see them, to whom those of others do not exist. */
@ApplicationScoped
public class WebhookViews {

    private final EntityManager database;
    private final Deliveries deliveries;
    private final Clock clock;

    WebhookViews(EntityManager database, Deliveries deliveries, Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The newest first; those before one, if it is given. */
    @Transactional
    List<ShownWebhook> list(WebhookOwner owner, Optional<UUID> before, int limit) {
        return database.createQuery(
                        "from Webhook where id < :before and (:all = true or owner = :owner) order by id desc",
                        Webhook.class)
                .setParameter("before", before.orElse(Ids.AFTER_ALL))
                .setParameter("all", owner.ofAll())
                .setParameter("owner", owner.actor().name())
                .setMaxResults(limit)
                .getResultStream()
                .map(this::shown)
                .toList();
    }

    /** The rows of all of them, the newest first. */
    @Transactional
    public List<Webhook> all() {
        return database.createQuery("from Webhook order by id desc", Webhook.class)
                .getResultList();
    }

    /** @throws Problem NOT_FOUND */
    @Transactional
    ShownWebhook get(WebhookOwner owner, UUID id) {
        return shown(row(owner, id));
    }

    ShownWebhook shown(Webhook row) {
        return ShownWebhook.of(row, clock.instant());
    }

    /**
     * The messages to a webhook, the newest first; those before one, if it is given.
     *
     * @throws Problem NOT_FOUND
     */
    @Transactional
    List<ShownDelivery> deliveries(WebhookOwner owner, UUID id, Optional<UUID> before, int limit) {
        var next = get(owner, id).nextAttemptAt();
        return deliveries.list(id, before, limit).stream()
                .map(delivery -> ShownDelivery.of(delivery, next))
                .toList();
    }

    /** What became of a test message; its webhook may have been deleted meanwhile. */
    ShownDelivery pinged(Optional<Delivery> delivery, UUID id) {
        return delivery.map(row -> ShownDelivery.of(row, null)).orElseThrow(() -> missing(id));
    }

    /**
     * The row of a webhook, in the transaction at hand.
     *
     * @throws Problem NOT_FOUND
     */
    Webhook row(WebhookOwner owner, UUID id) {
        return row(owner, id, LockModeType.NONE);
    }

    /**
     * The row of a webhook that the request at hand is to change, locked.
     *
     * @throws Problem NOT_FOUND, STALE_REVISION, UNFIT_PRECONDITION
     */
    Webhook rowToChange(WebhookOwner owner, UUID id) {
        var row = row(owner, id, LockModeType.PESSIMISTIC_WRITE);
        EntityTag.require(() -> shown(row));
        return row;
    }

    private Webhook row(WebhookOwner owner, UUID id, LockModeType lock) {
        return Optional.ofNullable(database.find(Webhook.class, id, lock))
                .filter(owner::holds)
                .orElseThrow(() -> missing(id));
    }

    private static Problem missing(UUID id) {
        return new Problem(
                ProblemType.NOT_FOUND,
                new BilingualText("Es gibt keinen Webhook mit der Id %s.", "There is no webhook with the id %s.")
                        .with(id));
    }
}
