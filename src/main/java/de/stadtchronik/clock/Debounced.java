package de.stadtchronik.clock;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Work that is asked for often, and done a moment later, once for all requests until then; again while the database is away. */
public final class Debounced {

    private static final Logger LOG = Logger.getLogger(Debounced.class);

    /** Before the next attempt when the database is away. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final String name;
    private final Duration moment;
    private final Runnable work;
    private final RareWarning outages;

    /** Whether a run is scheduled. */
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /**
     * Declares the work.
     *
     * @param moment at least a millisecond
     */
    public Debounced(Vertx vertx, String name, Duration moment, Runnable work) {
        this.vertx = vertx;
        this.name = name;
        this.moment = moment;
        this.work = work;
        this.outages = new RareWarning(LOG, name + ": no database");
    }

    /** Never waits. */
    public void ask() {
        if (scheduled.compareAndSet(false, true)) {
            vertx.setTimer(
                    moment.toMillis(),
                    timer -> vertx.executeBlocking(this::come).onFailure(this::tell));
        }
    }

    /** Does it at once; a failure is told, and is none of the caller's. */
    public void now() {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            tell(trouble);
        }
    }

    private void tell(Throwable trouble) {
        if (trouble.getCause() instanceof InterruptedException) {
            LOG.debugf("%s: interrupted, because the service ends", name);
        } else if (Outage.caused(trouble)) {
            outages.happened(": " + trouble.getMessage());
            vertx.setTimer(PAUSE.toMillis(), timer -> ask());
        } else {
            LOG.errorf(trouble, "%s: background work failed", name);
        }
    }

    private Debounced come() {
        // First, so that a request from now on schedules another run.
        scheduled.set(false);
        work.run();
        return this;
    }
}
