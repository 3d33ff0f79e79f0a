package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What stories do with the source “mainz”, which is a neighbour. */
final class Mainz {

    static final String SOURCES = "/v1/admin/harvest-sources";
    static final String MAINZ = SOURCES + "/mainz";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Mainz() {}

    static String topic(String slug, String label) {
        return topic(slug, label, "'altLabels': []");
    }

    static String topic(String slug, String label, String more) {
        var code = slug.toUpperCase(Locale.ROOT).replace('-', '_');
        return "{'code': '" + code + "', 'slug': '" + slug + "', 'label': {'de': '" + label + "'}, " + more + "}";
    }

    /** Harvests the neighbour for the first time. */
    static void begins(Neighbour neighbour, String more) {
        create("mainz", neighbour.url(), more).statusCode(201).header("Location", endsWith(MAINZ));
        until(() -> ended() == 1);
    }

    static ValidatableResponse create(String name, String url, String more) {
        return Desk.ADMIN.post(SOURCES, "{'name': '" + name + "', 'url': '" + url + "'" + more + "}");
    }

    /** Harvests the neighbour once more. */
    static void runs() {
        after(() -> Desk.ADMIN.post(MAINZ + "/run", "").statusCode(202));
    }

    /** Waits for the run that a call has begin. */
    static void after(Runnable call) {
        var before = ended();
        call.run();
        until(() -> ended() == before + 1);
    }

    private static int ended() {
        return source().extract().<Integer>path("runs");
    }

    static ValidatableResponse source() {
        return Desk.ADMIN.get(MAINZ).statusCode(200);
    }

    static ValidatableResponse rejects() {
        return Desk.ADMIN.get(MAINZ + "/rejects").statusCode(200);
    }

    static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(true)
                .get(path)
                .then();
    }

    static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not within " + PATIENCE);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
