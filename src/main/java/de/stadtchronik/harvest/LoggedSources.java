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
        /** It was created. */
        HARVEST_CREATE,
        /** Its address, key, or what is wanted from it changed. */
        HARVEST_CHANGE,
        /** It is not pulled for now. */
        HARVEST_PAUSE,
        /** It is pulled again. */
        HARVEST_RESUME,
        /** An administrator let it remove more copies than usual. */
        HARVEST_CONFIRM,
        /** It was deleted. */
        HARVEST_DELETE
    }
}
