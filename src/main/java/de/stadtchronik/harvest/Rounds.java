package de.stadtchronik.harvest;

import de.stadtchronik.settings.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks again and again, on every replica, which sources are due, and has them pulled, a few at once. */
@ApplicationScoped
class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    /** After the sample content. */
    private static final int LAST = 10_000;

    private static final int AT_ONCE = 3;

    /** Longer than a page takes to be stored. */
    private static final int SECONDS_TO_STOP = 5;

    private final Sources sources;
    private final Ledger ledger;
    private final Harvester harvester;
    private final long every;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "rounds"));
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> daemon(work, "harvester"));

    Rounds(Sources sources, Ledger ledger, Harvester harvester, Settings settings) {
        this.sources = sources;
        this.ledger = ledger;
        this.harvester = harvester;
        this.every = settings.harvestCheck().toMillis();
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    void start(@Observes @Priority(LAST) StartupEvent start) {
        sources.adoptConfigured();
        var looking = clockwork.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        LOG.debugf("Sources are pulled: %s", looking);
    }

    /** Pages at hand are stored and their sources given back; without that, nobody could pull them for minutes. */
    void stop(@Observes ShutdownEvent stop) {
        harvester.stop();
        clockwork.shutdown();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.info("A source is still being pulled; its run breaks off");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at once. */
    void lookNow() {
        inTime(() -> clockwork.execute(this::look));
    }

    private void look() {
        attempt(() -> ledger.due(AT_ONCE).forEach(name -> {
            if (underWay.add(name)) {
                inTime(() -> workers.execute(() -> harvest(name)));
            }
        }));
    }

    private void harvest(String name) {
        attempt(() -> {
            try {
                ledger.take(name).ifPresent(harvester::run);
            } finally {
                underWay.remove(name);
            }
        });
    }

    private static void inTime(Runnable work) {
        try {
            work.run();
        } catch (RejectedExecutionException closed) {
            LOG.debug("The service stops; another run will go on");
        }
    }

    /** A loop that stops at its first trouble, such as a database that restarts, would be no loop. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            LOG.error("Sources could not be pulled; trying again", trouble);
        }
    }
}
