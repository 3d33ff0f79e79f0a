package de.stadtchronik.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final EntityManager database;
    private final Vertx vertx;
    private final BlockingQueue<Refusal> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    /** Whether somebody is on the way to write what is waiting. */
    private final AtomicBoolean coming = new AtomicBoolean();

    Refusals(EntityManager database, Vertx vertx) {
        this.database = database;
        this.vertx = vertx;
    }

    /** Never waits. */
    void note(Refusal refusal) {
        if (!waiting.offer(refusal)) {
            LOG.warn("More refused attempts than can be noted; one is missing in the audit trail");
        }
        if (coming.compareAndSet(false, true)) {
            vertx.executeBlocking(this::writeSoon)
                    .onFailure(failed -> LOG.error("Refused attempts could not be written to the audit trail", failed));
        }
    }

    private int writeSoon() {
        // First, so that what is noted from now on has somebody to write it.
        coming.set(false);
        return writeAll();
    }

    /** Writes what is waiting. Returns when all that was noted before the call is there. */
    synchronized int writeAll() {
        List<Refusal> batch = new ArrayList<>();
        waiting.drainTo(batch);
        if (!batch.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> {
                batch.forEach(database::persist);
                database.createQuery("delete from Refusal where number <= :last")
                        .setParameter("last", batch.get(batch.size() - 1).number() - KEPT)
                        .executeUpdate();
            });
        }
        return batch.size();
    }

    void finish(@Observes ShutdownEvent stop) {
        writeAll();
    }
}
