package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * How long the embedded edition takes to its first answer, and how much memory it needs. Prints the figures; the bounds
 * are wide, because machines that run tests are busy with other things.
 */
class FirstAnswerIT {

    private static final Duration SLOW = Duration.ofSeconds(20);
    private static final int REQUESTS = 10_000;
    private static final int MEBIBYTES = 300;

    @Test
    void theFirstAnswerComesSoonOnAnEmptyFolderAndOnAFullOne() {
        var city = Installation.fresh(Edition.EMBEDDED, Sample.ENRICHED);
        for (var folder : List.of("empty", "existing")) {
            try (var app = city.launch()) {
                var time = app.awaitFirstAnswer();
                System.out.printf("first answer, %s data folder: %.2f s%n", folder, time.toMillis() / 1000.0);
                assertTrue(time.compareTo(SLOW) < 0, () -> "the first answer took " + time);
            }
        }
    }

    @Test
    void memoryStaysSmallAfterManyRequests() throws IOException, InterruptedException {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (var app = Installation.fresh(Edition.EMBEDDED, Sample.ENRICHED).start()) {
            var status = Path.of("/proc", String.valueOf(app.pid()), "status");
            Assumptions.assumeTrue(Files.exists(status), "this system has no /proc");
            var atFirst = residentMebibytes(status);
            var begun = System.nanoTime();
            for (var i = 0; i < REQUESTS; i++) {
                var request = HttpRequest.newBuilder(address(app, i)).build();
                assertEquals(
                        200,
                        client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode());
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            var afterwards = residentMebibytes(status);
            System.out.printf(
                    "memory: %d MiB after the first answer, %d MiB after %d more over one connection, %.0f a second%n",
                    atFirst, afterwards, REQUESTS, REQUESTS / seconds);
            assertTrue(afterwards < MEBIBYTES, () -> afterwards + " MiB are resident");
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

    private static long residentMebibytes(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
