package de.stadtchronik.audit;

import de.stadtchronik.clock.Debounced;
import de.stadtchronik.clock.RareWarning;
import de.stadtchronik.storage.Storage;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;

/**
 * Keeps the newest refused attempts. They are queued and written together a moment later, so that a flood of them costs
 * little; if the queue is full, further ones are dropped, which the service's log tells.
 */
@ApplicationScoped
class DeniedRequests {

    private static final Logger LOG = Logger.getLogger(DeniedRequests.class);
    private static final int KEPT = 10_000;
    private static final int MOST_WAITING = 1000;
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final EntityManager database;
    private final Storage storage;
    private final RareWarning dropped =
            new RareWarning(LOG, "Too many refused attempts at once; one is missing in the audit trail");
    private final BlockingQueue<DeniedRequest> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Debounced written;

    DeniedRequests(EntityManager database, Storage storage, Vertx vertx) {
        this.database = database;
        this.storage = storage;
        written = new Debounced(vertx, "what was refused", A_MOMENT, this::writeAll);
    }

    /** Never waits. */
    void note(DeniedRequest refusal) {
        if (!waiting.offer(refusal)) {
            dropped.happened();
        }
        written.ask();
    }

    /** Returns when everything noted before the call is stored, unless nothing can be stored. */
    void writeNow() {
        written.now();
    }

    private synchronized void writeAll() {
        var batch = List.copyOf(waiting);
        if (!batch.isEmpty()) {
            storage.write(() -> {
                batch.forEach(refusal -> {
                    // Of an attempt that failed, it may have one.
                    refusal.number = 0;
                    database.persist(refusal);
                });
                database.createQuery("delete from DeniedRequest where number <= :last")
                        .setParameter("last", batch.get(batch.size() - 1).number() - KEPT)
                        .executeUpdate();
            });
            // Only now, so that none is lost when the database is away.
            batch.forEach(waiting::remove);
        }
    }

    void finish(@Observes ShutdownEvent stop) {
        writeNow();
    }
}
