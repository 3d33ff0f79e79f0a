package de.stadtchronik.content;

import de.stadtchronik.query.Sized;
import de.stadtchronik.storage.TimeLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionImplementor;

/** What the public may be told: queries that load {@link PublicRow}s, and thereby never a draft. */
@ApplicationScoped
public class PublicItems {

    /** How long a question of the public may take: with any filters, it can be dearer than all others together. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    static final String MERGED = "de.stadtchronik.content.GoneReason.MERGED";

    /**
     * What is no copy. Written so that no index serves it: H2 would take the one by source for all that is our own, and
     * read everything for each page.
     */
    public static final String OUR_OWN = "coalesce(c.harvestedFrom, '') = ''";

    private static final String SELECT_PUBLIC =
            "select new " + PublicRow.class.getName() + "(" + columns(PublicRow.class) + ") from Content c ";

    /**
     * The id of what an item {@code i} is by now. What documents say is never rewritten where it is history, so an id there
     * may be of what became part of another.
     */
    public static final String SURVIVOR = "case when i.goneReason = " + MERGED + " then i.successor else i.id end";

    private static final String SURVIVORS = " from Content i join Content s on s.id = " + SURVIVOR + " ";

    /** Which of some ids the public has ever heard of: of what was merged before it was public, it is not to learn. */
    private static final String EVER_PUBLIC = SURVIVORS + "where i.id in :ids and i.version > 0";

    /** The ids by which documents may refer to what some ids lead to, public by now or not. */
    public static final String IDS_OF_THE_SAME = idsOfTheSame("");

    /** The labels of public items, by the ids {@code i.id} by which documents refer to them. */
    public static final String LABELS = "select i.id, new " + Label.class.getName()
            + "(s.id, s.type, s.slug, s.label, coalesce(s.changedAt, s.modifiedAt))" + SURVIVORS
            + "where s.visible = true and ";

    /** What the published documents of some owners refer to. */
    public static final String SHOWN_TARGETS =
            "select r.target from Content o join o.references r where o.id in :owners and r.published = true";

    /** As the index has it, all of whose columns the order has to name for H2 to use it. */
    private static final String NEWEST_OF_TYPE =
            "select n.changedAt from Content n where n.type = :listed order by n.type, n.seq desc limit 1";

    private static final String NEWEST_OF_ALL =
            "select n.changedAt from Content n where n.seq > 0 and n.seq = (select max(m.seq) from Content m)";

    /** Enough slugs to find the nearest of, few enough to read for a message. */
    static final int SUGGESTIONS = 1000;

    private final EntityManager database;
    private final TimeLimit limit;

    PublicItems(EntityManager database, TimeLimit limit) {
        this.database = database;
        this.limit = limit;
    }

    /** The columns that make up a record, as HQL selects them. */
    static String columns(Class<? extends Record> row) {
        return Arrays.stream(row.getRecordComponents())
                .map(component -> "c." + component.getName())
                .collect(Collectors.joining(", "));
    }

    /**
     * The first items of a list.
     *
     * @param changedAt when anything in the list last changed for the public, what left it included; empty if it is empty
     */
    public record Beginning(List<Sized> items, Optional<Instant> changedAt) {}

    /**
     * The first items of a list, and when it last changed: in one query, so that no change comes between.
     *
     * @param type whose items it has; empty for those of all types
     */
    public Beginning beginning(Optional<String> type, Criteria criteria, String orderBy, int most) {
        var query = database.createQuery(
                        "select new " + Sized.class.getName() + "(c.id, octet_length(c.published)), ("
                                + (type.isPresent() ? NEWEST_OF_TYPE : NEWEST_OF_ALL) + ") from Content c where "
                                + criteria.where() + " order by " + orderBy,
                        Object[].class)
                .setMaxResults(most);
        type.ifPresent(name -> query.setParameter("listed", name));
        var found = found(query, criteria);
        return new Beginning(
                found.stream().map(row -> (Sized) row[0]).toList(),
                found.stream()
                        .map(row -> (Instant) row[1])
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    /** What it finds, unless that takes too long. */
    private <T> List<T> found(TypedQuery<T> query, Criteria criteria) {
        criteria.values().forEach(query::setParameter);
        // The session itself: what is injected would look for that of the alarm's thread, which has none.
        var session = database.unwrap(SessionImplementor.class);
        return limit.within(LONGEST, session::cancelQuery, query::getResultList);
    }

    /** When anything last changed for the public. */
    public Optional<Instant> changedAt() {
        return database.createQuery(NEWEST_OF_ALL, Instant.class)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The rows of some items, in the order of the ids, without what ceased to be public since they were found. */
    public List<PublicRow> rows(List<UUID> ids) {
        var rows = database.createQuery(SELECT_PUBLIC + "where c.visible = true and c.id in :ids", PublicRow.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(PublicRow::id, Function.identity()));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    public long count(Criteria criteria) {
        var query = database.createQuery("select count(*) from Content c where " + criteria.where(), Long.class);
        return found(query, criteria).get(0);
    }

    public Optional<PublicRow> publicById(String type, UUID id) {
        return one("c.type = :type and c.id = :key", type, id);
    }

    public Optional<PublicRow> publicBySlug(String type, String slug) {
        return one("c.type = :type and c.slug = :key", type, slug);
    }

    private Optional<PublicRow> one(String where, String type, Object key) {
        return database.createQuery(SELECT_PUBLIC + "where c.visible = true and " + where, PublicRow.class)
                .setParameter("type", type)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** The labels of all public items to which the published documents of the owners refer, by the id that stands there. */
    public Map<UUID, Label> labelsAround(Collection<UUID> owners) {
        return owners.isEmpty() ? new HashMap<>() : labels(SHOWN_TARGETS, "owners", owners);
    }

    /** The labels of the public ones among items, by those ids. */
    public Map<UUID, Label> labels(Collection<UUID> ids) {
        return labels(":ids", "ids", ids);
    }

    /** The label of a public item, or of the public one that it became part of. */
    public Optional<Label> label(UUID id) {
        return Optional.ofNullable(labels(Set.of(id)).get(id));
    }

    private Map<UUID, Label> labels(String referredTo, String parameter, Collection<UUID> ids) {
        var labels = new HashMap<UUID, Label>();
        database.createQuery(LABELS + "i.id in (" + referredTo + ")", Object[].class)
                .setParameter(parameter, ids)
                .getResultStream()
                .forEach(found -> labels.put((UUID) found[0], (Label) found[1]));
        return labels;
    }

    /** The public items to which the published documents of the owners refer in the given properties. */
    public List<PublicRow> referredTo(Collection<UUID> owners, Set<String> properties) {
        return survivors(SHOWN_TARGETS + " and r.property in :properties")
                .setParameter("owners", owners)
                .setParameter("properties", properties)
                .getResultList();
    }

    /** The public ones among items, to be included. */
    public List<PublicRow> publicRows(Collection<UUID> ids) {
        return survivors(":ids").setParameter("ids", ids).getResultList();
    }

    private TypedQuery<PublicRow> survivors(String ids) {
        return database.createQuery(
                SELECT_PUBLIC + "where c.visible = true and c.id in (select s.id" + SURVIVORS + "where i.id in (" + ids
                        + "))",
                PublicRow.class);
    }

    public List<String> kinds(Collection<String> types) {
        return database.createQuery(
                        "select distinct c.kind from Content c"
                                + " where c.type in :types and c.visible = true and c.kind is not null",
                        String.class)
                .setParameter("types", types)
                .getResultList();
    }

    public List<String> metrics() {
        return database.createQuery(
                        "select distinct f.metric from Content c join c.figures f where c.visible = true", String.class)
                .getResultList();
    }

    /** The public items to which some slugs of some types lead: those that have them, or had them. */
    public List<KnownSlug.Target> publicTargets(Collection<String> slugs, Collection<String> types) {
        return database.createQuery(
                        "select new " + KnownSlug.Target.class.getName() + "(k.key.type, k.key.slug, s.id)" + SURVIVORS
                                + "join KnownSlug k on k.itemId = i.id"
                                + " where k.key.type in :types and k.key.slug in :slugs and k.everPublic = true and s.visible = true",
                        KnownSlug.Target.class)
                .setParameter("types", types)
                .setParameter("slugs", slugs)
                .getResultList();
    }

    /** The ids by which documents may refer to the public items that some ids lead to. */
    public List<UUID> publicIds(Collection<UUID> ids) {
        return database.createQuery(idsOfTheSame(" and s.visible = true"), UUID.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private static String idsOfTheSame(String condition) {
        var found = "select s.id" + EVER_PUBLIC + condition;
        return found + " union select m.id from Content m where m.goneReason = " + MERGED + " and m.successor in ("
                + found + ")";
    }

    /** Of those of some ids that the public has ever heard of, the ids of what they are by now. */
    public Map<UUID, UUID> survivors(Collection<UUID> ids) {
        return database.createQuery("select i.id, s.id" + EVER_PUBLIC, Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(found -> (UUID) found[0], found -> (UUID) found[1]));
    }

    /** Public slugs in their order, of one type or, with an empty type, of all. */
    public List<String> publicSlugs(Optional<String> type) {
        return database.createQuery(
                        "select distinct c.slug from Content c where c.visible = true"
                                + " and (c.type = :type or :type = '') order by c.slug",
                        String.class)
                .setParameter("type", type.orElse(""))
                .setMaxResults(SUGGESTIONS)
                .getResultList();
    }
}
