package de.stadtchronik.harvest;

import de.stadtchronik.clock.BackgroundExecutor;
import de.stadtchronik.harvest.run.HarvestState;
import de.stadtchronik.harvest.run.Harvester;
import de.stadtchronik.settings.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks again and again, on every replica, for sources that are due, and has them pulled, a few at a time. */
@ApplicationScoped
class HarvestScheduler {

    private static final int AT_ONCE = 3;

    /** Longer than it takes to store a page. */
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);

    private final Configured configured;
    private final HarvestState state;
    private final Harvester harvester;
    private final Duration every;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final BackgroundExecutor background = new BackgroundExecutor("rounds");
    private final BackgroundExecutor workers = new BackgroundExecutor("harvester", AT_ONCE);

    HarvestScheduler(Configured configured, HarvestState state, Harvester harvester, Settings settings) {
        this.configured = configured;
        this.state = state;
        this.harvester = harvester;
        this.every = settings.harvestCheck();
    }

    void start(@Observes @Priority(BackgroundExecutor.LAST) StartupEvent start) {
        configured.adopt();
        background.repeat(this::look, every);
    }

    /**
     * Lets pages under way be stored and leases released; otherwise no replica could pull these sources for minutes.
     */
    void stop(@Observes ShutdownEvent stop) {
        harvester.stop();
        background.stop();
        workers.stop(TIME_TO_STOP);
    }

    /** Looks at once. */
    void lookNow() {
        background.soon(this::look);
    }

    private void look() {
        state.due(AT_ONCE).forEach(name -> {
            if (underWay.add(name) && !workers.soon(() -> harvest(name))) {
                underWay.remove(name);
            }
        });
    }

    private void harvest(String name) {
        try {
            state.take(name).ifPresent(harvester::run);
        } finally {
            underWay.remove(name);
        }
        // It may be due again: an administrator has asked for a run, or there was more than one run reads.
        lookNow();
    }
}
