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
        KEY_CREATE,
        KEY_ROTATE,
        KEY_REVOKE
    }
}
