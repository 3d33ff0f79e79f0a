package de.stadtchronik.webhook;

import de.stadtchronik.change.LoggedKind;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;

/** What the change log tells of webhooks. */
@Singleton
@Priority(2)
class LoggedWebhooks extends LoggedKind {

    LoggedWebhooks() {
        super("WEBHOOK", Operation.values());
    }

    enum Operation {
        WEBHOOK_CREATE,
        WEBHOOK_CHANGE,
        WEBHOOK_ROTATE,
        WEBHOOK_PAUSE,
        WEBHOOK_RESUME,
        WEBHOOK_REPLAY,
        WEBHOOK_DELETE
    }
}
