package de.stadtchronik.change;

import de.stadtchronik.access.Actor;
import de.stadtchronik.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** How everybody writes content: take a turn, work, commit, and be on disk before anybody is told. */
@ApplicationScoped
public class Turns {

    /**
     * Writers of this instance wait here, and not in the database, each with a connection in hand that readers need.
     * Whoever comes just when a turn ends may go first, which saves waking another; nobody waits for long, because whoever
     * has written is busy before it comes again.
     */
    private final ReentrantLock line = new ReentrantLock();

    private final ChangeLog log;
    private final Storage storage;
    private final Clock clock;

    Turns(ChangeLog log, Storage storage, Clock clock) {
        this.log = log;
        this.storage = storage;
        this.clock = clock;
    }

    /**
     * Works in a transaction of its own that begins with a turn. When this returns, all of it is on disk; if the work
     * throws, nothing was written.
     */
    public <T> T take(Actor actor, Function<Turn, T> work) {
        var result = inLine(() -> storage.write(() -> work.apply(begin(actor))));
        storage.flush();
        return result;
    }

    /** The same without effect: whatever was written is taken back. */
    public <T> T rehearse(Actor actor, Function<Turn, T> work) {
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

    private Turn begin(Actor actor) {
        return log.takeTurn(actor, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
