package de.stadtchronik.connection;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Memory for the making of large answers. A long document becomes a hundred times as large on its way into one, as when
 * each of its characters is a piece of Markdown by itself, so one is made at a time; small answers need not ask.
 */
@ApplicationScoped
public class Workspace {

    /** In bytes of stored documents: answers of less are small. */
    private static final int SMALL = 1 << 18;

    /** More than that do not wait, so that most threads are left to small answers. */
    private static final int MOST_WAITING = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore room = new Semaphore(1, true);
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    /** What makes an answer, or a part of one. */
    public interface Work<T, X extends Exception> {
        T make() throws X;
    }

    /**
     * Makes something, perhaps after a moment of waiting.
     *
     * @param bytes the length of the documents that are to be read
     * @throws Problem OVERLOADED
     */
    public <T, X extends Exception> T make(long bytes, Work<T, X> work) throws X {
        if (bytes < SMALL) {
            return work.make();
        }
        if (!comesFree()) {
            throw Problem.tooMany(
                    ProblemType.OVERLOADED,
                    new BilingualText(
                            "Zu viele große Antworten werden gerade gemacht.",
                            "Too many large answers are being made."),
                    PATIENCE);
        }
        try {
            return work.make();
        } finally {
            room.release();
        }
    }

    private boolean comesFree() {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }
}
