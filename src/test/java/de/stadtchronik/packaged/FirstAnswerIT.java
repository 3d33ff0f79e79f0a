package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the embedded edition takes to its first answer, and how much memory it needs. Prints the figures; time is only
 * compared with time of the same run, because machines that run tests are busy with other things.
 */
@Tag("full")
class FirstAnswerIT {

    private static final int REQUESTS = 10_000;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final int MOST_MEBIBYTES = 300;

    @Test
    void aStartOnAnExistingFolderTakesLessThanOneThatLoadsTheSample() {
        var city = Installation.fresh(Edition.EMBEDDED, Sample.ENRICHED);
        var first = processorTimeOfStart(city, "empty");
        var second = processorTimeOfStart(city, "existing");
        assertTrue(second.compareTo(first) < 0, () -> "the second start took " + second + " of " + first);
    }

    private static Duration processorTimeOfStart(Installation city, String folder) {
        try (var app = city.launch()) {
            var waited = app.awaitFirstAnswer();
            var worked = new Vitals(app).processorTime();
            System.out.printf(
                    "first answer, %s data folder: after %.2f s, for %.2f s of processor time%n",
                    folder, waited.toMillis() / 1000.0, worked.toMillis() / 1000.0);
            return worked;
        }
    }

    @Test
    void memoryStaysSmallAfterManyRequests() throws IOException, InterruptedException {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (var app = Installation.fresh(Edition.EMBEDDED, Sample.ENRICHED).start()) {
            var vitals = new Vitals(app);
            var atFirst = vitals.memory() / MEBIBYTE;
            var begun = System.nanoTime();
            for (var i = 0; i < REQUESTS; i++) {
                var request = HttpRequest.newBuilder(address(app, i)).build();
                assertEquals(
                        200,
                        client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode());
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            var afterwards = vitals.memory() / MEBIBYTE;
            System.out.printf(
                    "memory: %d MiB after the first answer, %d MiB after %d more over one connection, %.0f a second%n",
                    atFirst, afterwards, REQUESTS, REQUESTS / seconds);
            assertTrue(afterwards < MOST_MEBIBYTES, () -> afterwards + " MiB are resident");
        }
    }

    /** Lists, searches by filter and single items in turn, as a frontend asks. */
    private static URI address(PackagedApp app, int turn) {
        var paths = List.of(
                "/v1/releases",
                "/v1/events?from=2020-03&to=2020-05&kind=LIVESTREAM",
                "/v1/organisations/dfki",
                "/v1/projects?topic=schule&include=lead",
                "/v1/events?limit=100&lang=en");
        return app.address().resolve(paths.get(turn % paths.size()));
    }
}
