package de.stadtchronik.feed;

import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * Where the log stands.
 *
 * @param head the position of the newest line
 * @param forgotten the position of the newest line that is not kept any more
 */
record LogPosition(UUID epoch, long head, long forgotten) {

    static LogPosition of(StatelessSession session) {
        return session.createQuery(
                        "select new " + LogPosition.class.getName()
                                + "(i.epoch, c.head, coalesce((select min(l.seq) - 1 from Change l), c.head))"
                                + " from Instance i cross join ChangeCounter c",
                        LogPosition.class)
                .getSingleResult();
    }

    boolean knows(FeedCursor cursor) {
        return cursor.epoch().equals(epoch)
                && cursor.after() <= head
                && cursor.start() <= head
                && cursor.start() >= forgotten;
    }
}
