package de.stadtchronik.webhook;

import de.stadtchronik.access.Actor;
import de.stadtchronik.webhook.dispatch.Webhook;

/**
 * The caller who manages webhooks.
 *
 * @param ofAll whether the caller may manage the webhooks of all owners, and have any number
 */
record WebhookOwner(Actor actor, boolean ofAll) {

    boolean holds(Webhook webhook) {
        return ofAll || webhook.owner.equals(actor.name());
    }
}
