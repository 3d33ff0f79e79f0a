package de.stadtchronik.partner;

import de.stadtchronik.clock.Debounced;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes how far each key has been given the feed. The latest state of each is written a moment later, so that a pull
 * never waits for it and many pages cost one row; when the process is killed, that moment is lost.
 */
@ApplicationScoped
class Pulls {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** Filters kept of one key, so that ever new ones do not fill the table. */
    private static final int MOST_OF_ONE = 20;

    private final EntityManager database;
    private final Storage storage;
    private final Settings settings;
    private final Clock clock;
    private final Map<Follower, PartnerActivity> waiting = new ConcurrentHashMap<>();
    private final Debounced written;

    Pulls(EntityManager database, Storage storage, Vertx vertx, Settings settings, Clock clock) {
        this.database = database;
        this.storage = storage;
        this.settings = settings;
        this.clock = clock;
        written = new Debounced(vertx, "who pulled", A_MOMENT, this::writeAll);
    }

    void given(@Observes Pulled pulled) {
        note(
                new Follower(pulled.actor().name(), pulled.place().filter().text()),
                PartnerActivity.given(pulled.place(), clock.instant()));
    }

    void failed(Follower follower, int status) {
        note(follower, PartnerActivity.failed(status, clock.instant()));
    }

    /** Never waits. */
    private void note(Follower follower, PartnerActivity activity) {
        waiting.merge(follower, activity, PartnerActivity::then);
        written.ask();
    }

    /** Writes what is waiting. Returns when everything noted before the call is stored. */
    private synchronized void writeAll() {
        if (waiting.isEmpty()) {
            return;
        }
        var batch = new HashMap<Follower, PartnerActivity>();
        waiting.keySet().forEach(follower -> batch.put(follower, waiting.remove(follower)));
        var done = false;
        try {
            storage.write(() -> batch.forEach(this::write));
            done = true;
        } finally {
            if (!done) {
                batch.forEach(
                        (follower, activity) -> waiting.merge(follower, activity, (newer, older) -> older.then(newer)));
            }
        }
    }

    private void write(Follower follower, PartnerActivity activity) {
        var row = database.find(PartnerPull.class, follower.id());
        if (row == null) {
            row = new PartnerPull(follower);
            row.note(activity);
            database.persist(row);
            forgetOthers(follower.actor(), activity.seenAt().minus(settings.changesKept()));
        } else {
            row.note(activity);
        }
    }

    /** Forgets filters that the key no longer follows. */
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
        written.now();
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery("from PartnerPull", PartnerPull.class)
                        .getResultList());
    }

    void finish(@Observes ShutdownEvent stop) {
        written.now();
    }
}
