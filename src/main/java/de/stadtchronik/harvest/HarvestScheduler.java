package de.stadtchronik.harvest;

import de.stadtchronik.clockwork.Clockwork;
import de.stadtchronik.settings.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks again and again, on every replica, which sources are due, and has them pulled, a few at once. */
@ApplicationScoped
class Rounds {

    private static final int AT_ONCE = 3;

    /** Longer than a page takes to be stored. */
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);

    private final Configured configured;
    private final Ledger ledger;
    private final Harvester harvester;
    private final Duration every;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Clockwork clockwork = new Clockwork("rounds");
    private final Clockwork workers = new Clockwork("harvester", AT_ONCE);

    Rounds(Configured configured, Ledger ledger, Harvester harvester, Settings settings) {
        this.configured = configured;
        this.ledger = ledger;
        this.harvester = harvester;
        this.every = settings.harvestCheck();
    }

    void start(@Observes @Priority(Clockwork.LAST) StartupEvent start) {
        configured.adopt();
        clockwork.repeat(this::look, every);
    }

    /** Pages at hand are stored and their sources given back; without that, nobody could pull them for minutes. */
    void stop(@Observes ShutdownEvent stop) {
        harvester.stop();
        clockwork.stop();
        workers.stop(TIME_TO_STOP);
    }

    /** Looks at once. */
    void lookNow() {
        clockwork.soon(this::look);
    }

    private void look() {
        ledger.due(AT_ONCE).forEach(name -> {
            if (underWay.add(name) && !workers.soon(() -> harvest(name))) {
                underWay.remove(name);
            }
        });
    }

    private void harvest(String name) {
        try {
            ledger.take(name).ifPresent(harvester::run);
        } finally {
            underWay.remove(name);
        }
        // It may be due again: somebody has asked meanwhile, or there was more than one run reads.
        lookNow();
    }
}
