package de.stadtchronik.change;

import de.stadtchronik.access.Actor;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;

/** A writer's turn: while it lasts, no other writer writes. */
public final class WriteTransaction {

    private final EntityManager database;
    private final ChangeCounter counter;
    private final Actor actor;
    private final Instant now;

    WriteTransaction(EntityManager database, ChangeCounter counter, Actor actor, Instant now) {
        this.database = database;
        this.counter = counter;
        this.actor = actor;
        this.now = now;
    }

    /** The moment of the turn: all that happens in it happens now. */
    public Instant now() {
        return now;
    }

    public Actor actor() {
        return actor;
    }

    /**
     * Writes a line for each of many items, without reading them, and returns the position before the first of them.
     *
     * @param items which ones: HQL from {@code from} on, with {@code c} for the item
     * @param values of the parameters in it
     */
    public long appendForEach(Change.Operation operation, String items, Map<String, ?> values) {
        var before = counter.head;
        var lines = database.createQuery(
                        "insert into Change (seq, type, itemId, operation, version, revision, changedAt, actor)"
                                + " select cast(:before as long) + row_number() over (order by c.id), c.type, c.id,"
                                + " :operation, c.version, c.revision, :now, :actor " + items)
                .setParameter("before", before)
                .setParameter("operation", operation.name())
                .setParameter("now", now)
                .setParameter("actor", actor.name());
        values.forEach(lines::setParameter);
        counter.head += lines.executeUpdate();
        return before;
    }

    /** Writes one line and returns its position. */
    public long append(Change.Event event) {
        counter.head++;
        database.persist(new Change(counter.head, event, now, actor.name()));
        return counter.head;
    }
}
