package de.stadtchronik.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** The door for those who look after the service: how all webhooks do. */
@ApplicationScoped
public class WebhookStates {

    private final EntityManager database;
    private final Stored stored;

    WebhookStates(EntityManager database, Stored stored) {
        this.database = database;
        this.stored = stored;
    }

    /** All of them, the newest first. */
    @Transactional
    public List<WebhookState> all() {
        return database.createQuery("from Webhook order by id desc", Webhook.class)
                .getResultStream()
                .map(row -> WebhookState.of(row, row.place(stored.filter(row.filters))))
                .toList();
    }
}
