package de.stadtchronik.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.access.Actor;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.MergePatch;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.writing.ContentStore;
import de.stadtchronik.writing.NewItem;
import de.stadtchronik.writing.Writing;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Loads the year 2020 of Kaiserslautern's digital team into an empty database, in one turn: it is there as a whole or
 * not at all. First what the press release says; with {@code enriched} then, as newer versions of the same items and as
 * further items, what other reports add.
 */
@ApplicationScoped
class SampleLoader {

    private static final Logger LOG = Logger.getLogger(SampleLoader.class);
    /** Stands in the sample for the address at which this very instance gives out the sample's drawings. */
    private static final String DRAWINGS = "https://example.org/sample/";

    private static final Actor SAMPLE = new Actor("sample");

    private final ContentStore store;
    private final ResourceTypes types;
    private final Settings settings;
    private final ObjectMapper json;

    SampleLoader(ContentStore store, ResourceTypes types, Settings settings, ObjectMapper json) {
        this.store = store;
        this.types = types;
        this.settings = settings;
        this.json = json;
    }

    void load(@Observes StartupEvent start) {
        if (settings.sample() == Settings.Sample.NONE || !store.isEmpty()) {
            return;
        }
        store.write(SAMPLE, writing -> {
            if (writing.isFirst()) {
                LOG.infof(
                        "The database is empty: loading the sample content %s, which takes some seconds",
                        settings.sample());
                var review = read("review-2020");
                publishNew(review, writing);
                if (settings.sample() == Settings.Sample.ENRICHED) {
                    enrich(review, read("enriched"), writing);
                }
                LOG.infof("Sample content loaded: %s", settings.sample());
            }
        });
    }

    private void enrich(List<Entry> review, List<Entry> enriched, Writing writing) {
        publishNew(enriched.stream().filter(Entry::isWhole).toList(), writing);
        Map<String, Entry> known = new HashMap<>();
        review.forEach(entry -> known.put(entry.path(), entry));
        for (var patch : enriched) {
            if (!patch.isWhole()) {
                var entry = known.get(patch.path());
                if (entry == null) {
                    throw new IllegalStateException("the sample enriches what is not there: " + patch.path());
                }
                var document = MergePatch.apply(patch.json(), entry.json());
                writing.save(
                        entry.id(), DocumentJson.document(document, entry.type().document()));
                writing.publish(entry.id());
            }
        }
    }

    private static void publishNew(List<Entry> entries, Writing writing) {
        writing.create(entries.stream().map(Entry::newItem).toList());
        entries.forEach(entry -> writing.publish(entry.id()));
    }

    private List<Entry> read(String set) {
        var entries = new ArrayList<Entry>();
        for (var type : types.all()) {
            var file = "/sample/" + set + "/" + type.path() + ".json";
            try (var stream = SampleLoader.class.getResourceAsStream(file)) {
                if (stream != null) {
                    var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .replace(DRAWINGS, settings.baseUrl() + "/sample/");
                    json.readTree(text).forEach(node -> entries.add(new Entry(type, (ObjectNode) node)));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot read " + file, unreadable);
            }
        }
        return entries;
    }

    /** A document of the sample with its {@code id}, or a merge patch for the one with its {@code slug}. */
    private record Entry(ResourceType type, ObjectNode json) {

        boolean isWhole() {
            return json.has("id");
        }

        UUID id() {
            return UUID.fromString(json.get("id").asText());
        }

        String path() {
            return type.path() + "/" + json.get("slug").asText();
        }

        NewItem newItem() {
            JsonNode document = json.deepCopy().without("id");
            return new NewItem(type, id(), DocumentJson.document(document, type.document()));
        }
    }
}
