package de.stadtchronik;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import de.stadtchronik.access.Actor;
import de.stadtchronik.change.RecentChanges;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.storage.Storage;
import de.stadtchronik.writing.ContentStore;
import de.stadtchronik.writing.NewItem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small named world that stories fill as they need it, through the store, as editors will. */
@ApplicationScoped
public class SampleCity {

    /** Publishes all that does not say otherwise: created by {@link #isEmpty()}. */
    public static final String CITY = "organisations/stadt";

    /** In the order in which rows may go. */
    private static final List<String> TABLES = List.of(
            "reference",
            "missing_reference",
            "term",
            "figure",
            "content_version",
            "slug",
            "acknowledgement",
            "content",
            "change",
            "api_key",
            "webhook",
            "harvest_seen",
            "harvest_removal",
            "harvest_reject",
            "harvest_source",
            "partner_pull",
            "refusal");

    private static final String NOT_EMPTY = IntStream.range(0, TABLES.size())
            .mapToObj(n -> "select %d n, '%2$s' name where exists (select 1 from %2$s)".formatted(n, TABLES.get(n)))
            .collect(Collectors.joining(" union all ", "select name from (", ") not_empty order by n"));

    static final Actor STORY = new Actor("story");

    private final ContentStore store;
    private final ResourceTypes types;
    private final EntityManager database;
    private final Storage storage;
    private final RecentChanges recent;
    private final ObjectMapper json;

    SampleCity(
            ContentStore store,
            ResourceTypes types,
            EntityManager database,
            Storage storage,
            RecentChanges recent,
            ObjectMapper json) {
        this.store = store;
        this.types = types;
        this.database = database;
        this.storage = storage;
        this.recent = recent;
        this.json = json;
    }

    /** Clears everything; what remains is the city itself, which publishes. */
    public void isEmpty() {
        isBare();
        publishes("organisations", "{'slug': 'stadt', 'name': {'de': 'Stadt', 'en': 'City'}, 'kind': 'MUNICIPALITY'}");
    }

    /** Clears everything, the city included. Most tables are empty most of the time, which one question tells. */
    void isBare() {
        storage.write(() -> {
            database.createNativeQuery("update content set successor = null where successor is not null")
                    .executeUpdate();
            for (var table : database.createNativeQuery(NOT_EMPTY, String.class).getResultList()) {
                database.createNativeQuery("delete from " + table).executeUpdate();
            }
            database.createNativeQuery("update change_counter set head = 0").executeUpdate();
        });
        recent.catchUp();
    }

    /** Creates and publishes an item; the JSON may use single quotes, and needs no publisher. */
    public UUID publishes(String path, String document) {
        return publishesAll(path, List.of(document)).get(0);
    }

    /** Creates and publishes many items of a type, in turns of a hundred. */
    public List<UUID> publishesAll(String path, List<String> documents) {
        var items = documents.stream()
                .map(document -> item(path, newId(), document))
                .toList();
        for (var from = 0; from < items.size(); from += 100) {
            var turn = items.subList(from, Math.min(from + 100, items.size()));
            store.write(STORY, writing -> {
                writing.create(turn);
                turn.forEach(item -> writing.publish(item.id()));
            });
        }
        return items.stream().map(NewItem::id).toList();
    }

    /** Creates a draft. */
    public UUID drafts(String path, String document) {
        var id = newId();
        store.write(STORY, writing -> writing.create(List.of(item(path, id, document))));
        return id;
    }

    /** Publishes a newer version. */
    public void changes(String path, UUID id, String document) {
        store.write(STORY, writing -> {
            writing.save(id, item(path, id, document).document());
            writing.publish(id);
        });
    }

    /** What stands in two or more columns of an item's row, where the front door must not show it. */
    List<Object> columns(UUID id, String... columns) {
        return Arrays.asList(rows("select " + String.join(", ", columns) + " from content where id = '" + id + "'")
                .get(0));
    }

    /** The rows that a query of two or more columns finds. */
    @SuppressWarnings("unchecked")
    List<Object[]> rows(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql, Object[].class).getResultList());
    }

    /** Does by SQL what no door offers. */
    void execute(String sql) {
        storage.write(() -> database.createNativeQuery(sql).executeUpdate());
    }

    /** A new id, as the service gives them. */
    static UUID newId() {
        return Generators.timeBasedEpochRandomGenerator().generate();
    }

    /** An item to create, in the same shorthand. */
    NewItem item(String path, UUID id, String document) {
        try {
            var tree = (ObjectNode) json.readTree(document.replace('\'', '"'));
            if (!tree.has("publisher")) {
                tree.put("publisher", CITY);
            }
            var type = types.at(path).orElseThrow();
            return new NewItem(type, id, DocumentJson.document(tree, type.document()));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
