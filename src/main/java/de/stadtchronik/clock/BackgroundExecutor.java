package de.stadtchronik.clock;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs work in the background, repeatedly or once. A failure, such as a database that restarts, is logged and does not
 * stop later runs.
 */
public final class BackgroundExecutor {

    /** The priority of observers of the start that begin background work: after all else, including sample content. */
    public static final int LAST = 10_000;

    /** Longer than it takes to store a page of a source. */
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(BackgroundExecutor.class);

    private final String name;
    private final RareWarning outages;
    private final ScheduledExecutorService threads;

    /** With one thread, so that its work needs no further synchronisation. */
    public BackgroundExecutor(String name) {
        this(name, 1);
    }

    /** With several threads, which never keep the process from ending. */
    public BackgroundExecutor(String name, int threads) {
        this.name = name;
        this.outages = new RareWarning(LOG, name + ": no database; the next run follows");
        this.threads = Executors.newScheduledThreadPool(threads, work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs something repeatedly, with a pause before each time. */
    public void repeat(Runnable work, Duration pause) {
        var repeated = threads.scheduleWithFixedDelay(
                () -> attempt(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debugf("%s has been scheduled: %s", name, repeated);
    }

    /** Runs something once, as soon as a thread is free; false if this has stopped, and it will not run. */
    public boolean soon(Runnable work) {
        try {
            threads.execute(() -> attempt(work));
            return true;
        } catch (RejectedExecutionException stopped) {
            LOG.debugf("%s has stopped", name);
            return false;
        }
    }

    /** Begins no more work, and waits a while for work under way, which the database is still there for. */
    public void stop() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(TIME_TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.infof("%s has not ended in time; its work is interrupted", name);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Catches errors as well: after an uncaught one, a thread pool silently stops repeating the work. */
    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error trouble) {
            if (threads.isShutdown() || Outage.isOfClosedFile(trouble)) {
                LOG.debugf(trouble, "%s: broken off", name);
            } else if (Outage.caused(trouble)) {
                outages.happened(": " + trouble.getMessage());
            } else {
                LOG.errorf(trouble, "%s: background work failed; the next run follows", name);
            }
        }
    }
}
