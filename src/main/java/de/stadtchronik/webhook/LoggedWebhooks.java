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
        /** It was created. */
        WEBHOOK_CREATE,
        /** Its name, address or filters changed. */
        WEBHOOK_CHANGE,
        /** It got a new secret. */
        WEBHOOK_ROTATE,
        /** It gets no messages for now. */
        WEBHOOK_PAUSE,
        /** It gets them again. */
        WEBHOOK_RESUME,
        /** It is to get some of them again. */
        WEBHOOK_REPLAY,
        /** It was deleted. */
        WEBHOOK_DELETE
    }
}
