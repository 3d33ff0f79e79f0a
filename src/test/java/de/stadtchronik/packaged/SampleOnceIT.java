package de.stadtchronik.packaged;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample is loaded once, as a whole or not at all. */
class SampleOnceIT {

    private static final Map<String, Integer> WHOLE = Map.of(
            "releases",
            1,
            "events",
            15,
            "event-series",
            3,
            "projects",
            9,
            "organisations",
            22,
            "people",
            6,
            "places",
            6,
            "topics",
            13,
            "faqs",
            2,
            "media",
            3);

    @ParameterizedTest
    @EnumSource(Edition.class)
    void aRestartLoadsNothingTwice(Edition edition) {
        var city = Installation.fresh(edition, Sample.ENRICHED);
        Map<String, String> first;
        try (var app = city.start()) {
            assertEquals(WHOLE, counts(app));
            first = modifications(app);
        }
        try (var app = city.start()) {
            assertEquals(WHOLE, counts(app));
            assertEquals(first, modifications(app));
            assertFalse(app.said().contains("Sample content loaded"));
        }
    }

    /** The moments are spread over the start, which takes as long as it takes here: some hit the loading. */
    @Tag("full")
    @ParameterizedTest
    @EnumSource(Edition.class)
    void aFirstStartThatIsKilledLeavesAllOrNothing(Edition edition) {
        var usual = Installation.fresh(edition, Sample.ENRICHED).launch();
        var start = usual.awaitFirstAnswer().toMillis();
        usual.kill();

        var random = new SplittableRandom();
        for (var part : Stream.of(0.5, 0.7, 0.85).toList()) {
            var city = Installation.fresh(edition, Sample.ENRICHED);
            var killed = city.launch();
            killed.endsWithin(Duration.ofMillis((long) (start * (part + random.nextDouble(0.15)))));
            killed.kill();
            try (var app = city.start()) {
                assertEquals(WHOLE, counts(app));
                app.api()
                        .get("/v1/events/buergerversammlung-smart-city-5g")
                        .then()
                        .statusCode(200)
                        .body("version", equalTo(2))
                        .body("figures.size()", equalTo(4));
            }
        }
    }

    private static Map<String, Integer> counts(PackagedApp app) {
        var counts = new TreeMap<String, Integer>();
        WHOLE.keySet()
                .forEach(path -> counts.put(
                        path,
                        app.api()
                                .get("/v1/" + path + "?limit=1&count=exact")
                                .then()
                                .statusCode(200)
                                .extract()
                                .path("page.total")));
        return counts;
    }

    /** When each item was created and changed, and how often. */
    private static Map<String, String> modifications(PackagedApp app) {
        var found = new TreeMap<String, String>();
        for (var path : WHOLE.keySet()) {
            app.api()
                    .get("/v1/" + path + "?limit=100")
                    .then()
                    .extract()
                    .jsonPath()
                    .<Map<String, Object>>getList("data")
                    .forEach(item -> found.put(
                            path + "/" + item.get("slug"),
                            item.get("createdAt") + " " + item.get("modifiedAt") + " " + item.get("version")));
        }
        return found;
    }
}
