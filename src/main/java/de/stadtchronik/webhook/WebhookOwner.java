package de.stadtchronik.webhook;

import de.stadtchronik.access.Actor;

/**
 * Who manages webhooks.
 *
 * @param ofAll whether those of others too, and any number of them
 */
record Holder(Actor actor, boolean ofAll) {

    boolean holds(Webhook webhook) {
        return ofAll || webhook.owner.equals(actor.name());
    }
}
