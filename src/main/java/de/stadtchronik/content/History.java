package de.stadtchronik.content;

import de.stadtchronik.document.DocumentJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** What was: the versions of items, what they said, and what was answered to writes. Seen only by the store. */
@ApplicationScoped
public class History {

    private final EntityManager database;

    History(EntityManager database) {
        this.database = database;
    }

    /** A version as the public saw it, the present one included. */
    public Optional<Version> version(Content row, int number) {
        return row.published != null && row.version == number
                ? Optional.of(ContentVersion.of(row, row.published).version())
                : kept(row.id, number).map(ContentVersion::version);
    }

    /** The versions below a number, newest first. */
    public List<Version> versions(Content row, int below, int limit) {
        var versions = new ArrayList<Version>();
        if (row.published != null && row.version < below) {
            versions.add(ContentVersion.of(row, row.published).version());
        }
        database.createQuery(
                        "from ContentVersion where key.itemId = :item and key.version < :below order by key.version desc",
                        ContentVersion.class)
                .setParameter("item", row.id)
                .setParameter("below", below)
                .setMaxResults(limit - versions.size())
                .getResultStream()
                .map(ContentVersion::version)
                .forEach(versions::add);
        return versions;
    }

    /** Forgets the old versions above a number, all of them above 0: those that have no place beside a newest one. */
    public void forgetVersionsAbove(UUID item, int newest) {
        database.createQuery("delete from ContentVersion where key.itemId = :item and key.version > :newest")
                .setParameter("item", item)
                .setParameter("newest", newest)
                .executeUpdate();
    }

    public Optional<ContentVersion> kept(UUID item, int version) {
        return Optional.ofNullable(database.find(ContentVersion.class, new ContentVersion.Key(item, version)));
    }

    /** The old versions in which an id occurs. */
    public List<ContentVersion> versionsThatName(UUID id) {
        return database.createQuery("from ContentVersion where document like :id", ContentVersion.class)
                .setParameter("id", "%\"" + id + "\"%")
                .getResultList();
    }

    /** Everything that was ever written in an item and is still there. */
    public List<String> documents(Content row) {
        var documents = new ArrayList<String>();
        Stream.of(row.draft, row.published).filter(Objects::nonNull).forEach(documents::add);
        documents.addAll(
                database.createQuery("select document from ContentVersion where key.itemId = :item", String.class)
                        .setParameter("item", row.id)
                        .getResultList());
        return documents;
    }

    /** The items in whose documents one of some names occurs, in whatever case. */
    public List<Mention> mentions(Collection<String> names) {
        var mentions = new TreeMap<UUID, Mention>();
        for (var name : names) {
            var pattern = containing(name);
            for (var place : List.of("draft", "published", "changeNote", "publishChangeNote", "explanation")) {
                database.createQuery(
                                "from Content c where lower(c." + place + ") like :pattern escape '!'", Content.class)
                        .setParameter("pattern", pattern)
                        .getResultStream()
                        .forEach(row -> note(row, place, mentions));
            }
            database.createQuery(
                            "from ContentVersion v where lower(v.document) like :pattern escape '!'"
                                    + " or lower(v.changeNote) like :pattern escape '!'",
                            ContentVersion.class)
                    .setParameter("pattern", pattern)
                    .getResultStream()
                    .forEach(version -> note(
                            database.find(Content.class, version.key.itemId()),
                            "versions/" + version.key.version(),
                            mentions));
        }
        return List.copyOf(mentions.values());
    }

    private static void note(Content row, String place, Map<UUID, Mention> mentions) {
        mentions.computeIfAbsent(row.id, id -> new Mention(id, row.type, row.slug, new TreeSet<>()))
                .places()
                .add(place);
    }

    /** A pattern for texts in JSON that contain a name. */
    private static String containing(String name) {
        var json = DocumentJson.write(name);
        var escaped = json.substring(1, json.length() - 1).replaceAll("[!%_]", "!$0");
        return "%" + escaped.toLowerCase(Locale.ROOT) + "%";
    }

    public Optional<IdempotentResponse> response(String actor, String key) {
        return Optional.ofNullable(database.find(KeptResponse.class, new KeptResponse.Key(actor, key)))
                .map(KeptResponse::response);
    }

    /** Forgets what responses said of an item, but not that they were given: a repeated request does nothing twice. */
    public void emptyResponses(UUID item) {
        database.createQuery("update KeptResponse set body = '' where itemId = :item")
                .setParameter("item", item)
                .executeUpdate();
    }

    /** Forgets what responses said in which one of some names occurs, but not that they were given. */
    public void emptyResponsesNaming(Collection<String> names) {
        names.forEach(name -> database.createQuery(
                        "update KeptResponse a set a.body = '' where lower(a.body) like :pattern escape '!'")
                .setParameter("pattern", containing(name))
                .executeUpdate());
    }

    /** Forgets responses that are too old to be asked for again. */
    public void forgetResponsesBefore(Instant moment) {
        database.createQuery("delete from KeptResponse where givenAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }

    public void keep(String actor, String key, IdempotentResponse response, Instant now) {
        database.persist(new KeptResponse(new KeptResponse.Key(actor, key), response, now));
    }

    public void keep(ContentVersion version) {
        database.persist(version);
    }
}
