package de.stadtchronik;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many write at once, over HTTP and on the same few items: each write is there or was refused, and the log has no hole.
 * {@code -Dparallel.writes=10000} runs it at full size.
 */
@Tag("storm")
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ParallelWritersStory {

    private static final int WRITERS = 32;

    private static final int WRITES = Size.of("parallel.writes", 64, 320);

    /** Each writer adds a word to each: that is as many as a list holds. */
    private static final int ITEMS = WRITES / WRITERS;

    private static final Desk DESK = Desk.ADMIN;

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void noUpdateIsLostAndTheLogHasNoHole() throws Exception {
        var items = new ArrayList<String>();
        for (var i = 0; i < ITEMS; i++) {
            items.add(DESK.drafts("/v1/topics", "{'label': {'de': 'T'}, 'altLabels': [], " + Desk.PUBLISHER + "}"));
        }
        var start = head();
        var writers = Executors.newFixedThreadPool(WRITERS);
        var jobs = IntStream.range(0, WRITERS)
                .mapToObj(writer -> (Callable<List<String>>) () -> write(writer, items))
                .toList();
        var acknowledged = new TreeSet<String>();
        for (var job : writers.invokeAll(jobs)) {
            acknowledged.addAll(job.get());
        }
        writers.shutdown();

        assertEquals(ITEMS * WRITERS, acknowledged.size());
        var found = new TreeSet<String>();
        for (var item : items) {
            found.addAll(DESK.get(item + "?view=draft").extract().jsonPath().getList("altLabels.de", String.class));
        }
        assertEquals(acknowledged, found);
        var log = city.rows("select count(*), min(seq), max(seq) from change where seq > " + start)
                .get(0);
        assertEquals(acknowledged.size(), ((Number) log[0]).intValue());
        assertEquals(start + 1, ((Number) log[1]).longValue());
        assertEquals(start + acknowledged.size(), ((Number) log[2]).longValue());
        assertEquals(start + acknowledged.size(), head());
    }

    /** Adds words to lists that others add to as well; whoever comes too late reads again. */
    private static List<String> write(int writer, List<String> items) {
        var added = new ArrayList<String>();
        for (var i = 0; i < ITEMS; i++) {
            var item = items.get((writer + i) % ITEMS);
            var word = "w" + writer + "-" + i;
            int status;
            do {
                var draft =
                        DESK.get(item + "?view=draft").statusCode(200).extract().jsonPath();
                var words = new ArrayList<String>();
                List<String> known = draft.getList("altLabels.de");
                (known == null ? List.<String>of() : known).forEach(text -> words.add("{'de': '" + text + "'}"));
                words.add("{'de': '" + word + "'}");
                status = DESK.at(draft.getInt("revision"), "PATCH", item, "{'altLabels': " + words + "}")
                        .extract()
                        .statusCode();
            } while (status == 412);
            assertEquals(200, status);
            added.add(word);
        }
        return added;
    }

    private long head() {
        return ((Number) city.rows("select head, id from change_counter").get(0)[0]).longValue();
    }
}
