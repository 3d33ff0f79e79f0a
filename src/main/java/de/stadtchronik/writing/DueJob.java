package de.stadtchronik.writing;

import de.stadtchronik.clock.BackgroundExecutor;
import de.stadtchronik.settings.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks at the clock four times a second, so that what is due happens within a second of its moment. What fell due while
 * the service was down happens before it answers its first request.
 */
@ApplicationScoped
class DueJob {

    private static final Duration FORGETTING = Duration.ofHours(1);

    private final ContentStore store;
    private final Clock clock;
    private final Duration every;
    private final BackgroundExecutor background = new BackgroundExecutor("timekeeper");

    /** Seen by the one thread only. */
    private Instant nextForgetting = Instant.EPOCH;

    DueJob(ContentStore store, Settings settings, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.every = settings.timeCheck();
    }

    void start(@Observes @Priority(BackgroundExecutor.LAST) StartupEvent start) {
        store.catchUpWithTime();
        background.repeat(this::tick, every);
    }

    void stop(@Observes ShutdownEvent stop) {
        background.stop();
    }

    private void tick() {
        store.catchUpWithTime();
        if (!clock.instant().isBefore(nextForgetting)) {
            store.forgetOldChanges();
            nextForgetting = clock.instant().plus(FORGETTING);
        }
    }
}
