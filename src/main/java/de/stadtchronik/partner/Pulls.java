package de.stadtchronik.partner;

import de.stadtchronik.settings.Settings;
import de.stadtchronik.sync.Pulled;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Knows how far each key has been given the feed. That is noted at once and written a moment later, the latest of each
 * only, so that nobody who pulls waits for it, and many pages cost one row; a kill loses what was noted in that moment.
 */
@ApplicationScoped
class Pulls {

    private static final Logger LOG = Logger.getLogger(Pulls.class);

    /** In milliseconds. */
    private static final long A_MOMENT = 1000;

    /** Whoever invents ever new filters fills no table. */
    private static final int MOST_OF_ONE = 20;

    private final EntityManager database;
    private final Vertx vertx;
    private final Settings settings;
    private final Clock clock;
    private final Map<Follower, News> waiting = new ConcurrentHashMap<>();

    /** Whether somebody is on the way to write what is waiting. */
    private final AtomicBoolean coming = new AtomicBoolean();

    Pulls(EntityManager database, Vertx vertx, Settings settings, Clock clock) {
        this.database = database;
        this.vertx = vertx;
        this.settings = settings;
        this.clock = clock;
    }

    void given(@Observes Pulled pulled) {
        note(new Follower(pulled.actor().name(), pulled.place().filter().text()), News.given(pulled.place(), now()));
    }

    void failed(Follower follower, int status) {
        note(follower, News.failed(status, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Never waits. */
    private void note(Follower follower, News news) {
        waiting.merge(follower, news, News::then);
        if (coming.compareAndSet(false, true)) {
            vertx.setTimer(
                    A_MOMENT,
                    moment -> vertx.executeBlocking(this::writeSoon)
                            .onFailure(trouble -> LOG.error("Could not be written who pulled", trouble)));
        }
    }

    private int writeSoon() {
        // First, so that what is noted from now on has somebody to write it.
        coming.set(false);
        return writeAll();
    }

    /** Writes what is waiting. Returns when all that was noted before the call is there. */
    private synchronized int writeAll() {
        if (waiting.isEmpty()) {
            return 0;
        }
        var batch = new HashMap<Follower, News>();
        waiting.keySet().forEach(follower -> batch.put(follower, waiting.remove(follower)));
        var written = false;
        try {
            QuarkusTransaction.requiringNew().run(() -> batch.forEach(this::write));
            written = true;
        } finally {
            if (!written) {
                batch.forEach((follower, news) -> waiting.merge(follower, news, (newer, older) -> older.then(newer)));
            }
        }
        return batch.size();
    }

    private void write(Follower follower, News news) {
        var row = database.find(PartnerPull.class, follower.id());
        if (row == null) {
            row = new PartnerPull(follower);
            row.note(news);
            database.persist(row);
            forgetOthers(follower.actor(), news.seenAt().minus(settings.changesKept()));
        } else {
            row.note(news);
        }
    }

    /** What nobody follows any more. */
    private void forgetOthers(String actor, Instant before) {
        var rows = database.createQuery("from PartnerPull where actor = :actor order by seenAt desc", PartnerPull.class)
                .setParameter("actor", actor)
                .getResultList();
        for (var place = 0; place < rows.size(); place++) {
            if (place >= MOST_OF_ONE || rows.get(place).seenAt.isBefore(before)) {
                database.remove(rows.get(place));
            }
        }
    }

    /** All that is known. */
    List<PartnerPull> all() {
        writeAll();
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery("from PartnerPull", PartnerPull.class)
                        .getResultList());
    }

    void finish(@Observes ShutdownEvent stop) {
        writeAll();
    }
}
