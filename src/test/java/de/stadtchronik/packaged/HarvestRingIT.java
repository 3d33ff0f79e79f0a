package de.stadtchronik.packaged;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Three cities each copy the other two, and a fourth copies all three: whatever their editors do, and although they are
 * killed in the middle of it, all show the same in the end, leave each other in peace, and take back what one takes back.
 *
 * <pre>mvn verify -Pfull -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=HarvestRingIT -Dring.operations=5000</pre>
 */
@Tag("full")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class HarvestRingIT {

    private static final int OPERATIONS = Integer.getInteger("ring.operations", 240);
    private static final int SCRIBES = 2;
    private static final int RELEASES = 60;
    private static final int PAGE = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SplittableRandom random = new SplittableRandom();
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final AtomicInteger left = new AtomicInteger(OPERATIONS);
    private final List<Future<?>> writers = new ArrayList<>();

    private final RingCity anstadt = new RingCity("anstadt", Edition.EMBEDDED, Sample.ENRICHED);
    private final RingCity bestadt = new RingCity("bestadt", Edition.POSTGRESQL, Sample.NONE);
    private final RingCity cestadt = new RingCity("cestadt", Edition.EMBEDDED, Sample.NONE);
    private final RingCity district = new RingCity("kreis", Edition.POSTGRESQL, Sample.NONE);
    private final List<RingCity> circle = List.of(anstadt, bestadt, cestadt);
    private final Ring ring = new Ring(List.of(anstadt, bestadt, cestadt, district));

    @Test
    void allShowTheSameInTheEndAndKeepQuiet() throws InterruptedException, ExecutionException {
        var threads = Executors.newCachedThreadPool();
        try (anstadt;
                bestadt;
                cestadt;
                district) {
            areFounded();
            oneIsKilledWhileItPulls();
            until(district.roadTo(anstadt)::holdsSomebody);
            circle.forEach(city -> isWrittenBy(city, threads));
            oneIsKilledWhileItIsPulled();
            until(() -> {
                ring.everybodyIsLookedAfter();
                return left.get() <= 0;
            });
            for (var writer : writers) {
                writer.get();
            }
            ring.comesToRest();
            ring.isWhole();

            allMentionEachOther();
            whatOneTakesBackIsGoneEverywhere();
            ring.keepsQuiet(2);
            oneMovesWithItsCopies();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Two are told whom to pull by the API, two by their configuration. */
    private void areFounded() throws InterruptedException {
        cestadt.isConfiguredToPull(anstadt);
        cestadt.isConfiguredToPull(bestadt);
        cestadt.roadTo(bestadt).isBlockedAfter(1);
        circle.forEach(district::isConfiguredToPull);
        district.roadTo(anstadt).isBlockedAfter(1);
        for (var city : List.of(anstadt, bestadt)) {
            city.isBornWith(Foundation.of(city, RELEASES));
        }
        anstadt.answers();
        bestadt.answers();
        cestadt.isBornWith(Foundation.of(cestadt, RELEASES));
        cestadt.answers();
    }

    private void isWrittenBy(RingCity city, ExecutorService threads) {
        Stream.generate(() -> new Scribe(city.service(), random.split(), written))
                .limit(SCRIBES)
                .map(scribe -> threads.submit(() -> {
                    scribe.writes(left);
                    return true;
                }))
                .forEach(writers::add);
    }

    /** After a page, while it waits for the next: what it had, it has, and it goes on from there. */
    private void oneIsKilledWhileItPulls() throws InterruptedException {
        var road = cestadt.roadTo(bestadt);
        until(road::holdsSomebody);
        cestadt.dies();
        district.isBornWith(Foundation.of(district, 3));
        cestadt.comesBack();
        var source = cestadt.source(bestadt);
        assertEquals(PAGE, source.path("copies").asInt());
        assertTrue(source.path("running").asBoolean(), "whoever died holds the source until somebody frees it");
        assertTrue(source.path("configured").asBoolean());
        road.opens();
        isFreed(cestadt);
        anstadt.pulls(bestadt);
        anstadt.pulls(cestadt);
        bestadt.pulls(anstadt);
        bestadt.pulls(cestadt);
        district.answers();
    }

    /** While the next page is asked for: whoever asked has what came, and tries again. */
    private void oneIsKilledWhileItIsPulled() throws InterruptedException {
        until(() -> left.get() < OPERATIONS * 9 / 10);
        anstadt.dies();
        district.roadTo(anstadt).opens();
        until(() -> district.source(anstadt).path("failures").asInt() > 0);
        var source = district.source(anstadt);
        assertEquals("FAILING", source.path("status").asText());
        assertEquals("Status 502", source.path("lastError").asText());
        assertEquals(PAGE, source.path("copies").asInt());
        anstadt.comesBack();
        isFreed(anstadt);
    }

    /** A dead process holds its sources for minutes, if nobody says that it is dead. */
    private static void isFreed(RingCity city) throws InterruptedException {
        for (var neighbour : city.neighbours().values()) {
            city.does("pause", neighbour);
            city.does("resume", neighbour);
        }
    }

    /** References in circles would be told in circles if what is told again were news. */
    private void allMentionEachOther() throws InterruptedException {
        for (var city : circle) {
            var release = "/v1/releases/" + city.name() + "-kreis";
            city.operator().patches(release, "{\"mentions\": [" + othersThan(city) + "]}");
            city.operator().does(release, "publish", "{}");
        }
        ring.comesToRest();
        for (var reader : ring.cities()) {
            for (var city : circle) {
                reads(reader, city)
                        .body(
                                "mentions.title",
                                contains(circle.stream()
                                        .filter(other -> !other.equals(city))
                                        .map(other -> other.name() + "-kreis")
                                        .toArray()));
            }
        }
        ring.isWhole();
        ring.keepsQuiet(1);
    }

    private String othersThan(RingCity city) {
        return circle.stream()
                .filter(other -> !other.equals(city))
                .map(other -> "\"releases/" + other.name() + "-kreis\"")
                .collect(Collectors.joining(", "));
    }

    private static io.restassured.response.ValidatableResponse reads(RingCity reader, RingCity city) {
        return reader.operator()
                .app()
                .api()
                .get("/v1/releases/" + city.name() + "-kreis")
                .then()
                .statusCode(200);
    }

    private void whatOneTakesBackIsGoneEverywhere() throws InterruptedException {
        for (var number = 0; number < circle.size(); number++) {
            Fates.befall(circle.get(number), next(number));
        }
        ring.comesToRest();
        ring.isWhole();
        for (var reader : ring.cities()) {
            for (var number = 0; number < circle.size(); number++) {
                Fates.areSeenBy(reader, circle.get(number), next(number));
            }
        }
        // Those who mentioned it show it no more, and again once it is back.
        var release = "/v1/releases/bestadt-kreis";
        bestadt.operator().does(release, "withdraw", "{}");
        ring.comesToRest();
        ring.isWhole();
        for (var reader : ring.cities()) {
            reads(reader, anstadt).body("mentions.title", contains("cestadt-kreis"));
        }
        bestadt.operator().does(release, "publish", "{}");
        ring.comesToRest();
        ring.isWhole();
        for (var reader : ring.cities()) {
            reads(reader, anstadt)
                    .body("mentions.title", contains("bestadt-kreis", "cestadt-kreis"))
                    .body("tombstone", nullValue());
        }
    }

    /** Nobody notices: who reads it anew finds what is known, and so does whoever moved. */
    private void oneMovesWithItsCopies() throws InterruptedException {
        var others = List.of(anstadt.head(), bestadt.head(), district.head());
        cestadt.movesTo(Edition.POSTGRESQL);
        var shown = cestadt.shows();
        ring.comesToRest();
        assertEquals(others, List.of(anstadt.head(), bestadt.head(), district.head()));
        assertEquals(shown, cestadt.shows());
        ring.isWhole();
        ring.keepsQuiet(1);
    }

    private RingCity next(int number) {
        return circle.get((number + 1) % circle.size());
    }

    private static void until(Condition condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertFalse(System.nanoTime() > deadline, "not within " + PATIENCE);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }
}
