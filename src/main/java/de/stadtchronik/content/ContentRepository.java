package de.stadtchronik.content;

import de.stadtchronik.query.Sized;
import de.stadtchronik.time.Never;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/** The table, seen only by the store. Public queries load {@link PublicRow}s and thereby never a draft. */
@ApplicationScoped
public class ContentRepository implements PanacheRepositoryBase<Content, UUID> {

    /** Others: what an item says of itself changes only with itself. */
    private static final String REFERRERS = "from Content o join o.references r where r.target in :targets"
            + " and r.published = true and o.id not in :targets";

    /** What shows one of some items. */
    public static final String PUBLIC_REFERRERS =
            "from Content c where c.visible = true and c.id in (select o.id " + REFERRERS + ")";

    private static final String DUE = " from Content c where c.publishAt <= :now or c.expiresAt <= :now order by c.id";

    /** The other items whose draft or published document refers to an item. */
    public List<Content> referrers(UUID target) {
        return list(
                "from Content c where c.id <> ?1 and exists (select 1 from c.references r where r.target = ?1)"
                        + " order by c.id",
                target);
    }

    /** The ids by which documents may refer to items: their own, and those of what became part of them. */
    public List<UUID> idsOf(Collection<UUID> items) {
        return ids("select m.id from Content m where m.id in :items union select m.id from Content m"
                        + " where m.successor in :items and m.goneReason = " + PublicItems.MERGED)
                .setParameter("items", items)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    /**
     * Whether anything that is public refers to one of some ids. What the turn at hand has only just written does not
     * count: no reader has seen it.
     */
    public boolean isAnyShown(Collection<UUID> targets) {
        return !getEntityManager()
                .createQuery("select 1 " + REFERRERS + " and o.visible = true", Integer.class)
                .setParameter("targets", targets)
                .setFlushMode(FlushModeType.COMMIT)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Gives items the places of the lines that were written for them after a position. */
    public void takePlacesAfter(long position, Instant now) {
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
                                "select distinct t.word from Content i join Content o on o.id = "
                                        + PublicItems.SURVIVOR + " join o.terms t"
                                        + " where i.id in :items and o.visible = true and t.name = 'area'",
                                String.class)
                        .setParameter("items", items)
                        .setFlushMode(FlushModeType.COMMIT)
                        .getResultList();
    }

    /** What changes for the public at a moment: an item that is to be published or withdrawn, or one that refers to it. */
    public record DueItem(UUID id, String type, Instant moment) {}

    /** What changes until a moment; the first of it, and what refers to that. */
    public List<DueItem> dueUntil(Instant end, int limit) {
        return Stream.of("publish_at", "expires_at")
                .flatMap(moment -> dueUntil("i." + moment, end, limit))
                .toList();
    }

    private Stream<DueItem> dueUntil(String moment, Instant end, int limit) {
        var items = due("i.id, i.type, " + moment + " as moment from content i where ", moment, end, limit);
        return items.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        items.stream(),
                        due(
                                "o.id, o.type, " + moment
                                        + " as moment from content o join reference r on r.owner = o.id join content i on i.id = r.target"
                                        + " where o.visible = true and r.published = true and ",
                                moment,
                                end,
                                limit)
                                .stream());
    }

    /**
     * This is asked all the time: with an "or", H2 reads the whole table, and without a beginning, all that has no moment.
     * In SQL, as is all that every start asks: the translator of HQL takes half a second to get ready.
     */
    private List<DueItem> due(String items, String moment, Instant end, int limit) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select " + items + moment + " > :ever and " + moment + " <= :end order by " + moment,
                        DueItem.class)
                .addScalar("id", UUID.class)
                .addScalar("type", String.class)
                .addScalar("moment", Instant.class)
                .setParameter("ever", Never.DESCENDING)
                .setParameter("end", end)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The ids of what is there after an id, in their order. */
    public List<UUID> idsAfter(UUID id, int limit) {
        return ids("select c.id from Content c where c.id > :id and c.revision > 0 and c.status <> :deleted order by c.id")
                .setParameter("id", id)
                .setParameter("deleted", Status.DELETED)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What is to be published or withdrawn by now. */
    public List<Content> due(Instant now, int limit) {
        return find("select c" + DUE, Map.of("now", now)).page(0, limit).list();
    }

    /** The ids of what is due, without reading the documents. */
    public List<UUID> idsDue(Instant now, int limit) {
        return ids("select c.id" + DUE)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The first items of a list, drafts included: for editors only. */
    public List<Sized> sizes(Criteria criteria, String orderBy, int limit) {
        var query = getEntityManager()
                .createQuery(
                        "select new " + Sized.class.getName() + "(c.id, coalesce(octet_length(c.published), 0)"
                                + " + coalesce(octet_length(c.draft), 0)) from Content c where " + criteria.where()
                                + " order by " + orderBy,
                        Sized.class)
                .setMaxResults(limit);
        criteria.values().forEach(query::setParameter);
        return query.getResultList();
    }

    /** The rows of some items, in the order of the ids. */
    public List<Content> rows(List<UUID> ids) {
        var rows = list("id in ?1", ids).stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        return ids.stream().map(rows::get).toList();
    }

    /** The copies that refer to an item which was not here. */
    public List<Content> waitingFor(UUID target) {
        return list("from Content c where ?1 member of c.missing order by c.id", target);
    }

    /** What items refer to by a property, in drafts and in public. */
    public Set<UUID> targets(Collection<UUID> owners, String property) {
        return new HashSet<>(ids("select r.target from Content o join o.references r"
                        + " where o.id in :owners and r.property = :property")
                .setParameter("owners", owners)
                .setParameter("property", property)
                .getResultList());
    }

    /** Those to which an item is where to look instead. */
    public List<Content> succeededBy(UUID successor) {
        return list("successor", successor);
    }

    /** Whether nothing was ever stored. */
    public boolean isEmpty() {
        return getEntityManager()
                .createNativeQuery("select 1 from content fetch first row only", Integer.class)
                .getResultList()
                .isEmpty();
    }

    /** The ids of items that imports refer to and have not brought; nothing of them was ever public. */
    @SuppressWarnings("unchecked")
    public List<UUID> placeholders() {
        return getEntityManager()
                .createNativeQuery("select id from content where seq = 0 and revision = 0", UUID.class)
                .getResultList();
    }

    /** The rows that stand for those of some items. */
    public List<Content> placeholders(Collection<UUID> ids) {
        return list("revision = 0 and id in ?1", ids);
    }

    public List<Content> mergedInto(UUID survivor) {
        return list("successor = ?1 and goneReason = ?2 order by id", survivor, GoneReason.MERGED);
    }

    private TypedQuery<UUID> ids(String query) {
        return getEntityManager().createQuery(query, UUID.class);
    }
}
