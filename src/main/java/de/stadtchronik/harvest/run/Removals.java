package de.stadtchronik.harvest.run;

import de.stadtchronik.content.GoneReason;
import de.stadtchronik.harvest.copies.HarvestedItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The copies to remove at the end of a run, and the items seen in it, in the transaction at hand. */
@ApplicationScoped
public class Removals {

    private final EntityManager database;

    Removals(EntityManager database) {
        this.database = database;
    }

    /** Notes that the origin took something back. */
    void add(String source, HarvestedItem.Dropped gone) {
        database.merge(new PendingRemoval(source, gone));
    }

    /** Notes for removal those of some copies that did not come while everything was read from the beginning. */
    void addUnseen(String source, Collection<UUID> copies) {
        var unseen = new HashSet<>(copies);
        unseen.removeAll(among(SeenItem.class, source, copies));
        unseen.removeAll(among(PendingRemoval.class, source, copies));
        unseen.forEach(copy -> database.persist(
                new PendingRemoval(source, new HarvestedItem.Dropped(copy, GoneReason.OUT_OF_SCOPE, null, null))));
    }

    private Set<UUID> among(Class<?> entity, String source, Collection<UUID> items) {
        return Set.copyOf(database.createQuery(
                        "select key.itemId from " + entity.getName()
                                + " where key.source = :source and key.itemId in :items",
                        UUID.class)
                .setParameter("source", source)
                .setParameter("items", items)
                .getResultList());
    }

    /** Cancels removals, because the items came again. */
    void cancel(String source, Collection<UUID> items) {
        if (!items.isEmpty()) {
            database.createQuery("delete from PendingRemoval where key.source = :source and key.itemId in :items")
                    .setParameter("source", source)
                    .setParameter("items", items)
                    .executeUpdate();
        }
    }

    /** Notes that items came while everything is read from the beginning. */
    void see(String source, Collection<UUID> items) {
        items.forEach(item -> database.merge(new SeenItem(new ItemKey(source, item))));
    }

    public void forgetSeen(String source) {
        forgetAll(SeenItem.class, source);
    }

    public void forgetAll(String source) {
        forgetAll(SeenItem.class, source);
        forgetAll(PendingRemoval.class, source);
    }

    private void forgetAll(Class<?> entity, String source) {
        database.createQuery("delete from " + entity.getName() + " where key.source = :source")
                .setParameter("source", source)
                .executeUpdate();
    }

    /** Takes some of the removals off the list. */
    List<HarvestedItem.Dropped> take(String source, int limit) {
        var some = database.createQuery(
                        "from PendingRemoval where key.source = :source order by key.itemId", PendingRemoval.class)
                .setParameter("source", source)
                .setMaxResults(limit)
                .getResultList();
        some.forEach(database::remove);
        return some.stream().map(PendingRemoval::dropped).toList();
    }

    public long count(String source) {
        return database.createQuery("select count(*) from PendingRemoval where key.source = :source", Long.class)
                .setParameter("source", source)
                .getSingleResult();
    }
}
