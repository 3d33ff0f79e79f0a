package de.stadtchronik.webhook.dispatch;

import de.stadtchronik.storage.Ids;
import de.stadtchronik.webhook.dispatch.Delivery.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of messages to webhooks, in the transaction at hand. */
@ApplicationScoped
public class Deliveries {

    private static final int KEPT = 200;

    private final EntityManager database;

    Deliveries(EntityManager database) {
        this.database = database;
    }

    public Optional<Delivery> find(UUID id) {
        return Optional.ofNullable(database.find(Delivery.class, id));
    }

    /** The oldest that is still to be sent. */
    Optional<Delivery> pending(UUID webhook) {
        return database.createQuery(
                        "from Delivery where webhookId = :webhook and state = :pending order by id", Delivery.class)
                .setParameter("webhook", webhook)
                .setParameter("pending", State.PENDING)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The newest first; those before one, if it is given. */
    public List<Delivery> list(UUID webhook, Optional<UUID> before, int limit) {
        return database.createQuery(
                        "from Delivery where webhookId = :webhook and id < :before order by id desc", Delivery.class)
                .setParameter("webhook", webhook)
                .setParameter("before", before.orElse(Ids.AFTER_ALL))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Adds a message. Of each webhook the newest are kept, and those that are still to be sent. */
    void keep(Delivery delivery) {
        database.persist(delivery);
        database.createQuery("select id from Delivery where webhookId = :webhook order by id desc", UUID.class)
                .setParameter("webhook", delivery.webhookId)
                .setFirstResult(KEPT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .ifPresent(tooOld -> of(
                                "delete from Delivery where webhookId = :webhook and id <= :tooOld and state <> :pending",
                                delivery.webhookId)
                        .setParameter("tooOld", tooOld)
                        .setParameter("pending", State.PENDING)
                        .executeUpdate());
    }

    /** Gives up pending messages, whose changes the next one covers; but not a restart, which no other announces. */
    public void supersede(UUID webhook) {
        of(
                        "update Delivery set state = :superseded where webhookId = :webhook"
                                + " and state = :pending and untilSeq > sinceSeq",
                        webhook)
                .setParameter("superseded", State.SUPERSEDED)
                .setParameter("pending", State.PENDING)
                .executeUpdate();
    }

    public void deleteAll(UUID webhook) {
        of("delete from Delivery where webhookId = :webhook", webhook).executeUpdate();
    }

    private Query of(String statement, UUID webhook) {
        return database.createQuery(statement).setParameter("webhook", webhook);
    }
}
