package de.stadtchronik.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
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
        ask("c.id, c.version", source, " and c.id > :after order by c.id", Object[].class)
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
                : Set.copyOf(ask("c.id", source, " and c.id in :items", UUID.class)
                        .setParameter("items", items)
                        .getResultList());
    }

    public long count(String source) {
        return ask("count(*)", source, "", Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> ask(String columns, String source, String rest, Class<T> result) {
        return database.createQuery(
                        "select " + columns + " from Content c where c.harvestedFrom = :source and c.status <> :deleted"
                                + rest,
                        result)
                .setParameter("source", source)
                .setParameter("deleted", Status.DELETED);
    }
}
