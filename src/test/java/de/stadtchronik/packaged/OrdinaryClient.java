package de.stadtchronik.packaged;

import de.stadtchronik.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads and writes as a city's website and its editors do, one after the other, and notes how long each answer took. */
final class OrdinaryClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> READS = List.of(
            "/v1/releases?kind=YEAR_IN_REVIEW",
            "/v1/events?from=2020&to=2020&limit=50",
            "/v1/organisations/dfki",
            "/v1/topics",
            "/v1/changes?data=none&limit=50");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final Set<String> written = new TreeSet<>();
    private final List<String> refusals = new ArrayList<>();
    private List<Long> times = new ArrayList<>();

    OrdinaryClient(URI service) {
        this.service = service;
    }

    void goesOn(Duration time) throws InterruptedException {
        times = new ArrayList<>();
        var end = System.nanoTime() + time.toNanos();
        for (var n = 0; System.nanoTime() < end; n++) {
            if (n % 10 == 9) {
                writes();
            } else {
                asks(HttpRequest.newBuilder(service.resolve(READS.get(n % READS.size()))), 200);
            }
            Thread.sleep(10);
        }
    }

    private void writes() throws InterruptedException {
        var slug = "schlagwort-" + written.size();
        var topic = HttpRequest.BodyPublishers.ofString(
                "{\"slug\": \"%s\", \"label\": {\"de\": \"Schlagwort\"}}".formatted(slug));
        if (asks(
                HttpRequest.newBuilder(service.resolve("/v1/topics"))
                        .header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY)
                        .header("Content-Type", "application/json")
                        .POST(topic),
                201)) {
            written.add(slug);
        }
    }

    private boolean asks(HttpRequest.Builder request, int status) throws InterruptedException {
        var begun = System.nanoTime();
        try {
            var answer = http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            times.add(System.nanoTime() - begun);
            if (answer.statusCode() != status) {
                refusals.add(answer.statusCode() + " " + answer.uri() + " " + answer.body());
            }
            return answer.statusCode() == status;
        } catch (IOException cut) {
            refusals.add(cut + " after " + Duration.ofNanos(System.nanoTime() - begun));
            return false;
        }
    }

    /** What it got that is no ordinary answer. */
    List<String> refusals() {
        return refusals;
    }

    Set<String> written() {
        return written;
    }

    /** Those of its writes that are there. */
    Set<String> readsBack() {
        var found = new TreeSet<String>();
        for (var slug : written) {
            var answer = io.restassured.RestAssured.given()
                    .header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY)
                    .get(service.resolve("/v1/topics/" + slug + "?view=draft"));
            if (answer.statusCode() == 200) {
                found.add(slug);
            }
        }
        return found;
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
}
