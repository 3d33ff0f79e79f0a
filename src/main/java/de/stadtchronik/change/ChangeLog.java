package de.stadtchronik.change;

import de.stadtchronik.access.Actor;
import de.stadtchronik.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened, in the order in which it became visible. */
@ApplicationScoped
public class ChangeLog {

    private static final int MOST_LINES = 100;
    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private final EntityManager database;
    private final Storage storage;

    ChangeLog(EntityManager database, Storage storage) {
        this.database = database;
        this.storage = storage;
    }

    /** Waits for this writer's turn, which ends with the transaction. To be called before all else in it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public WriteTransaction takeTurn(Actor actor, Instant now) {
        var counter = database.find(ChangeCounter.class, ChangeCounter.THE_ROW, LockModeType.PESSIMISTIC_WRITE);
        return new WriteTransaction(database, counter, actor, now);
    }

    /** The position of the newest line; 0 if nothing ever happened. */
    public long head() {
        return (Long) database.createNativeQuery("select head from change_counter", Long.class)
                .getSingleResult();
    }

    /** The lines after a position, in order. */
    public List<Change> after(long position, int limit) {
        return database.createQuery("from Change where seq > :position order by seq", Change.class)
                .setParameter("position", position)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Forgets some of the oldest lines, if they are all from before a moment. Lines in between stay, whatever the clock
     * said when they were written.
     *
     * @return whether there may be more
     */
    public boolean forgetBefore(Instant moment) {
        return storage.write(() -> forget(moment));
    }

    private boolean forget(Instant moment) {
        var kept = database.createQuery("select min(seq) from Change where changedAt >= :moment", Long.class)
                .setParameter("moment", moment)
                .getSingleResult();
        var end = kept == null ? head() + 1 : kept;
        var oldest =
                database.createQuery("select min(seq) from Change", Long.class).getSingleResult();
        if (oldest == null || oldest >= end) {
            return false;
        }
        var upTo = Math.min(end, oldest + FORGOTTEN_AT_ONCE);
        database.createQuery("delete from Change where seq < :end")
                .setParameter("end", upTo)
                .executeUpdate();
        return upTo < end;
    }

    /** What happened to an item after a revision of it, in order; the first hundred lines of it. */
    public List<Change> since(UUID item, int revision) {
        return database.createQuery(
                        "from Change where itemId = :item and revision > :revision and operation <> :relink order by seq",
                        Change.class)
                .setParameter("relink", Change.Operation.RELINK.name())
                .setParameter("item", item)
                .setParameter("revision", revision)
                .setMaxResults(MOST_LINES)
                .getResultList();
    }
}
