package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.Size;
import de.stadtchronik.packaged.BareListener.Change;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A crowd that listens costs little, hears everything, and leaves when it is told to; and who does not read what comes
 * harms nobody. In full size:
 *
 * <pre>mvn verify -Pfull -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ManyListenersIT -Dlisteners=2000</pre>
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ManyListenersIT {

    private static final int LISTENERS = Size.of("listeners", 200, 2000);

    private static final int WHO_NEVER_READ = 20;
    private static final int BIG_RELEASES = 120;
    private static final int AT_ONCE = 5;

    /** As long as a text can be. */
    private static final String BIG = "Ein Satz. ".repeat(9_999) + "Ein Ende.";

    /** Far more than anything takes here, so that only what hangs runs into it. */
    private static final Duration SOON = Duration.ofMinutes(2);
    /** More than ten seconds, after which it is cut off, and less than a minute, after which an idle one would be. */
    private static final Duration UNTIL_CUT_OFF = Duration.ofSeconds(50);

    @Tag("storm")
    @Test
    void aCrowdCostsLittleHearsOfAReleaseOnceAndIsEndedWithTheService() throws Exception {
        try (var app = start(LISTENERS);
                var crowd = new ListeningCrowd(app)) {
            var operator = new Operator(app);
            var vitals = new Vitals(app);
            publishesCity(operator);
            var heap = vitals.heapNeeded();
            var memory = vitals.memory();
            crowd.grows(LISTENERS);
            await("they listen", SOON, app, () -> crowd.all(listener -> listener.blocks() > 0));
            assertTrue(crowd.all(listener -> listener.status().equals("HTTP/1.1 200 OK")));
            assertEquals(
                    429,
                    app.api()
                            .header("Accept", "text/event-stream")
                            .get("/v1/changes")
                            .statusCode());

            var begun = System.nanoTime();
            var processor = vitals.processorTime();
            await("the lines are alive", SOON, app, () -> crowd.all(listener -> listener.blocks() > 1));
            var busy = vitals.processorTime().minus(processor).toNanos() / 1e3 / LISTENERS;
            var idle = (System.nanoTime() - begun) / 1e9;
            say("%d idle listeners: %.1f kB of heap and %.1f kB of memory each, %.0f µs of processor each in %.1f s"
                    .formatted(
                            LISTENERS,
                            (vitals.heapNeeded() - heap) / 1e3 / LISTENERS,
                            (vitals.memory() - memory) / 1e3 / LISTENERS,
                            busy,
                            idle));

            var release = publishes(operator, 0, 1, "Kurz.").get(0);
            begun = System.nanoTime();
            var slowest = readsUntil(
                    "they hear it",
                    SOON,
                    app,
                    () -> crowd.all(listener -> !listener.changes().isEmpty()));
            say("all heard of a release after %d ms; the slowest read took %d ms meanwhile"
                    .formatted(Duration.ofNanos(System.nanoTime() - begun).toMillis(), slowest.toMillis()));
            await(
                    "they are told where they are after it",
                    SOON,
                    app,
                    () -> crowd.all(listener ->
                            !listener.last().equals(listener.changes().get(0).id())));
            for (var listener : crowd.listeners()) {
                assertEquals(
                        List.of(release),
                        listener.changes().stream().map(Change::item).toList());
            }

            begun = System.nanoTime();
            assertTrue(ProcessHandle.of(app.pid()).orElseThrow().destroy());
            assertTrue(app.endsWithin(SOON));
            var took = Duration.ofNanos(System.nanoTime() - begun);
            say("ended with all of them after %d ms".formatted(took.toMillis()));
            assertTrue(crowd.all(BareListener::isEnded));
        }
    }

    @Test
    void whoLeavesMakesRoom() throws Exception {
        try (var app = start(20)) {
            for (var round = 0; round < 20; round++) {
                try (var crowd = new ListeningCrowd(app)) {
                    // Those who left a moment ago may still be counted.
                    await("all have a place", SOON, app, () -> isFull(crowd));
                }
            }
        }
    }

    private static boolean isFull(ListeningCrowd crowd) {
        try {
            for (var refused : crowd.listeners()) {
                if (refused.status().contains("429")) {
                    crowd.listeners().remove(refused);
                    refused.close();
                }
            }
            crowd.grows(20 - crowd.listeners().size());
            return crowd.all(listener -> listener.status().contains("200"));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Tag("full")
    @Test
    void whoeverNeverReadsIsCutOffAndMissesNothing() throws Exception {
        var deaf = new ArrayList<BareListener>();
        try (var app = start(WHO_NEVER_READ + 1);
                var crowd = new ListeningCrowd(app)) {
            var operator = new Operator(app);
            var vitals = new Vitals(app);
            publishesCity(operator);
            var heap = vitals.heapNeeded();
            var memory = vitals.memory();
            var attentive = crowd.joins("");
            for (var n = 0; n < WHO_NEVER_READ; n++) {
                deaf.add(BareListener.asks(app.address(), "", 4096));
            }
            await("it listens", SOON, app, () -> attentive.blocks() > 0);
            var published = new ArrayList<String>();
            for (var first = 0; first < BIG_RELEASES; first += AT_ONCE) {
                published.addAll(publishes(operator, first, AT_ONCE, BIG));
            }
            readsUntil("all is heard", SOON, app, () -> attentive.changes().size() >= BIG_RELEASES);
            assertEquals(
                    published, attentive.changes().stream().map(Change::item).toList());
            assertEquals(pulled(app), heard(attentive.changes()));
            var unread = 1L * WHO_NEVER_READ * BIG_RELEASES * BIG.length();
            var taken = vitals.memory() - memory;
            say("%d do not read %.1f MB each: %.1f MB of heap and %.1f MB of memory more than before"
                    .formatted(
                            WHO_NEVER_READ,
                            unread / 1e6 / WHO_NEVER_READ,
                            (vitals.heapNeeded() - heap) / 1e6,
                            taken / 1e6));
            // The system keeps some of it, and what the service keeps has to fit into a heap of 96 MB.
            assertTrue(taken < unread / 2, () -> taken + " of " + unread);

            var begun = System.nanoTime();
            readsUntil(
                    "all who do not read are cut off",
                    UNTIL_CUT_OFF,
                    app,
                    () -> deaf.stream().allMatch(BareListener::isCutOff));
            say("cut off after %d ms"
                    .formatted(Duration.ofNanos(System.nanoTime() - begun).toMillis()));
            say("heap afterwards: %.1f MB more than before".formatted((vitals.heapNeeded() - heap) / 1e6));

            var one = deaf.get(0);
            assertFalse(one.takes(ByteBuffer.allocate(1 << 16)));
            assertFalse(one.last().isEmpty());
            assertTrue(one.changes().size() < BIG_RELEASES);
            var again = crowd.joins(one.last());
            readsUntil(
                    "it catches up",
                    SOON,
                    app,
                    () -> one.changes().size() + again.changes().size() >= BIG_RELEASES);
            var both = new ArrayList<>(one.changes());
            both.addAll(again.changes());
            assertEquals(pulled(app), heard(both));
        } finally {
            for (var listener : deaf) {
                listener.close();
            }
        }
    }

    private static PackagedApp start(int listeners) {
        return Installation.fresh(Edition.EMBEDDED, Sample.NONE)
                .with("stadtchronik.limits.listeners", String.valueOf(2 * listeners))
                .with("stadtchronik.limits.listeners-per-caller", String.valueOf(listeners))
                .start();
    }

    private static void publishesCity(Operator operator) {
        var city = operator.creates("organisations", "{\"slug\": \"stadt\", \"name\": {\"de\": \"Stadt\"}}");
        operator.patches(city, "{\"publisher\": \"organisations/stadt\"}");
        operator.does(city, "publish", "{}");
    }

    /** Publishes some releases in one import, and returns their ids. */
    private static List<String> publishes(Operator operator, int first, int count, String body) {
        var lines = IntStream.range(first, first + count)
                .mapToObj(n -> ("{'type': 'releases', 'publish': true, 'document': {'publisher': 'organisations/stadt',"
                                + " 'kind': 'PRESS_RELEASE', 'slug': 'mitteilung-%1$d', 'title': {'de': 'Mitteilung %1$d'},"
                                + " 'body': {'de': '%2$s'}}}")
                        .formatted(n, body)
                        .replace('\'', '"'))
                .collect(Collectors.joining("\n"));
        var answer = operator.api()
                .contentType(Operator.NDJSON)
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/import");
        assertEquals(200, answer.statusCode());
        var ids = answer.asString()
                .lines()
                .map(Mortal::json)
                .filter(line -> line.path("status").asText().equals("CREATED"))
                .map(line -> line.path("id").asText())
                .toList();
        assertEquals(count, ids.size(), answer.asString());
        return ids;
    }

    /** Where the releases are, as an ordinary pull has it. */
    private static List<String> pulled(PackagedApp app) {
        var page = Mortal.json(
                app.api().get("/v1/changes?type=RELEASE&data=none&limit=500").asString());
        assertFalse(page.path("hasMore").asBoolean());
        var places = new ArrayList<String>();
        page.path("data")
                .forEach(change -> places.add(
                        change.path("seq").asLong() + " " + change.path("id").asText()));
        return places;
    }

    private static List<String> heard(List<Change> changes) {
        return changes.stream()
                .map(change -> change.seq() + " " + change.item())
                .toList();
    }

    /** Waits until something is so. */
    private static void await(String what, Duration patience, PackagedApp app, BooleanSupplier isSo) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> "not within " + patience + ": " + what);
            assertFalse(app.endsWithin(Duration.ofMillis(20)), "the service ended");
        }
    }

    /** The same while ordinary reads go on; returns how long the slowest of them took. */
    private static Duration readsUntil(String what, Duration patience, PackagedApp app, BooleanSupplier isSo) {
        var slowest = new AtomicLong();
        await(what, patience, app, () -> {
            var begun = System.nanoTime();
            app.api().get("/v1/releases?limit=1").then().statusCode(200);
            slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
            return isSo.getAsBoolean();
        });
        return Duration.ofNanos(slowest.get());
    }

    private static void say(String what) {
        System.out.println("many listeners: " + what);
    }
}
