package de.stadtchronik.change;

import de.stadtchronik.clock.BackgroundExecutor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The newest public lines of the log, in memory: tells without asking the database whether what was read some time ago
 * still holds. Writers of this instance bring it up to date before they answer; where other instances write, too, it looks
 * at the log several times a second, and says when it could not.
 */
@Singleton
public class RecentChanges {

    /** How many positions are remembered; what was read before them counts as changed. */
    private static final int KEPT = 4096;

    private static final Duration LOOK = Duration.ofMillis(250);

    /** In nanoseconds. A write is to be seen on every instance within a second; the rest is for what is under way. */
    private static final long TRUSTED = Duration.ofMillis(700).toNanos();

    private static final List<String> UNSEEN = List.of(
            Change.Operation.CREATE.name(),
            Change.Operation.SAVE.name(),
            Change.Operation.RESTORE.name(),
            Change.Operation.SCHEDULE.name(),
            Change.Operation.UNSCHEDULE.name());

    private static final Logger LOG = Logger.getLogger(RecentChanges.class);

    private final EntityManager database;
    private final ChangeLog log;
    private final boolean alone;
    private final ConcurrentNavigableMap<Long, Line> lines = new ConcurrentSkipListMap<>();
    private final BackgroundExecutor background = new BackgroundExecutor("recent-changes");

    /** Counts how often a write may have gone unnoticed. */
    private final AtomicLong doubts = new AtomicLong(1);

    private volatile long settled;
    private volatile long lookedAt;
    private volatile Position position = Position.UNKNOWN;

    /**
     * Up to where the log was known when something was read.
     *
     * @param life goes up when positions begin to mean something else, as when the database was restored
     */
    public record Position(int life, long seq) {

        /** Of what was read at no known position, and counts as changed. */
        public static final Position UNKNOWN = new Position(-1, 0);
    }

    private record Line(String type, UUID item) {}

    RecentChanges(EntityManager database, ChangeLog log, DatabaseIdentity identity) {
        this.database = database;
        this.log = log;
        alone = !identity.isShared();
    }

    void begin(@Observes @Priority(BackgroundExecutor.LAST) StartupEvent start) {
        background.repeat(this::look, LOOK);
    }

    void end(@Observes ShutdownEvent stop) {
        background.stop();
    }

    private void look() {
        if (!alone || settled != doubts.get()) {
            catchUp();
        }
    }

    /** Up to where the log is known by now. */
    public Position position() {
        return position;
    }

    /** Whether everything is known that was written until a moment ago. */
    public boolean isCurrent() {
        return settled == doubts.get() && (alone || System.nanoTime() - lookedAt < TRUSTED);
    }

    /** Whether any of it may have changed for the public since a position, as far as the log is known. */
    public boolean isTouched(Dependencies dependencies, Position since) {
        var now = position;
        if (now.equals(since)) {
            return false;
        }
        return now.life() != since.life()
                || now.seq() - since.seq() > KEPT
                || lines.subMap(since.seq(), false, now.seq(), true).values().stream()
                        .anyMatch(line -> dependencies.include(line.type(), line.item()));
    }

    /** Reads what was written since the last time. */
    public void catchUp() {
        var doubt = doubts.get();
        var asked = System.nanoTime();
        QuarkusTransaction.joiningExisting().run(() -> {
            var head = log.head();
            if (head != position.seq()) {
                read(head);
            }
        });
        settled = Math.max(settled, doubt);
        lookedAt = asked;
    }

    /** Tells of what a writer may have written, whether its turn went well or not. */
    void mayHaveGrown() {
        try {
            catchUp();
        } catch (RuntimeException unanswered) {
            doubts.incrementAndGet();
            LOG.debug("What was written is read later", unanswered);
        }
    }

    private synchronized void read(long head) {
        var before = position;
        if (before.equals(Position.UNKNOWN) || head < before.seq()) {
            // The first look, which concerns nothing that was read; or the database is another one.
            lines.clear();
            position = new Position(before.life() + 1, head);
        } else if (head - before.seq() > KEPT) {
            lines.clear();
            position = new Position(before.life(), head);
        } else {
            database.createQuery(
                            "select seq, type, itemId from Change"
                                    + " where seq > :before and seq <= :head and operation not in :unseen",
                            Object[].class)
                    .setParameter("before", before.seq())
                    .setParameter("head", head)
                    .setParameter("unseen", UNSEEN)
                    .getResultStream()
                    .forEach(line -> lines.put((Long) line[0], new Line((String) line[1], (UUID) line[2])));
            lines.headMap(head - KEPT, true).clear();
            position = new Position(before.life(), head);
        }
    }
}
