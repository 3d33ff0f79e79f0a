package de.stadtchronik.harvest;

import de.stadtchronik.change.LoggedKind;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;

/** What the change log tells of sources. */
@Singleton
@Priority(1)
class LoggedSources extends LoggedKind {

    LoggedSources() {
        super("HARVEST_SOURCE", Operation.values());
    }

    enum Operation {
        HARVEST_CREATE,
        HARVEST_CHANGE,
        HARVEST_PAUSE,
        HARVEST_RESUME,
        /** An administrator let it remove more copies than usual. */
        HARVEST_CONFIRM,
        HARVEST_DELETE
    }
}
