package de.stadtchronik.storage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;

/**
 * How what is written gets to disk: after a crash or a power cut each transaction is there as a whole or not at all, and
 * whatever was flushed is there.
 */
public interface Storage {

    /** Works in a transaction of its own that may write; there are no others that may. It is taken back if this throws. */
    default <T> T write(Supplier<T> work) {
        return asWriter(() -> QuarkusTransaction.requiringNew().call(work::get));
    }

    /** The same without a result. */
    default void write(Runnable work) {
        write(() -> {
            work.run();
            return this;
        });
    }

    /** The same without effect: whatever was written is taken back. Not within another transaction. */
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

    /** Does what begins and ends a transaction, as soon as it may write. */
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
