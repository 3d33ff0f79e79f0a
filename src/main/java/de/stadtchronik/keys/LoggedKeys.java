package de.stadtchronik.keys;

import de.stadtchronik.change.LoggedKind;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;

/** What the change log tells of keys. */
@Singleton
@Priority(3)
class LoggedKeys extends LoggedKind {

    LoggedKeys() {
        super("KEY", Operation.values());
    }

    enum Operation {
        /** It was created. */
        KEY_CREATE,
        /** It got a new secret. */
        KEY_ROTATE,
        /** It was revoked. */
        KEY_REVOKE
    }
}
