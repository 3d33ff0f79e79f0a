package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;

/** Cities that copy each other's content, and what has to be true of them once they have come to rest. */
record Ring(List<RingCity> cities) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** What of a source changes although nothing comes of its runs. */
    private static final List<String> PULSE = List.of("runs", "running", "lastRun", "lastSuccess", "nextRun");

    /** Asks for runs, and confirms what is held, until everybody has read everything and nothing moves any more. */
    void comesToRest() throws InterruptedException {
        var before = List.<Long>of();
        var heads = heads();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!heads.equals(before) || !everybodyIsAtTheEnd()) {
            assertTrue(System.nanoTime() < deadline, () -> "no rest within " + PATIENCE + ": " + this);
            everybodyIsLookedAfter();
            pause();
            before = heads;
            heads = heads();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }

    void everybodyIsLookedAfter() throws InterruptedException {
        for (var city : cities) {
            for (var neighbour : city.neighbours().values()) {
                var source = city.source(neighbour);
                if (source.path("status").asText().equals("HELD")) {
                    city.does("confirm", neighbour);
                } else if (!source.path("running").asBoolean()) {
                    city.does("run", neighbour);
                }
            }
        }
    }

    private boolean everybodyIsAtTheEnd() throws InterruptedException {
        for (var city : cities) {
            for (var neighbour : city.neighbours().values()) {
                var source = city.source(neighbour);
                if (source.path("running").asBoolean()
                        || !source.path("status").asText().equals("ACTIVE")
                        || !source.path("position").equals(neighbour.manifest().path("position"))) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Long> heads() throws InterruptedException {
        var heads = new ArrayList<Long>();
        for (var city : cities) {
            heads.add(city.head());
        }
        return heads;
    }

    /** However often everybody is asked once more, nothing comes of it: no line in any log, no step in any source. */
    void keepsQuiet(int rounds) throws InterruptedException {
        var before = standing();
        for (var round = 1; round <= rounds; round++) {
            for (var city : cities) {
                for (var neighbour : city.neighbours().values()) {
                    runsInVain(city, neighbour);
                }
            }
        }
        assertEquals(before, standing());
    }

    private static void runsInVain(RingCity city, RingCity neighbour) throws InterruptedException {
        city.roadTo(neighbour).asked();
        var before = city.source(neighbour).path("runs").asInt();
        city.does("run", neighbour);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var source = city.source(neighbour);
        while (source.path("runs").asInt() == before || source.path("running").asBoolean()) {
            assertTrue(System.nanoTime() < deadline, "no run within " + PATIENCE);
            pause();
            source = city.source(neighbour);
        }
        var asked = city.roadTo(neighbour).asked();
        assertEquals(List.of("/v1/changes", "/v1/manifest"), asked.subList(0, 2));
    }

    /** Where everybody is. */
    private Map<String, Object> standing() throws InterruptedException {
        var standing = new TreeMap<String, Object>();
        for (var city : cities) {
            standing.put(city.name(), city.head());
            for (var neighbour : city.neighbours().values()) {
                standing.put(
                        city.name() + " of " + neighbour.name(),
                        ((ObjectNode) city.source(neighbour)).without(PULSE).toString());
            }
        }
        return standing;
    }

    /** Everybody shows what is its own and what its neighbours have, exactly as they have it, and hands on only its own. */
    void isWhole() throws InterruptedException {
        var shown = new HashMap<RingCity, Map<String, JsonNode>>();
        var own = new HashMap<RingCity, Map<String, JsonNode>>();
        for (var city : cities) {
            shown.put(city, city.shows());
            own.put(city, ofItsOwn(city, shown.get(city)));
            handsOnOnlyItsOwn(city, own.get(city));
        }
        for (var city : cities) {
            var expected = new TreeMap<>(own.get(city));
            for (var neighbour : city.neighbours().values()) {
                own.get(neighbour)
                        .forEach((id, original) -> expected.put(
                                id,
                                copy(original, neighbour, city, shown.get(city).get(id))));
                accountsFor(city, neighbour, own.get(neighbour).size());
            }
            assertEquals(List.of(), differences(expected, shown.get(city)), city.name());
        }
    }

    private static Map<String, JsonNode> ofItsOwn(RingCity city, Map<String, JsonNode> shown) {
        var own = new TreeMap<>(shown);
        own.values()
                .removeIf(item -> city.neighbours()
                        .containsKey(item.path("source").path("system").asText()));
        return own;
    }

    private static void handsOnOnlyItsOwn(RingCity city, Map<String, JsonNode> own) throws InterruptedException {
        var listed = StreamSupport.stream(city.manifest().path("data").spliterator(), false)
                .map(entry -> entry.path("id").asText())
                .toList();
        assertEquals(List.copyOf(own.keySet()), listed, city.name());
        var follower = new Follower(city.service(), "", new SplittableRandom());
        follower.pullsEverything();
        follower.proves(listed, own);
        assertEquals(List.of(), follower.faults(), city.name());
    }

    private static void accountsFor(RingCity city, RingCity neighbour, int copies) throws InterruptedException {
        var source = city.source(neighbour);
        var told = "copies %d, rejects %d, removals %d, mismatches %d, failures %d";
        assertEquals(
                told.formatted(copies, 0, 0, 0, 0),
                told.formatted(
                        source.path("copies").asInt(),
                        source.path("rejects").asInt(),
                        source.path("removals").asInt(),
                        source.path("mismatches").asInt(),
                        source.path("failures").asInt()),
                () -> city.name() + " of " + neighbour.name() + ": " + source);
    }

    /** What a city is to show of an item of its neighbour; only when it was fetched, nobody else can know. */
    private static JsonNode copy(JsonNode original, RingCity neighbour, RingCity city, JsonNode found) {
        var copy = (ObjectNode) original.deepCopy();
        var address = original.path("url").asText();
        copy.put("url", address.replace("https://" + neighbour.name() + ".", "https://" + city.name() + "."));
        copy.putObject("source")
                .put("system", neighbour.name())
                .put("externalId", original.path("id").asText())
                .put("url", address)
                .put("license", original.path("license").asText());
        if (found != null) {
            ((ObjectNode) copy.get("source"))
                    .set("retrievedAt", found.path("source").path("retrievedAt"));
            // Where that slug was taken, it has the name of the neighbour behind it.
            var slug = original.path("slug").asText();
            if (found.path("slug").asText().matches(slug + "-" + neighbour.name() + "(-\\d+)?")) {
                copy.set("slug", found.get("slug"));
            }
        }
        return copy;
    }

    private static List<String> differences(Map<String, JsonNode> expected, Map<String, JsonNode> found) {
        var differences = new ArrayList<String>();
        var ids = new TreeSet<>(expected.keySet());
        ids.addAll(found.keySet());
        for (var id : ids) {
            if (!expected.containsKey(id)
                    || !found.containsKey(id)
                    || !expected.get(id).equals(found.get(id))) {
                differences.add("expected " + expected.get(id) + ", found " + found.get(id));
            }
        }
        return differences;
    }

    @Override
    public String toString() {
        try {
            return standing().toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
