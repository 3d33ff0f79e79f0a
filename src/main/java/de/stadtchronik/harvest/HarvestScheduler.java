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

    private static final int MOST_DUE = 100;

    /** A run that takes longer, because of its origin or because there is much to read. */
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final Configured configured;
    private final HarvestState state;
    private final Harvester harvester;
    private final Settings settings;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /** Those whose last run here was. */
    private final Set<String> slow = ConcurrentHashMap.newKeySet();

    private final BackgroundExecutor background = new BackgroundExecutor("rounds");
    private final BackgroundExecutor workers = new BackgroundExecutor("harvester", AT_ONCE);

    HarvestScheduler(Configured configured, HarvestState state, Harvester harvester, Settings settings) {
        this.configured = configured;
        this.state = state;
        this.harvester = harvester;
        this.settings = settings;
    }

    void start(@Observes @Priority(BackgroundExecutor.LAST) StartupEvent start) {
        configured.adopt(settings.harvest());
        background.repeat(this::look, settings.harvestCheck());
    }

    /**
     * Lets pages under way be stored and leases released; otherwise no replica could pull these sources for minutes.
     */
    void stop(@Observes ShutdownEvent stop) {
        harvester.stop();
        background.stop();
        workers.stop();
    }

    /** Looks at once. */
    void lookNow() {
        background.soon(this::look);
    }

    /** Of those that are slow, all but one at a time wait, so that the others always find a worker. */
    private void look() {
        for (var name : state.due(MOST_DUE)) {
            if (underWay.size() < AT_ONCE
                    && mayBegin(name)
                    && underWay.add(name)
                    && !workers.soon(() -> harvest(name))) {
                underWay.remove(name);
            }
        }
    }

    private boolean mayBegin(String name) {
        return !slow.contains(name) || underWay.stream().noneMatch(slow::contains);
    }

    private void harvest(String name) {
        var begun = state.now();
        try {
            state.take(name).ifPresent(harvester::run);
        } finally {
            if (begun.plus(SLOW).isBefore(state.now())) {
                slow.add(name);
            } else {
                slow.remove(name);
            }
            underWay.remove(name);
        }
        // It may be due again: an administrator has asked for a run, or there was more than one run reads.
        lookNow();
    }
}
