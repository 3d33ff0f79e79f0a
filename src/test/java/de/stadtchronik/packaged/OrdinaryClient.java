package de.stadtchronik.packaged;

import de.stadtchronik.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads, publishes and listens as a city's website and its editors do, one after the other, and notes how long each answer
 * took.
 */
final class OrdinaryClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> READS = List.of(
            "/v1/releases?kind=YEAR_IN_REVIEW",
            "/v1/events?from=2020&to=2020&limit=50",
            "/v1/organisations/dfki",
            "/v1/topics",
            "/v1/changes?data=none&limit=50");
    private static final String RELEASE = """
            {"publisher": "organisations/stadt-kaiserslautern", "kind": "PRESS_RELEASE", "title": {"de": "Neu"}}""";
    private static final int ROOM = 1 << 16;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final BareListener listener;
    private final Set<String> published = new TreeSet<>();
    private final List<String> refusals = new ArrayList<>();
    private List<Long> times = new ArrayList<>();

    OrdinaryClient(URI service) throws IOException, InterruptedException {
        this.service = service;
        var now = asks("GET", "/v1/manifest?type=RELEASE&data=none", "", "", 200);
        listener = BareListener.asks(
                service, Mortal.json(now.body()).path("position").asText(), ROOM);
    }

    void goesOn(Duration time) throws IOException, InterruptedException {
        times = new ArrayList<>();
        var end = System.nanoTime() + time.toNanos();
        for (var n = 0; System.nanoTime() < end; n++) {
            if (n % 10 == 9) {
                publishes();
            } else {
                asks("GET", READS.get(n % READS.size()), "", "", 200);
            }
            listens();
            Thread.sleep(10);
        }
    }

    private void publishes() throws InterruptedException {
        var draft = asks("POST", "/v1/releases", RELEASE, "", 201);
        if (draft != null) {
            var id = Mortal.json(draft.body()).path("id").asText();
            var revision = draft.headers().firstValue("ETag").orElseThrow();
            if (asks("POST", "/v1/releases/" + id + "/publish", "{}", revision, 200) != null) {
                published.add(id);
            }
        }
    }

    /** The answer if it has that status; null if not, which is noted. */
    private @Nullable HttpResponse<String> asks(String method, String path, String body, String revision, int status)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY)
                    .header("Content-Type", "application/json");
        }
        if (!revision.isEmpty()) {
            request.header("If-Match", revision);
        }
        var begun = System.nanoTime();
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            times.add(System.nanoTime() - begun);
            if (answer.statusCode() == status) {
                return answer;
            }
            refusals.add(answer.statusCode() + " " + answer.uri() + " " + answer.body());
        } catch (IOException cut) {
            refusals.add(cut + " after " + Duration.ofNanos(System.nanoTime() - begun));
        }
        return null;
    }

    private void listens() {
        if (!listener.takes(ByteBuffer.allocate(ROOM))) {
            refusals.add("the listener was cut off");
        }
    }

    /** What it got that is no ordinary answer. */
    List<String> refusals() {
        return refusals;
    }

    /** The ids of the releases that it published. */
    Set<String> published() {
        return published;
    }

    /** Those of them that are there. */
    Set<String> readsBack() throws InterruptedException {
        var found = new TreeSet<String>();
        for (var id : published) {
            if (asks("GET", "/v1/releases/" + id, "", "", 200) != null) {
                found.add(id);
            }
        }
        return found;
    }

    /** Those of them that it was told of, after a while at the most. */
    Set<String> heard() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var selector = Selector.open()) {
            listener.channel().register(selector, SelectionKey.OP_READ);
            var heard = new TreeSet<String>();
            do {
                listens();
                listener.changes().stream()
                        .map(BareListener.Change::item)
                        .filter(published::contains)
                        .forEach(heard::add);
            } while (!heard.equals(published) && System.nanoTime() < end && selector.select(1_000) >= 0);
            return heard;
        }
    }

    /** How it went, since it last went on. */
    String says() {
        if (times.isEmpty()) {
            return "no answer";
        }
        var sorted = times.stream().sorted().toList();
        return "%d answers, median %d ms, p99 %d ms, slowest %d ms"
                .formatted(sorted.size(), at(sorted, 50), at(sorted, 99), at(sorted, 100));
    }

    private static long at(List<Long> sorted, int percent) {
        return Duration.ofNanos(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)))
                .toMillis();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
