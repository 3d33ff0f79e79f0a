package de.stadtchronik.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The copies that are here, by the source they come from: those that are hidden included, those that are gone not. */
@ApplicationScoped
@Transactional
public class CopyRepository {

    private final EntityManager database;

    CopyRepository(EntityManager database) {
        this.database = database;
    }

    /** The next ids and versions of the copies from a source that are still there, by their ids. */
    public Map<UUID, Integer> after(String source, UUID id, int limit) {
        var copies = new LinkedHashMap<UUID, Integer>();
        database.createQuery(
                        "select c.id, c.version from Content c where c.harvestedFrom = :source and c.status <> :deleted"
                                + " and c.id > :after order by c.id",
                        Object[].class)
                .setParameter("source", source)
                .setParameter("deleted", Status.DELETED)
                .setParameter("after", id)
                .setMaxResults(limit)
                .getResultList()
                .forEach(found -> copies.put((UUID) found[0], (Integer) found[1]));
        return copies;
    }

    /** Which of some items are copies from a source, and still there. */
    public Set<UUID> among(String source, Collection<UUID> items) {
        return items.isEmpty()
                ? Set.of()
                : Set.copyOf(database.createQuery(
                                "select c.id from Content c where c.harvestedFrom = :source and c.status <> :deleted"
                                        + " and c.id in :items",
                                UUID.class)
                        .setParameter("source", source)
                        .setParameter("deleted", Status.DELETED)
                        .setParameter("items", items)
                        .getResultList());
    }

    /** How many they are. */
    public long count(String source) {
        return database.createQuery(
                        "select count(*) from Content c where c.harvestedFrom = :source and c.status <> :deleted",
                        Long.class)
                .setParameter("source", source)
                .setParameter("deleted", Status.DELETED)
                .getSingleResult();
    }
}
