package de.stadtchronik.harvest;

import de.stadtchronik.content.Copy;
import de.stadtchronik.content.GoneReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What of sources is to be removed, once all is read; all of it in the transaction at hand. */
@ApplicationScoped
class Removals {

    private final EntityManager database;

    Removals(EntityManager database) {
        this.database = database;
    }

    /** Notes that the origin took something back. */
    void add(String source, Copy.Dropped gone) {
        database.merge(new Retraction(source, gone));
    }

    /** Notes that of some copies those are gone that did not come since all is read from the beginning. */
    void addUnseen(String source, Collection<UUID> copies) {
        var unseen = new HashSet<>(copies);
        unseen.removeAll(among("Seen", source, copies));
        unseen.removeAll(among("Retraction", source, copies));
        unseen.forEach(copy ->
                database.persist(new Retraction(source, new Copy.Dropped(copy, GoneReason.OUT_OF_SCOPE, null, null))));
    }

    private Set<UUID> among(String entity, String source, Collection<UUID> items) {
        return Set.copyOf(database.createQuery(
                        "select key.itemId from " + entity + " where key.source = :source and key.itemId in :items",
                        UUID.class)
                .setParameter("source", source)
                .setParameter("items", items)
                .getResultList());
    }

    /** Notes that something is there, whatever was said of it before. */
    void cancel(String source, Collection<UUID> items) {
        if (!items.isEmpty()) {
            database.createQuery("delete from Retraction where key.source = :source and key.itemId in :items")
                    .setParameter("source", source)
                    .setParameter("items", items)
                    .executeUpdate();
        }
    }

    /** Notes that items came since all is read from the beginning. */
    void see(String source, Collection<UUID> items) {
        items.forEach(item -> database.merge(new Seen(new ItemKey(source, item))));
    }

    void forgetSeen(String source) {
        forgetAll("Seen", source);
    }

    void forgetAll(String source) {
        forgetAll("Seen", source);
        forgetAll("Retraction", source);
    }

    private void forgetAll(String entity, String source) {
        database.createQuery("delete from " + entity + " where key.source = :source")
                .setParameter("source", source)
                .executeUpdate();
    }

    /** Some of them, which are not to be remembered any more. */
    List<Copy.Dropped> take(String source, int limit) {
        var some = database.createQuery(
                        "from Retraction where key.source = :source order by key.itemId", Retraction.class)
                .setParameter("source", source)
                .setMaxResults(limit)
                .getResultList();
        some.forEach(database::remove);
        return some.stream().map(Retraction::dropped).toList();
    }

    long count(String source) {
        return database.createQuery("select count(*) from Retraction where key.source = :source", Long.class)
                .setParameter("source", source)
                .getSingleResult();
    }
}
