package de.stadtchronik.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where items are by now, and which ids, slugs and sources lead to them, without reading what they say. */
@ApplicationScoped
public class ItemHeaders {

    private static final String SELECT_HEADER = "select new " + ItemHeader.class.getName() + "("
            + PublicItems.columns(ItemHeader.class) + ") from Content c ";

    private final EntityManager database;
    private final Slugs slugs;

    ItemHeaders(EntityManager database, Slugs slugs) {
        this.database = database;
        this.slugs = slugs;
    }

    /** Where an item is by now, wherever that is. */
    public Optional<ItemHeader> find(UUID id) {
        return database.createQuery(SELECT_HEADER + "where c.id = :id", ItemHeader.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Where the item is by now that has, had, or means to have a slug; the last counts for editors alone. */
    public Optional<ItemHeader> find(String type, String slug) {
        return slugs.find(type, slug).flatMap(known -> find(known.itemId));
    }

    /** The id of the item that is or was known by that slug and still exists, maybe as a part of another. */
    public Optional<UUID> idBySlug(String type, String slug) {
        return find(type, slug).flatMap(this::survivor).map(ItemHeader::id);
    }

    /** The slugs of items of a type, drafts included, for suggestions. */
    public List<String> slugs(String type) {
        return database.createQuery(
                        "select c.slug from Content c where c.type = :type and c.status <> :deleted and c.revision > 0"
                                + " order by c.slug",
                        String.class)
                .setParameter("type", type)
                .setParameter("deleted", Status.DELETED)
                .setMaxResults(PublicItems.SUGGESTIONS)
                .getResultList();
    }

    /** The type of an item that still exists. */
    public Optional<String> type(UUID id) {
        return find(id).filter(item -> item.status() != Status.DELETED).map(ItemHeader::type);
    }

    /** The types of those of some ids that are of items, wherever those may be by now; of placeholders none. */
    public Map<UUID, String> types(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.createQuery(
                                "select c.id, c.type from Content c where c.id in :ids and c.revision > 0",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(found -> (UUID) found[0], found -> (String) found[1]));
    }

    /** The item itself, or the one that it was merged into; empty if it is gone. */
    public Optional<ItemHeader> survivor(ItemHeader item) {
        return Optional.of(mergedInto(item)).filter(found -> found.status() != Status.DELETED);
    }

    /** The id itself, or that of what the item was merged into, gone or not. */
    public UUID mergedInto(UUID id) {
        return find(id).map(this::mergedInto).map(ItemHeader::id).orElse(id);
    }

    private ItemHeader mergedInto(ItemHeader item) {
        var survivor = item;
        var seen = new HashSet<UUID>();
        while (survivor.merged() && survivor.successor() != null && seen.add(survivor.id())) {
            survivor = find(survivor.successor()).orElseThrow();
        }
        return survivor;
    }

    /** The id of an item that still exists, or of the one that it became part of. */
    public Optional<UUID> survivor(UUID id) {
        return find(id).flatMap(this::survivor).map(ItemHeader::id);
    }

    /** The id of the item that came from a source, public or not. */
    public Optional<UUID> idBySource(String system, String externalId) {
        return rowBySource(system, externalId)
                .flatMap(this::find)
                .flatMap(this::survivor)
                .map(ItemHeader::id);
    }

    /** The id of the item that came from a source, even if it became part of another. */
    public Optional<UUID> rowBySource(String system, String externalId) {
        return database.createQuery(
                        "select c.id from Content c where c.sourceSystem = :system and c.sourceExternalId = :external",
                        UUID.class)
                .setParameter("system", system)
                .setParameter("external", externalId)
                .getResultStream()
                .findFirst();
    }
}
