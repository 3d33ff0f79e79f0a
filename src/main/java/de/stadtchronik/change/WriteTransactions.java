package de.stadtchronik.change;

import de.stadtchronik.access.Actor;
import de.stadtchronik.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** How all writers write content: take a turn, work, commit, and get it to disk before success is reported. */
@ApplicationScoped
public class WriteTransactions {

    /**
     * Writers of this instance wait here, not in the database, where each would hold a connection that readers need.
     * The lock is unfair, which saves waking a thread; a writer does not starve, because the others are busy between
     * writes.
     */
    private final ReentrantLock line = new ReentrantLock();

    private final ChangeLog log;
    private final RecentChanges recent;
    private final Storage storage;
    private final Clock clock;

    WriteTransactions(ChangeLog log, RecentChanges recent, Storage storage, Clock clock) {
        this.log = log;
        this.recent = recent;
        this.storage = storage;
        this.clock = clock;
    }

    /**
     * Works in a transaction of its own that begins with a turn. When this returns, all of it is on disk; if the work
     * throws, nothing was written.
     */
    public <T> T take(Actor actor, Function<WriteTransaction, T> work) {
        T result;
        try {
            result = inLine(() -> storage.write(() -> work.apply(begin(actor))));
        } finally {
            recent.mayHaveGrown();
        }
        storage.flush();
        return result;
    }

    /** Works in a turn, and rolls it back. */
    public <T> T rehearse(Actor actor, Function<WriteTransaction, T> work) {
        return inLine(() -> storage.rehearse(() -> work.apply(begin(actor))));
    }

    private <T> T inLine(Supplier<T> work) {
        line.lock();
        try {
            return work.get();
        } finally {
            line.unlock();
        }
    }

    private WriteTransaction begin(Actor actor) {
        return log.takeTurn(actor, clock.instant());
    }
}
