package de.stadtchronik.connection;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Memory for the making of large answers. A long document becomes several times as large on its way into one, so only a
 * few are made at once; small answers need not ask.
 */
@ApplicationScoped
public class Workspace {

    /** In bytes of stored documents: two of the largest pages. */
    private static final int ROOM = 2 << 20;

    /** In bytes: answers of less are small. */
    private static final int SMALL = 1 << 18;

    /** More than that do not wait, so that most threads are left to small answers. */
    private static final int MOST_WAITING = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore room = new Semaphore(ROOM);
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
        var share = (int) Math.min(bytes, ROOM);
        if (!room.tryAcquire(share) && !comesFree(share)) {
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
            room.release(share);
        }
    }

    private boolean comesFree(int share) {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return room.tryAcquire(share, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }
}
