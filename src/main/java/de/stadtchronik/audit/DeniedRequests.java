package de.stadtchronik.audit;

import de.stadtchronik.clockwork.Soon;
import de.stadtchronik.storage.Storage;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;

/**
 * Keeps the newest refusals. They are noted at once and written a moment later, many together, so that a flood of them
 * costs little; of more than can wait, the rest is dropped and counted in the log.
 */
@ApplicationScoped
class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final int KEPT = 10_000;
    private static final int MOST_WAITING = 1000;
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final EntityManager database;
    private final Storage storage;
    private final BlockingQueue<Refusal> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Soon written;

    Refusals(EntityManager database, Storage storage, Vertx vertx) {
        this.database = database;
        this.storage = storage;
        written = new Soon(vertx, "what was refused", A_MOMENT, this::writeAll);
    }

    /** Never waits. */
    void note(Refusal refusal) {
        if (!waiting.offer(refusal)) {
            LOG.warn("More refused attempts than can be noted; one is missing in the audit trail");
        }
        written.ask();
    }

    /** Writes what is waiting. Returns when all that was noted before the call is there. */
    synchronized void writeAll() {
        List<Refusal> batch = new ArrayList<>();
        waiting.drainTo(batch);
        if (!batch.isEmpty()) {
            storage.write(() -> {
                batch.forEach(database::persist);
                database.createQuery("delete from Refusal where number <= :last")
                        .setParameter("last", batch.get(batch.size() - 1).number() - KEPT)
                        .executeUpdate();
            });
        }
    }

    void finish(@Observes ShutdownEvent stop) {
        writeAll();
    }
}
