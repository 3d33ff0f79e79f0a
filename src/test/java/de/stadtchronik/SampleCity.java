package de.stadtchronik;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtchronik.access.Actor;
import de.stadtchronik.content.ContentStore;
import de.stadtchronik.content.DocumentJson;
import de.stadtchronik.content.NewItem;
import de.stadtchronik.content.ResourceTypes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** A small named world that stories fill as they need it, through the store, as editors will. */
@ApplicationScoped
public class SampleCity {

    /** Publishes all that does not say otherwise: created by {@link #isEmpty()}. */
    public static final String CITY = "organisations/stadt";

    private static final Actor STORY = new Actor("story");

    private final ContentStore store;
    private final ResourceTypes types;
    private final EntityManager database;
    private final ObjectMapper json;

    SampleCity(ContentStore store, ResourceTypes types, EntityManager database, ObjectMapper json) {
        this.store = store;
        this.types = types;
        this.database = database;
        this.json = json;
    }

    /** Clears everything; what remains is the city itself, which publishes. */
    public void isEmpty() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (var table : List.of("reference", "term", "content_version", "content", "change")) {
                database.createNativeQuery("delete from " + table).executeUpdate();
            }
            database.createNativeQuery("update change_counter set head = 0").executeUpdate();
        });
        publishes("organisations", "{'slug': 'stadt', 'name': {'de': 'Stadt', 'en': 'City'}, 'kind': 'MUNICIPALITY'}");
    }

    /** Creates and publishes an item; the JSON may use single quotes, and needs no publisher. */
    public UUID publishes(String path, String document) {
        var id = drafts(path, document);
        store.write(STORY, writing -> writing.publish(id));
        return id;
    }

    /** Creates a draft. */
    public UUID drafts(String path, String document) {
        var id = com.fasterxml.uuid.Generators.timeBasedEpochRandomGenerator().generate();
        store.write(STORY, writing -> writing.create(List.of(item(path, id, document))));
        return id;
    }

    /** Publishes a newer version. */
    public void changes(String path, UUID id, int revision, String document) {
        store.write(STORY, writing -> {
            writing.save(id, revision, item(path, id, document).document());
            writing.publish(id);
        });
    }

    private NewItem item(String path, UUID id, String document) {
        try {
            var tree = (com.fasterxml.jackson.databind.node.ObjectNode) json.readTree(document.replace('\'', '"'));
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
