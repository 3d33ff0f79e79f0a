package de.stadtchronik.schedule;

import de.stadtchronik.content.ContentStore;
import de.stadtchronik.settings.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks at the clock four times a second, so that what is due happens within a second of its moment. What fell due while
 * the service was down happens before it answers its first request.
 */
@ApplicationScoped
class Timekeeper {

    private static final Logger LOG = Logger.getLogger(Timekeeper.class);

    /** After the sample content. */
    private static final int LAST = 10_000;

    private static final Duration FORGETTING = Duration.ofHours(1);
    private static final Duration SHORTEST_MEMORY = Duration.ofDays(30);

    private final ContentStore store;
    private final Clock clock;
    private final long every;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "timekeeper");
        thread.setDaemon(true);
        return thread;
    });

    /** Seen by the one thread only. */
    private Instant nextForgetting = Instant.EPOCH;

    Timekeeper(ContentStore store, Settings settings, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.every = settings.timeCheck().toMillis();
        if (settings.changesKept().compareTo(SHORTEST_MEMORY) < 0) {
            throw new IllegalStateException("stadtchronik.changes-kept is " + settings.changesKept()
                    + "; it needs at least " + SHORTEST_MEMORY);
        }
    }

    void start(@Observes @Priority(LAST) StartupEvent start) {
        store.catchUpWithTime();
        var ticking = clockwork.scheduleWithFixedDelay(this::tick, every, every, TimeUnit.MILLISECONDS);
        LOG.debugf("The clockwork runs: %s", ticking);
    }

    void stop(@Observes ShutdownEvent stop) {
        clockwork.shutdown();
    }

    /** A clock that stops at its first trouble, such as a database that restarts, would be no clock. */
    private void tick() {
        try {
            store.catchUpWithTime();
            if (!clock.instant().isBefore(nextForgetting)) {
                store.forgetOldChanges();
                nextForgetting = clock.instant().plus(FORGETTING);
            }
        } catch (RuntimeException trouble) {
            LOG.error("What is due could not be done; trying again", trouble);
        }
    }
}
