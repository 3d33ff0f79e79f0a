package de.stadtchronik.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Somebody who keeps a copy of what fits a filter, and knows nothing but what the API promises. */
final class Follower {

    private final Mortal service;
    private final String filter;
    private final SplittableRandom random;
    private final List<String> faults = new ArrayList<>();

    private TreeMap<String, JsonNode> copy = new TreeMap<>();
    private String next = "";
    private long seq;

    Follower(Mortal service, String filter, SplittableRandom random) {
        this.service = service;
        this.filter = filter;
        this.random = random;
    }

    String filter() {
        return filter;
    }

    List<String> faults() {
        return faults;
    }

    Map<String, JsonNode> copy() {
        return copy;
    }

    /** Pulls at a speed of its own until somebody says that it is enough; now and then it begins again from an old copy. */
    void pullsUntil(Ending ending) throws InterruptedException {
        var oldCopy = new TreeMap<String, JsonNode>();
        var oldNext = "";
        while (!ending.isThere()) {
            pullsOnce(1 + random.nextInt(100));
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(200)).toNanos());
            if (random.nextInt(20) == 0) {
                var restored = random.nextBoolean();
                if (restored) {
                    copy = new TreeMap<>(oldCopy);
                    next = oldNext;
                    seq = 0;
                } else {
                    oldCopy = new TreeMap<>(copy);
                    oldNext = next;
                }
            }
        }
        pullsEverything();
    }

    void pullsEverything() throws InterruptedException {
        while (pullsOnce(500)) {
            // There is more.
        }
    }

    private boolean pullsOnce(int limit) throws InterruptedException {
        var page = service.reads("/v1/changes?limit=" + limit + (filter.isEmpty() ? "" : "&" + filter)
                + (next.isEmpty() ? "" : "&since=" + next));
        page.path("data").forEach(this::takes);
        next = page.path("next").asText();
        return page.path("hasMore").asBoolean();
    }

    private void takes(JsonNode change) {
        var id = change.path("id").asText();
        if (change.path("seq").asLong() <= seq) {
            faults.add("the order goes back: " + change);
        }
        seq = change.path("seq").asLong();
        if (change.path("op").asText().equals("DELETE")) {
            copy.remove(id);
            return;
        }
        var known = copy.put(id, change.path("item"));
        if (known != null
                && known.path("version").asInt() > change.path("version").asInt()) {
            faults.add("the version goes back: " + change);
        }
    }

    /** Listens, again and again, until it has heard all there is once somebody says that it is enough. */
    void listensUntil(Ending ending) throws InterruptedException {
        while (!ending.isThere() || !isAtTheEnd()) {
            var answer = service.send(
                    "GET",
                    "/v1/changes" + (filter.isEmpty() ? "" : "?" + filter),
                    "",
                    next.isEmpty()
                            ? Map.of("Accept", "text/event-stream")
                            : Map.of("Accept", "text/event-stream", "Last-Event-ID", next),
                    BodyHandlers.ofInputStream());
            try (var stream = answer.body()) {
                hears(stream, ending);
            } catch (IOException killed) {
                // It goes on from where it was.
            }
        }
    }

    private void hears(InputStream stream, Ending ending) throws IOException, InterruptedException {
        // What was read and not yet remembered comes once more.
        seq = 0;
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        var id = next;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("data:")) {
                takes(Mortal.json(line.substring(5)));
            } else if (line.isEmpty()) {
                next = id;
                if (ending.isThere() && isAtTheEnd()) {
                    return;
                }
            }
        }
    }

    private boolean isAtTheEnd() throws InterruptedException {
        return !next.isEmpty() && next.equals(manifest().path("position").asText());
    }

    private JsonNode manifest() throws InterruptedException {
        return service.reads("/v1/manifest?data=none&since=" + next);
    }

    /** Compares the copy with the manifest, with the list that has the same filter, and with the items themselves. */
    void proves(List<String> listed, Map<String, JsonNode> items) throws InterruptedException {
        var manifest = manifest();
        if (!manifest.path("position").asText().equals(next)) {
            faults.add("not at the end");
        }
        if (!manifest.path("checksum").asText().equals(checksum())) {
            faults.add("the checksum is another one");
        }
        if (!List.copyOf(copy.keySet()).equals(listed)) {
            faults.add("the copy has " + copy.size() + " items, the list " + listed.size());
        }
        copy.forEach((id, item) -> {
            if (!item.equals(items.get(id))) {
                faults.add("the copy is " + item + ", the item " + items.get(id));
            }
        });
    }

    private String checksum() {
        var lines = copy.entrySet().stream()
                .map(item ->
                        item.getKey() + " " + item.getValue().path("version").asInt() + "\n")
                .collect(Collectors.joining());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether it is enough. */
    interface Ending {
        boolean isThere();
    }
}
