package de.stadtchronik.change;

import de.stadtchronik.access.Actor;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** A writer's turn: while it lasts, nobody else writes. */
public final class Turn {

    private final EntityManager database;
    private final ChangeCounter counter;
    private final Actor actor;
    private final Instant now;

    Turn(EntityManager database, ChangeCounter counter, Actor actor, Instant now) {
        this.database = database;
        this.counter = counter;
        this.actor = actor;
        this.now = now;
    }

    /** The moment of the turn: all that happens in it happens now. */
    public Instant now() {
        return now;
    }

    /** Whose turn it is. */
    public Actor actor() {
        return actor;
    }

    /** Writes one line and returns its position. */
    public long append(Change.Event event) {
        counter.head++;
        database.persist(new Change(counter.head, event, now, actor.name()));
        return counter.head;
    }
}
