package de.stadtchronik.partner;

import de.stadtchronik.clockwork.Soon;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.storage.Storage;
import de.stadtchronik.sync.Pulled;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows how far each key has been given the feed. That is noted at once and written a moment later, the latest of each
 * only, so that nobody who pulls waits for it, and many pages cost one row; a kill loses what was noted in that moment.
 */
@ApplicationScoped
class Pulls {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** Whoever invents ever new filters fills no table. */
    private static final int MOST_OF_ONE = 20;

    private final EntityManager database;
    private final Storage storage;
    private final Settings settings;
    private final Clock clock;
    private final Map<Follower, News> waiting = new ConcurrentHashMap<>();
    private final Soon written;

    Pulls(EntityManager database, Storage storage, Vertx vertx, Settings settings, Clock clock) {
        this.database = database;
        this.storage = storage;
        this.settings = settings;
        this.clock = clock;
        written = new Soon(vertx, "who pulled", A_MOMENT, this::writeAll);
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
        written.ask();
    }

    /** Writes what is waiting. Returns when all that was noted before the call is there. */
    private synchronized void writeAll() {
        if (waiting.isEmpty()) {
            return;
        }
        var batch = new HashMap<Follower, News>();
        waiting.keySet().forEach(follower -> batch.put(follower, waiting.remove(follower)));
        var done = false;
        try {
            storage.write(() -> batch.forEach(this::write));
            done = true;
        } finally {
            if (!done) {
                batch.forEach((follower, news) -> waiting.merge(follower, news, (newer, older) -> older.then(newer)));
            }
        }
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
