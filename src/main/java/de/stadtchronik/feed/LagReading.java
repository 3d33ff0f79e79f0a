package de.stadtchronik.feed;

import de.stadtchronik.content.PublicItems;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Finds how far those who follow the feed are behind it, in one state of the database. */
record LagReading(StatelessSession session) {

    FeedLag lag(FeedCursor from, LogPosition position) {
        if (!position.knows(from)) {
            return FeedLag.EXPIRED;
        }
        var items = session.createQuery(
                        "select c.id from Content c where c.seq > :after and " + PublicItems.OUR_OWN
                                + " and (c.visible = true or c.seq > :start)",
                        UUID.class)
                .setParameter("after", from.after())
                .setParameter("start", from.start())
                .setMaxResults(FeedLag.MOST)
                .getResultList()
                .size();
        return new FeedLag(
                true, items, items == 0 ? null : firstChangeAfter(from.after()), firstLineAfter(from.start()));
    }

    private @Nullable Instant firstChangeAfter(long position) {
        return session.createQuery(
                        "select l.changedAt from Change l where l.seq > :position and l.operation in :operations"
                                + " and exists (select 1 from Content c where c.id = l.itemId and "
                                + PublicItems.OUR_OWN + ")"
                                + " order by l.seq",
                        Instant.class)
                .setParameter("position", position)
                .setParameter("operations", FeedReading.PUBLIC_OPERATIONS)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    private @Nullable Instant firstLineAfter(long position) {
        return session.createQuery(
                        "select l.changedAt from Change l where l.seq > :position order by l.seq", Instant.class)
                .setParameter("position", position)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }
}
