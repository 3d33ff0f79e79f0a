package de.stadtchronik.content;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table, seen only by the store. Public queries load {@link PublicRow}s and thereby never a draft. */
@ApplicationScoped
class ContentRepository implements PanacheRepositoryBase<Content, UUID> {

    private static final String SELECT_PUBLIC =
            "select new " + PublicRow.class.getName() + "(" + columns(PublicRow.class) + ") from Content c ";

    private static final String SELECT_WHEREABOUTS =
            "select new " + Whereabouts.class.getName() + "(" + columns(Whereabouts.class) + ") from Content c ";

    private static final String MERGED = "de.stadtchronik.content.GoneReason.MERGED";

    /** What documents say is never rewritten where it is history, so an id there may be of what became part of another. */
    private static final String SURVIVORS = " from Content i join Content s on s.id = case when i.goneReason = "
            + MERGED + " then i.successor else i.id end ";

    /** The labels of public items, by the ids {@code i.id} by which documents refer to them. */
    static final String LABELS = "select i.id, new " + Label.class.getName()
            + "(s.id, s.type, s.slug, s.label, s.modifiedAt)" + SURVIVORS + "where s.visible = true and ";

    /** What the published documents of some owners refer to. */
    static final String SHOWN_TARGETS =
            "select r.target from Content o join o.references r where o.id in :owners and r.published = true";

    /** Others: what an item says of itself changes only with itself. */
    private static final String REFERRERS = "from Content o join o.references r where r.target in :targets"
            + " and r.published = true and o.id not in :targets";

    /** What shows one of some items. */
    static final String PUBLIC_REFERRERS =
            "from Content c where c.visible = true and c.id in (select o.id " + REFERRERS + ")";

    /**
     * What is no copy. Written so that no index serves it: H2 would take the one by source for all that is our own, and
     * read everything for each page.
     */
    static final String OUR_OWN = "coalesce(c.harvestedFrom, '') = ''";

    private static final String DUE = " from Content c where c.publishAt <= :now or c.expiresAt <= :now";

    /** The columns that make up a record, as HQL selects them. */
    static String columns(Class<? extends Record> row) {
        return Arrays.stream(row.getRecordComponents())
                .map(component -> "c." + component.getName())
                .collect(Collectors.joining(", "));
    }

    List<PublicRow> list(Criteria criteria, String orderBy, int limit) {
        var query = getEntityManager()
                .createQuery(SELECT_PUBLIC + "where " + criteria.where() + " order by " + orderBy, PublicRow.class)
                .setMaxResults(limit);
        criteria.values().forEach(query::setParameter);
        return query.getResultList();
    }

    long count(Criteria criteria) {
        return count("from Content c where " + criteria.where(), criteria.values());
    }

    Optional<PublicRow> publicById(String type, UUID id) {
        return one("c.type = :type and c.id = :key", type, id);
    }

    Optional<PublicRow> publicBySlug(String type, String slug) {
        return one("c.type = :type and c.slug = :key", type, slug);
    }

    private Optional<PublicRow> one(String where, String type, Object key) {
        return getEntityManager()
                .createQuery(SELECT_PUBLIC + "where c.visible = true and " + where, PublicRow.class)
                .setParameter("type", type)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** The labels of all public items to which the published documents of the owners refer, by the id that stands there. */
    Map<UUID, Label> labelsAround(Collection<UUID> owners) {
        return owners.isEmpty() ? new HashMap<>() : labels(SHOWN_TARGETS, "owners", owners);
    }

    /** The labels of the public ones among items, by those ids. */
    Map<UUID, Label> labels(Collection<UUID> ids) {
        return labels(":ids", "ids", ids);
    }

    private Map<UUID, Label> labels(String referredTo, String parameter, Collection<UUID> ids) {
        var labels = new HashMap<UUID, Label>();
        getEntityManager()
                .createQuery(LABELS + "i.id in (" + referredTo + ")", Object[].class)
                .setParameter(parameter, ids)
                .getResultStream()
                .forEach(found -> labels.put((UUID) found[0], (Label) found[1]));
        return labels;
    }

    /** The public items to which the published documents of the owners refer in the given properties. */
    List<PublicRow> referredTo(Collection<UUID> owners, Set<String> properties) {
        return getEntityManager()
                .createQuery(
                        SELECT_PUBLIC + "where c.visible = true and c.id in (select s.id" + SURVIVORS
                                + "where i.id in (" + SHOWN_TARGETS + " and r.property in :properties))",
                        PublicRow.class)
                .setParameter("owners", owners)
                .setParameter("properties", properties)
                .getResultList();
    }

    void keep(KnownSlug slug) {
        getEntityManager().persist(slug);
    }

    /** The other items whose draft or published document refers to an item. */
    List<Content> referrers(UUID target) {
        return getEntityManager()
                .createQuery(
                        "from Content c where c.id <> :target and exists"
                                + " (select 1 from c.references r where r.target = :target) order by c.id",
                        Content.class)
                .setParameter("target", target)
                .getResultList();
    }

    /** The ids by which documents may refer to an item: its own, and those of what became part of it. */
    List<UUID> idsOf(UUID item) {
        return getEntityManager()
                .createQuery(
                        "select m.id from Content m where m.id = :item union select m.id from Content m"
                                + " where m.successor = :item and m.goneReason = " + MERGED,
                        UUID.class)
                .setParameter("item", item)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    /**
     * Whether anything that is public refers to one of some ids. What the turn at hand has only just written does not
     * count: nobody has seen it.
     */
    boolean isAnyShown(Collection<UUID> targets) {
        return !getEntityManager()
                .createQuery("select 1 " + REFERRERS + " and o.visible = true", Integer.class)
                .setParameter("targets", targets)
                .setFlushMode(FlushModeType.COMMIT)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Gives items the places of the lines that were written for them after a position. */
    void takePlacesAfter(long position, Instant now) {
        var written = " from Change l where l.seq > :position";
        getEntityManager()
                .createQuery("update Content c set c.changedAt = :now, c.seq = (select max(l.seq)" + written
                        + " and l.itemId = c.id) where c.id in (select l.itemId" + written + ")")
                .setParameter("now", now)
                .setParameter("position", position)
                .executeUpdate();
    }

    /** The municipal keys of the public ones among items, as before the turn at hand. */
    List<String> areas(Collection<UUID> items) {
        return items.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                "select distinct t.word from Content o join o.terms t"
                                        + " where o.id in :items and o.visible = true and t.name = 'area'",
                                String.class)
                        .setParameter("items", items)
                        .setFlushMode(FlushModeType.COMMIT)
                        .getResultList();
    }

    /** Whether anything is to be published or withdrawn by now. */
    boolean anythingDue(Instant now) {
        return anyWithin("publishAt", now) || anyWithin("expiresAt", now);
    }

    /** This is asked all the time: with an "or", H2 reads the whole table, and without a beginning, all that has no moment. */
    private boolean anyWithin(String moment, Instant now) {
        return !getEntityManager()
                .createQuery(
                        "select 1 from Content c where c." + moment + " > :ever and c." + moment + " <= :now",
                        Integer.class)
                .setParameter("ever", Content.NEVER_DESCENDING)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What is to be published or withdrawn by now. */
    List<Content> due(Instant now, int limit) {
        return getEntityManager()
                .createQuery("select c" + DUE + " order by c.id", Content.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The same, without reading what they say. */
    List<UUID> idsDue(Instant now, int limit) {
        return getEntityManager()
                .createQuery("select c.id" + DUE + " order by c.id", UUID.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whole rows, drafts included: for editors only. */
    List<Content> rows(Criteria criteria, String orderBy, int limit) {
        var query = getEntityManager()
                .createQuery("from Content c where " + criteria.where() + " order by " + orderBy, Content.class)
                .setMaxResults(limit);
        criteria.values().forEach(query::setParameter);
        return query.getResultList();
    }

    /** The public ones among items, to be included. */
    List<PublicRow> publicRows(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery(
                        SELECT_PUBLIC + "where c.visible = true and c.id in (select s.id" + SURVIVORS
                                + "where i.id in :ids)",
                        PublicRow.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    List<String> kinds(Collection<String> types) {
        return getEntityManager()
                .createQuery(
                        "select distinct c.kind from Content c"
                                + " where c.type in :types and c.visible = true and c.kind is not null",
                        String.class)
                .setParameter("types", types)
                .getResultList();
    }

    List<String> metrics() {
        return getEntityManager()
                .createQuery(
                        "select distinct f.metric from Content c join c.figures f where c.visible = true", String.class)
                .getResultList();
    }

    /** The ids of public items of some types to which a slug leads: those that have it, or had it. */
    List<UUID> publicIds(String slug, Collection<String> types) {
        return getEntityManager()
                .createQuery(
                        "select s.id" + SURVIVORS + "join KnownSlug k on k.itemId = i.id"
                                + " where k.key.type in :types and k.key.slug = :slug and k.everPublic = true"
                                + " and s.visible = true",
                        UUID.class)
                .setParameter("types", types)
                .setParameter("slug", slug)
                .getResultList();
    }

    /** The ids by which documents may refer to the public items that some ids lead to. */
    List<UUID> publicIds(Collection<UUID> ids) {
        var found = "select s.id" + SURVIVORS + "where i.id in :ids and s.visible = true";
        return getEntityManager()
                .createQuery(
                        found + " union select m.id from Content m where m.goneReason = " + MERGED
                                + " and m.successor in (" + found + ")",
                        UUID.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Public slugs in their order, of one type or, with an empty type, of all. */
    List<String> publicSlugs(Optional<String> type, int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct c.slug from Content c where c.visible = true"
                                + " and (c.type = :type or :type = '') order by c.slug",
                        String.class)
                .setParameter("type", type.orElse(""))
                .setMaxResults(limit)
                .getResultList();
    }

    /** The slug of a type, if an item has it, had it, or means to have it. */
    Optional<KnownSlug> slug(String type, String slug) {
        return Optional.ofNullable(getEntityManager().find(KnownSlug.class, new KnownSlug.Key(type, slug)));
    }

    /** All slugs of a type that begin so. */
    Set<String> slugsBeginning(String type, String stem) {
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select key.slug from KnownSlug where key.type = :type and key.slug like :pattern",
                        String.class)
                .setParameter("type", type)
                .setParameter("pattern", stem + "%")
                .getResultList());
    }

    /** All slugs of an item. */
    List<KnownSlug> slugs(UUID item) {
        return getEntityManager()
                .createQuery("from KnownSlug where itemId = :item", KnownSlug.class)
                .setParameter("item", item)
                .getResultList();
    }

    void forget(KnownSlug slug) {
        getEntityManager().remove(slug);
    }

    /** Where an item is by now, wherever that is. */
    Optional<Whereabouts> whereabouts(UUID id) {
        return getEntityManager()
                .createQuery(SELECT_WHEREABOUTS + "where c.id = :id", Whereabouts.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The same by a slug that it has or had; one that it only means to have counts for editors alone. */
    Optional<Whereabouts> whereabouts(String type, String slug) {
        return slug(type, slug).flatMap(known -> whereabouts(known.itemId));
    }

    /** The id of the item that is or was known by that slug and still exists, maybe as a part of another. */
    Optional<UUID> idBySlug(String type, String slug) {
        return whereabouts(type, slug).flatMap(this::survivor).map(Whereabouts::id);
    }

    /** The types of those of some ids that are of items which were written, wherever those may be by now. */
    Map<UUID, String> types(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery(
                                "select c.id, c.type from Content c where c.id in :ids and c.revision > 0",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(found -> (UUID) found[0], found -> (String) found[1]));
    }

    /** The copies that refer to an item which was not here. */
    List<Content> waitingFor(UUID target) {
        return getEntityManager()
                .createQuery("from Content c where :target member of c.missing order by c.id", Content.class)
                .setParameter("target", target)
                .getResultList();
    }

    /** The next ids and versions of the copies from a source that are still there, by their ids. */
    Map<UUID, Integer> copies(String source, UUID after, int limit) {
        var copies = new LinkedHashMap<UUID, Integer>();
        getEntityManager()
                .createQuery(
                        "select c.id, c.version from Content c where c.harvestedFrom = :source and c.status <> :deleted"
                                + " and c.id > :after order by c.id",
                        Object[].class)
                .setParameter("source", source)
                .setParameter("deleted", Status.DELETED)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .forEach(found -> copies.put((UUID) found[0], (Integer) found[1]));
        return copies;
    }

    /** Which of some items are copies from a source, and still there. */
    Set<UUID> copiesAmong(String source, Collection<UUID> items) {
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select c.id from Content c where c.harvestedFrom = :source and c.status <> :deleted"
                                + " and c.id in :items",
                        UUID.class)
                .setParameter("source", source)
                .setParameter("deleted", Status.DELETED)
                .setParameter("items", items)
                .getResultList());
    }

    long countCopies(String source) {
        return count("harvestedFrom = ?1 and status <> ?2", source, Status.DELETED);
    }

    /** The type of an item that still exists. */
    Optional<String> type(UUID id) {
        return whereabouts(id).filter(item -> item.status() != Status.DELETED).map(Whereabouts::type);
    }

    /** The item itself, or the one that it was merged into; empty if it is gone. */
    Optional<Whereabouts> survivor(Whereabouts item) {
        var survivor = item;
        var seen = new HashSet<UUID>();
        while (survivor.merged() && survivor.successor() != null && seen.add(survivor.id())) {
            survivor = whereabouts(survivor.successor()).orElseThrow();
        }
        return Optional.of(survivor).filter(found -> found.status() != Status.DELETED);
    }

    /** The id of an item that still exists, or of the one that it became part of. */
    Optional<UUID> survivor(UUID id) {
        return whereabouts(id).flatMap(this::survivor).map(Whereabouts::id);
    }

    /** What items refer to by a property, in drafts and in public. */
    Set<UUID> targets(Collection<UUID> owners, String property) {
        return new HashSet<>(getEntityManager()
                .createQuery(
                        "select r.target from Content o join o.references r"
                                + " where o.id in :owners and r.property = :property",
                        UUID.class)
                .setParameter("owners", owners)
                .setParameter("property", property)
                .getResultList());
    }

    /** Those to which an item is where to look instead. */
    List<Content> succeededBy(UUID successor) {
        return list("successor", successor);
    }

    /** Whether an import has left rows that it made known and never wrote. */
    boolean anythingUnwritten() {
        return !unwritten(1).isEmpty();
    }

    /** Some of these rows. */
    List<Content> unwritten(int limit) {
        return getEntityManager()
                .createQuery("from Content where revision = 0 order by id", Content.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What became part of an item. */
    List<Content> mergedInto(UUID survivor) {
        return getEntityManager()
                .createQuery(
                        "from Content where successor = :survivor and goneReason = " + MERGED + " order by id",
                        Content.class)
                .setParameter("survivor", survivor)
                .getResultList();
    }

    /** Those of some ids that are of items, wherever those may be by now. */
    Set<UUID> known(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(getEntityManager()
                        .createQuery("select c.id from Content c where c.id in :ids", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /** The id of the item that came from a source, public or not. */
    Optional<UUID> idBySource(String system, String externalId) {
        return rowBySource(system, externalId)
                .flatMap(this::whereabouts)
                .flatMap(this::survivor)
                .map(Whereabouts::id);
    }

    /** The same, even if that item became part of another. */
    Optional<UUID> rowBySource(String system, String externalId) {
        return getEntityManager()
                .createQuery(
                        "select c.id from Content c where c.sourceSystem = :system and c.sourceExternalId = :external",
                        UUID.class)
                .setParameter("system", system)
                .setParameter("external", externalId)
                .getResultStream()
                .findFirst();
    }
}
