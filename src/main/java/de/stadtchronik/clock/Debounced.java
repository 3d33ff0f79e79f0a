package de.stadtchronik.clockwork;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Something that is asked for again and again, and done a moment later, once for all who asked until then. */
public final class Soon {

    private static final Logger LOG = Logger.getLogger(Soon.class);

    private final Vertx vertx;
    private final String name;
    private final Duration moment;
    private final Runnable work;

    /** Whether somebody is on the way to do it. */
    private final AtomicBoolean coming = new AtomicBoolean();

    /** @param moment at least a millisecond */
    public Soon(Vertx vertx, String name, Duration moment, Runnable work) {
        this.vertx = vertx;
        this.name = name;
        this.moment = moment;
        this.work = work;
    }

    /** Never waits. */
    public void ask() {
        if (coming.compareAndSet(false, true)) {
            vertx.setTimer(
                    moment.toMillis(),
                    timer -> vertx.executeBlocking(this::come)
                            .onFailure(trouble -> LOG.errorf(trouble, "%s: something could not be done", name)));
        }
    }

    private Soon come() {
        // First, so that what is asked for from now on has somebody to do it.
        coming.set(false);
        work.run();
        return this;
    }
}
