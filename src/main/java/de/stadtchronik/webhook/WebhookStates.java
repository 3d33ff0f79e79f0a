package de.stadtchronik.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** The door for those who look after the service: how all webhooks do. */
@ApplicationScoped
public class WebhookStates {

    private final EntityManager database;

    WebhookStates(EntityManager database) {
        this.database = database;
    }

    /** All of them, the newest first. */
    @Transactional
    public List<WebhookState> all() {
        return database.createQuery("from Webhook order by id desc", Webhook.class)
                .getResultStream()
                .map(WebhookState::of)
                .toList();
    }
}
