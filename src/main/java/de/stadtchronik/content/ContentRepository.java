package de.stadtchronik.content;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table, seen only by the store. Public queries load {@link PublicRow}s and thereby never a draft. */
@ApplicationScoped
class ContentRepository implements PanacheRepositoryBase<Content, UUID> {

    private static final String SELECT_PUBLIC = Arrays.stream(PublicRow.class.getRecordComponents())
            .map(component -> "c." + component.getName())
            .collect(Collectors.joining(", ", "select new " + PublicRow.class.getName() + "(", ") from Content c "));

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

    /** The labels of all public items to which the published documents of the owners refer. */
    Map<UUID, Label> labelsAround(Collection<UUID> owners) {
        var labels = new HashMap<UUID, Label>();
        if (!owners.isEmpty()) {
            getEntityManager()
                    .createQuery(
                            "select new de.stadtchronik.content.Label(t.id, t.type, t.slug, t.label, t.modifiedAt) from Content t"
                                    + " where t.visible = true and t.id in (select r.target from Content o"
                                    + " join o.references r where o.id in :owners and r.published = true)",
                            Label.class)
                    .setParameter("owners", owners)
                    .getResultStream()
                    .forEach(label -> labels.put(label.id(), label));
        }
        return labels;
    }

    /** The public items to which the published documents of the owners refer in the given properties. */
    List<PublicRow> referredTo(Collection<UUID> owners, Set<String> properties) {
        return getEntityManager()
                .createQuery(
                        SELECT_PUBLIC + "where c.visible = true and c.id in (select r.target from Content o"
                                + " join o.references r where o.id in :owners and r.published = true"
                                + " and r.property in :properties)",
                        PublicRow.class)
                .setParameter("owners", owners)
                .setParameter("properties", properties)
                .getResultList();
    }

    void keep(ContentVersion version) {
        getEntityManager().persist(version);
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

    /** The ids of public items with a slug, of one type or, with an empty type, of all. */
    List<UUID> publicIds(String slug, Optional<String> type) {
        return getEntityManager()
                .createQuery(
                        "select c.id from Content c where c.visible = true and c.slug = :slug"
                                + " and (c.type = :type or :type = '')",
                        UUID.class)
                .setParameter("slug", slug)
                .setParameter("type", type.orElse(""))
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

    /** The id of the row of that type and slug, public or not. */
    Optional<UUID> idBySlug(String type, String slug) {
        return getEntityManager()
                .createQuery("select c.id from Content c where c.type = :type and c.slug = :slug", UUID.class)
                .setParameter("type", type)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    Optional<String> type(UUID id) {
        return getEntityManager()
                .createQuery("select c.type from Content c where c.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The id of the row that came from a source, public or not. */
    Optional<UUID> idBySource(String system, String externalId) {
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
