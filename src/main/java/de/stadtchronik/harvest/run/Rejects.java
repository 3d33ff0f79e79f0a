package de.stadtchronik.harvest.run;

import de.stadtchronik.harvest.origin.Entry;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.storage.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The entries that were set aside, in the transaction at hand. They never take more room than copies would. */
@ApplicationScoped
public class Rejects {

    /** Of a source; further ones are kept in brief. */
    private static final int MOST_IN_FULL = 1000;

    /** Of a source, because no later entry ever replaces them. */
    private static final int MOST_WITHOUT_ID = 1000;

    private final EntityManager database;

    Rejects(EntityManager database) {
        this.database = database;
    }

    /** Notes what is wrong with entries. */
    void add(String source, Map<Entry, List<Violation>> rejects, Instant now) {
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

    /** Forgets items that did not come while everything was read from the beginning. */
    void forgetUnseen(String source) {
        database.createQuery("delete from Reject where source = :source and itemId is not null and itemId not in"
                        + " (select s.key.itemId from SeenItem s where s.key.source = :source)")
                .setParameter("source", source)
                .executeUpdate();
    }

    public void forgetAll(String source) {
        database.createQuery("delete from Reject where source = :source")
                .setParameter("source", source)
                .executeUpdate();
    }

    /** The next items that were set aside, with their versions, in the order of ids. */
    List<ManifestLine> versions(String source, UUID after, int limit) {
        return database.createQuery(
                        "select new " + ManifestLine.class.getName() + "(itemId, max(version)) from Reject"
                                + " where source = :source and itemId > :after group by itemId order by itemId",
                        ManifestLine.class)
                .setParameter("source", source)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    public long count(String source) {
        return database.createQuery("select count(*) from Reject where source = :source", Long.class)
                .setParameter("source", source)
                .getSingleResult();
    }

    /** The newest first; those before one, if it is given. */
    public List<Reject> list(String source, Optional<UUID> before, int limit) {
        return database.createQuery(
                        "from Reject where source = :source and id < :before order by id desc", Reject.class)
                .setParameter("source", source)
                .setParameter("before", before.orElse(Ids.AFTER_ALL))
                .setMaxResults(limit)
                .getResultList();
    }
}
