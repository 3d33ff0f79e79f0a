package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever follows the feed has a complete copy in the end, whatever many writers do, and however often the service is
 * killed. In full size:
 *
 * <pre>mvn verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=FeedStormIT \
 *   -Dfeed.operations=20000 -Dfeed.kills=3</pre>
 */
@Tag("storm")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class FeedStormIT {

    private static final int OPERATIONS = Size.of("feed.operations", 200, 5000);
    private static final int KILLS = Size.of("feed.kills", 1, 3);
    private static final int WRITERS = 16;

    /** What is followed, and the list that shows the same. */
    private static final Map<String, String> FILTERS = Map.of(
            "", "search?",
            "type=RELEASE", "releases?",
            "type=EVENT,TOPIC", "search?type=EVENT,TOPIC&",
            "topic=kultur", "search?topic=kultur&",
            "topic=sport&type=RELEASE", "releases?topic=sport&",
            "lang=en", "search?language=en&",
            "area=07312", "search?area=07312&",
            "publisher=organisations/verein&type=RELEASE", "releases?publisher=verein&");

    private final SplittableRandom random = new SplittableRandom();

    @ParameterizedTest
    @EnumSource(Edition.class)
    void everyCopyIsCompleteInTheEnd(Edition edition) throws Exception {
        // The same address whatever port it is on.
        var installation =
                Installation.fresh(edition, Sample.NONE).with("stadtchronik.public-url", "https://stadt.example");
        var service = new Mortal();
        var app = installation.start();
        var threads = Executors.newCachedThreadPool();
        try {
            service.livesOnAs(app);
            isFounded(new Operator(app));
            var left = new AtomicInteger(OPERATIONS);
            var begun = System.nanoTime();
            var writers = Stream.generate(() -> new Scribe(service, random.split()))
                    .limit(WRITERS)
                    .map(scribe -> threads.submit(done(() -> scribe.writes(left))))
                    .toList();
            var written = new AtomicInteger();
            var followers = new ArrayList<Follower>();
            var following = new ArrayList<Future<?>>();
            FILTERS.keySet().forEach(filter -> followers.add(new Follower(service, filter, random.split())));
            followers.forEach(follower ->
                    following.add(threads.submit(done(() -> follower.pullsUntil(() -> written.get() > 0)))));
            var listener = new Follower(service, "topic=kultur", random.split());
            following.add(threads.submit(done(() -> listener.listensUntil(() -> written.get() > 0))));
            for (var kill = 1; kill <= KILLS; kill++) {
                var rest = OPERATIONS - OPERATIONS * kill / (KILLS + 1);
                while (left.get() > rest) {
                    assertFalse(app.endsWithin(Duration.ofMillis(50)), "it died before it was killed");
                }
                app.kill();
                app = installation.start();
                service.livesOnAs(app);
            }
            for (var writer : writers) {
                writer.get();
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            written.set(1);
            for (var follower : following) {
                follower.get();
            }
            followers.add(listener);
            prove(followers, service);
            System.out.printf(
                    "feed storm, %s: %d operations in %.0f s with %d kills, %d items, %d copies are complete%n",
                    edition,
                    OPERATIONS,
                    seconds,
                    KILLS,
                    followers.stream().mapToInt(one -> one.copy().size()).max().orElse(0),
                    followers.size());
        } finally {
            threads.shutdownNow();
            app.close();
        }
    }

    private static void isFounded(Operator operator) {
        for (var slug : List.of("stadt", "verein")) {
            var organisation = operator.creates(
                    "organisations", "{\"slug\": \"" + slug + "\", \"name\": {\"de\": \"" + slug + "\"}}");
            operator.patches(organisation, "{\"publisher\": \"organisations/" + slug + "\"}");
            operator.does(organisation, "publish", "{}");
        }
        for (var slug : Scribe.TOPICS) {
            var topic = operator.creates(
                    "topics",
                    "{\"slug\": \"" + slug + "\", \"label\": {\"de\": \"" + slug + "\"}, \"code\": \""
                            + slug.toUpperCase(Locale.ROOT) + "\", \"publisher\": \"organisations/stadt\"}");
            operator.does(topic, "publish", "{}");
        }
        var hall = operator.creates(
                "places",
                "{\"slug\": \"halle\", \"name\": {\"de\": \"Halle\"}, \"ags\": \"07312000\", \"publisher\": \"organisations/stadt\"}");
        operator.does(hall, "publish", "{}");
    }

    private static void prove(List<Follower> followers, Mortal service) throws InterruptedException {
        var items = new TreeMap<String, JsonNode>();
        for (var item : followers.stream()
                .flatMap(follower -> follower.copy().values().stream())
                .toList()) {
            var id = item.path("id").asText();
            if (!items.containsKey(id)) {
                var address = item.path("url").asText();
                items.put(id, service.reads(address.substring(address.indexOf("/v1/")) + "?lang=*", 200, 410));
            }
        }
        for (var follower : followers) {
            follower.proves(listed(service, FILTERS.get(follower.filter())), items);
            assertEquals(List.of(), follower.faults(), follower.filter());
        }
    }

    private static List<String> listed(Mortal service, String list) throws InterruptedException {
        var ids = new ArrayList<String>();
        var cursor = "";
        do {
            var page = service.reads("/v1/" + list + "limit=100&fields=title" + cursor);
            page.path("data").forEach(item -> ids.add(item.path("id").asText()));
            cursor = page.path("page").has("next")
                    ? "&cursor=" + page.path("page").path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return ids.stream().sorted().toList();
    }

    private static Callable<Boolean> done(Work work) {
        return () -> {
            work.go();
            return true;
        };
    }

    private interface Work {
        void go() throws InterruptedException;
    }
}
