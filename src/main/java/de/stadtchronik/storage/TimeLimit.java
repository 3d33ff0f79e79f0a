package de.stadtchronik.storage;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Breaks off questions to the database that take too long. Not by the limit that a statement can have: the embedded
 * database takes it for the whole connection, and forgets every statement that it has prepared whenever one is set.
 */
@ApplicationScoped
public class TimeLimit {

    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1, work -> {
        var thread = new Thread(work, "time limit");
        thread.setDaemon(true);
        return thread;
    });

    TimeLimit() {
        alarms.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void end() {
        alarms.shutdownNow();
    }

    /**
     * The answer to a question.
     *
     * @param breaksOff called by another thread if there is no answer in time
     * @throws jakarta.persistence.QueryTimeoutException if it takes longer
     */
    public <T> T within(Duration longest, Runnable breaksOff, Supplier<T> question) {
        var alarm = alarms.schedule(breaksOff, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return question.get();
        } finally {
            alarm.cancel(false);
        }
    }
}
