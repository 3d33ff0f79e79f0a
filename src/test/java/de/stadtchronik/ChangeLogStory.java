package de.stadtchronik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.access.Actor;
import de.stadtchronik.change.Change;
import de.stadtchronik.change.ChangeLog;
import de.stadtchronik.writing.ContentStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever follows the change log sees everything that happened, once, in order, whoever writes at the same time. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ChangeLogStory {

    private static final int WRITERS = 8;
    private static final int WRITES = 50;

    @Inject
    SampleCity city;

    @Inject
    ContentStore store;

    @Inject
    ChangeLog log;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void whoeverPullsWhileOthersWriteMissesNothing() throws Exception {
        var start = head();
        var done = new AtomicBoolean();
        var writers = Executors.newFixedThreadPool(WRITERS);
        var puller = Executors.newSingleThreadExecutor();
        var pulled = puller.submit(() -> pullUntil(done, start));
        var jobs = IntStream.range(0, WRITERS)
                .mapToObj(writer -> (Callable<List<UUID>>) () -> writes(writer))
                .toList();
        var written = new HashSet<UUID>();
        for (var job : writers.invokeAll(jobs)) {
            written.addAll(job.get());
        }
        done.set(true);
        var seen = pulled.get();
        writers.shutdown();
        puller.shutdown();

        assertEquals(WRITERS * WRITES, written.size());
        assertEquals(written, new HashSet<>(seen.stream().map(Change::itemId).toList()));
        assertEquals(
                IntStream.rangeClosed(1, 2 * WRITERS * WRITES)
                        .mapToObj(i -> start + i)
                        .toList(),
                seen.stream().map(Change::seq).toList());
        assertEquals(start + 2L * WRITERS * WRITES, head());
    }

    private List<UUID> writes(int writer) {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < WRITES; i++) {
            ids.add(city.publishes("topics", "{'slug': 't-%d-%d', 'label': {'de': 'T'}}".formatted(writer, i)));
        }
        return ids;
    }

    /** All lines from a position on, in the order in which they came to be seen. */
    private List<Change> pullUntil(AtomicBoolean done, long start) {
        var seen = new ArrayList<Change>();
        var position = start;
        while (true) {
            var last = done.get();
            var page = after(position);
            seen.addAll(page);
            if (!page.isEmpty()) {
                position = page.get(page.size() - 1).seq();
            } else if (last) {
                return seen;
            }
        }
    }

    @Test
    void aLineSaysWhatHappenedAndWhatItReplaced() {
        var start = head();
        var topic = city.publishes("topics", "{'slug': 'netz', 'label': {'de': 'Netz'}}");
        var lab = city.publishes("organisations", "{'slug': 'labor', 'name': {'de': 'Labor'}}");
        var id = city.publishes(
                "events",
                "{'slug': 'e', 'title': {'de': 'E', 'en': 'E'}, 'eventStatus': 'SCHEDULED', 'topics': ['topics/netz'],"
                        + " 'participations': [{'role': 'PERFORMER', 'organisation': 'organisations/labor'}]}");
        city.changes("events", id, "{'slug': 'e', 'title': {'de': 'E'}, 'eventStatus': 'CANCELLED'}");

        var lines = after(start);
        assertEquals(
                List.of(
                        "CREATE 0",
                        "PUBLISH 1",
                        "CREATE 0",
                        "PUBLISH 1",
                        "CREATE 0",
                        "PUBLISH 1",
                        "SAVE 1",
                        "PUBLISH 2"),
                lines.stream()
                        .map(line -> line.operation() + " " + line.version())
                        .toList());
        var stadt = Lists.read("/v1/organisations/stadt").getString("id");
        assertEquals(
                "{\"references\":{\"PERFORMER\":[\"%s\"],\"publisher\":[\"%s\"],\"topics\":[\"%s\"]},"
                                .formatted(lab, stadt, topic)
                        + "\"terms\":{\"eventStatus\":[\"SCHEDULED\"],\"language\":[\"de\",\"en\"]},\"areas\":[]}",
                replacedKeys(id).get(lines.get(7).seq()));
        assertEquals(1, replacedKeys(id).size());
        assertEquals(lines.get(7).seq(), city.columns(id, "seq", "version").get(0));
    }

    @Test
    void whatChangesNothingIsNoChange() {
        var document = "{'slug': 't', 'label': {'de': 'T'}, 'publishedAt': '2020-01-01T10:00:00+01:00',"
                + " 'license': 'https://example.org/licence'}";
        var id = city.publishes("topics", document);
        var start = head();
        var before = Lists.read("/v1/topics/t").getMap("");

        city.changes("topics", id, document.replace("'slug': 't', ", ""));
        store.write(SampleCity.STORY, writing -> writing.publish(id));
        store.write(SampleCity.STORY, writing -> {});

        assertEquals(start, head());
        assertEquals(before, Lists.read("/v1/topics/t").getMap(""));
        assertEquals(List.of(2, 1), city.columns(id, "revision", "version"));
    }

    @Test
    void aTurnThatFailsLeavesNothing() {
        var start = head();
        var id = SampleCity.newId();

        assertThrows(
                IllegalStateException.class,
                () -> store.write(SampleCity.STORY, writing -> {
                    writing.create(List.of(city.item("topics", id, "{'slug': 't', 'label': {'de': 'T'}}")));
                    writing.publish(id);
                    throw new IllegalStateException("mittendrin");
                }));

        assertEquals(start, head());
        assertEquals(List.of(), after(start));
        assertEquals(List.of(), Lists.slugs("/v1/topics"));
        city.publishes("topics", "{'slug': 't', 'label': {'de': 'T'}}");
        assertEquals(
                List.of(start + 1, start + 2),
                after(start).stream().map(Change::seq).toList());
    }

    @Test
    void theLogSaysWhoWroteAndThatNothingWasStoredBefore() {
        var first = new HashMap<String, Boolean>();
        store.write(new Actor("schluessel-7"), writing -> {
            first.put("then", writing.isFirst());
            writing.create(List.of(city.item("topics", SampleCity.newId(), "{'slug': 't', 'label': {'de': 'T'}}")));
        });

        assertEquals(false, first.get("then"));
        assertEquals(
                "schluessel-7",
                city.rows("select actor, seq from change where seq = (select max(seq) from change)")
                        .get(0)[0]);
        assertTrue(head() > 0);
    }

    private Map<Long, String> replacedKeys(UUID id) {
        var keys = new HashMap<Long, String>();
        city.rows("select seq, replaced_keys from change where replaced_keys is not null and item_id = '" + id + "'")
                .forEach(row -> keys.put(((Number) row[0]).longValue(), (String) row[1]));
        return keys;
    }

    private long head() {
        return QuarkusTransaction.requiringNew().call(log::head);
    }

    private List<Change> after(long position) {
        return QuarkusTransaction.requiringNew().call(() -> log.after(position, 100));
    }
}
