package de.stadtchronik.clockwork;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Work in the background: some again and again, some once. One that stopped at its first trouble, such as a database that
 * restarts, would be no clockwork: trouble is logged, and the next turn comes.
 */
public final class Clockwork {

    /** For those who begin with the service: after all else is there, the sample content included. */
    public static final int LAST = 10_000;

    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    private final String name;
    private final ScheduledExecutorService threads;

    /** One thread, so that what is done in it needs no other order. */
    public Clockwork(String name) {
        this(name, 1);
    }

    /** Several threads. They never keep the process from ending. */
    public Clockwork(String name, int threads) {
        this.name = name;
        this.threads = Executors.newScheduledThreadPool(threads, work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does something again and again, with a pause before each time. */
    public void repeat(Runnable work, Duration pause) {
        var repeated = threads.scheduleWithFixedDelay(
                () -> attempt(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debugf("%s is wound up: %s", name, repeated);
    }

    /** Does something once, as soon as a thread is free; false if it has stopped, and nothing will be done. */
    public boolean soon(Runnable work) {
        try {
            threads.execute(() -> attempt(work));
            return true;
        } catch (RejectedExecutionException stopped) {
            LOG.debugf("%s has stopped", name);
            return false;
        }
    }

    /** Lets end what is under way, and begins nothing any more. */
    public void stop() {
        threads.shutdown();
    }

    /** The same, and waits a while for what is under way. */
    public void stop(Duration patience) {
        stop();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.infof("%s has not ended; what is under way breaks off", name);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Errors too: after one a thread pool forgets what it was to repeat, without a word. */
    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error trouble) {
            LOG.errorf(trouble, "%s: something could not be done; it goes on", name);
        }
    }
}
