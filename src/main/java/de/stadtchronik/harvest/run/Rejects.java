package de.stadtchronik.harvest;

import de.stadtchronik.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was set aside of sources; all of it in the transaction at hand. It takes no more room than copies would. */
@ApplicationScoped
class Rejects {

    /** The max UUID (RFC 9562, section 5.10). */
    private static final UUID NEWER_THAN_ALL = new UUID(-1, -1);

    /** Of a source; what comes beyond is noted in brief. */
    private static final int MOST_IN_FULL = 1000;

    /** Of a source, because nothing that comes later takes their place. */
    private static final int MOST_WITHOUT_ID = 1000;

    private final EntityManager database;

    Rejects(EntityManager database) {
        this.database = database;
    }

    /** Notes what is wrong with entries. */
    void add(String source, Map<Entry, List<Fault>> rejects, Instant now) {
        var room = rejects.isEmpty() ? 0 : MOST_IN_FULL - count(source);
        for (var reject : rejects.entrySet()) {
            database.persist(Reject.of(source, reject.getKey(), reject.getValue(), room > 0, now));
            room--;
        }
        if (rejects.keySet().stream().anyMatch(entry -> entry.id() == null)) {
            forgetOldWithoutId(source);
        }
    }

    private void forgetOldWithoutId(String source) {
        database.createQuery(
                        "select id from Reject where source = :source and itemId is null order by id desc", UUID.class)
                .setParameter("source", source)
                .setFirstResult(MOST_WITHOUT_ID)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .ifPresent(tooOld -> database.createQuery(
                                "delete from Reject where source = :source and itemId is null and id <= :tooOld")
                        .setParameter("source", source)
                        .setParameter("tooOld", tooOld)
                        .executeUpdate());
    }

    /** Forgets what was known of items. */
    void forget(String source, Collection<UUID> items) {
        if (!items.isEmpty()) {
            database.createQuery("delete from Reject where source = :source and itemId in :items")
                    .setParameter("source", source)
                    .setParameter("items", items)
                    .executeUpdate();
        }
    }

    /** Forgets items that did not come since all is read from the beginning. */
    void forgetUnseen(String source) {
        database.createQuery("delete from Reject where source = :source and itemId is not null and itemId not in"
                        + " (select s.key.itemId from Seen s where s.key.source = :source)")
                .setParameter("source", source)
                .executeUpdate();
    }

    void forgetAll(String source) {
        database.createQuery("delete from Reject where source = :source")
                .setParameter("source", source)
                .executeUpdate();
    }

    /** The next items that were set aside, with their versions, in the order of ids. */
    List<Versioned> versions(String source, UUID after, int limit) {
        return database.createQuery(
                        "select new " + Versioned.class.getName() + "(itemId, max(version)) from Reject"
                                + " where source = :source and itemId > :after group by itemId order by itemId",
                        Versioned.class)
                .setParameter("source", source)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    long count(String source) {
        return database.createQuery("select count(*) from Reject where source = :source", Long.class)
                .setParameter("source", source)
                .getSingleResult();
    }

    /** The newest first; those before one, if it is given. */
    List<ShownReject> list(String source, Optional<UUID> before, int limit) {
        return database.createQuery(
                        "from Reject where source = :source and id < :before order by id desc", Reject.class)
                .setParameter("source", source)
                .setParameter("before", before.orElse(NEWER_THAN_ALL))
                .setMaxResults(limit)
                .getResultStream()
                .map(ShownReject::of)
                .toList();
    }
}
