package de.stadtchronik.storage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;

/**
 * How writes get to disk: after a crash or a power cut each transaction is there as a whole or not at all, and
 * everything that was flushed is there.
 */
public interface Storage {

    /**
     * Does work in a transaction of its own, the only kind that may write; rolled back if the work throws.
     *
     * @throws de.stadtchronik.problem.Problem OUTCOME_UNKNOWN if the database broke off while it committed
     */
    default <T> T write(Supplier<T> work) {
        return asWriter(() -> new Commit<T>().of(work));
    }

    /** Does work that has no result in such a transaction. */
    default void write(Runnable work) {
        write(() -> {
            work.run();
            return this;
        });
    }

    /** Does work in such a transaction, and rolls it back. Not within another transaction. */
    default <T> T rehearse(Supplier<T> work) {
        return asWriter(() -> {
            QuarkusTransaction.begin();
            try {
                return work.get();
            } finally {
                QuarkusTransaction.rollback();
            }
        });
    }

    /** Runs something that begins and ends a transaction, once it is allowed to write. */
    <T> T asWriter(Supplier<T> transaction);

    /** Whether the thread at hand is in the middle of writing. */
    boolean isWriting();

    /** Whether what is written can still get to disk. */
    boolean isSound();

    /** Returns once everything committed before the call is on disk. */
    void flush();

    /** Returns once the line at that position is on disk, with all before it; does nothing if it is known to be. */
    void flushUpTo(long position);
}
