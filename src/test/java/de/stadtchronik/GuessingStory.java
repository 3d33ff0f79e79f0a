package de.stadtchronik;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who tries keys gets ten attempts a minute, and then no answer at all. */
@QuarkusTest
@TestProfile(Limited.class)
@WithTestResource(TestDatabase.class)
class GuessingStory {

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    @BeforeEach
    void anEmptyCityAtNoon() {
        // Refusals of the test before may still be on their way; who reads the trail waits for them.
        Keys.admin().get("/v1/admin/audit").then().statusCode(200);
        city.isEmpty();
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void afterTenWrongKeysOthersHaveToWaitButARightOnePasses() {
        for (var i = 0; i < 10; i++) {
            guess("203.0.113.1", "sck_" + i, 401);
        }
        clock.advance(Duration.ofSeconds(18));
        for (var key : List.of("sck_10", "eyJ.any.thing")) {
            LimitStory.from("203.0.113.1")
                    .header("Authorization", "Bearer " + key)
                    .get("/")
                    .then()
                    .statusCode(429)
                    .header("Content-Type", equalTo("application/problem+json"))
                    .header("Retry-After", equalTo("42"))
                    .body("type", equalTo("http://localhost:8080/problems/locked-out"));
        }
        LimitStory.from("203.0.113.1").get("/q/openapi").then().statusCode(200);
        guess("203.0.113.1", TestDatabase.ADMIN_KEY, 200);
        guess("203.0.113.2", "sck_10", 401);

        clock.advance(Duration.ofSeconds(42));
        guess("203.0.113.1", "sck_10", 401);
    }

    @Test
    void rightKeysAreNotCounted() {
        for (var i = 0; i < 20; i++) {
            guess("203.0.113.3", TestDatabase.ADMIN_KEY, 200);
        }
    }

    @Test
    void theAuditTrailSaysOnceThatSomebodyIsLockedOut() {
        for (var i = 0; i < 10; i++) {
            guess("203.0.113.4", "sck_" + i, 401);
        }
        for (var i = 0; i < 5; i++) {
            guess("203.0.113.4", "sck_" + i, 429);
        }
        var trail = Keys.admin()
                .get("/v1/admin/audit?outcome=REFUSED")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var reasons = trail.<String>getList("data.reason");
        assertEquals(11, reasons.size());
        assertEquals("locked-out", reasons.get(0));
        assertEquals(10, reasons.stream().filter("unauthenticated"::equals).count());
        assertFalse(trail.prettyPrint().contains("203.0.113"));
    }

    private static void guess(String address, String key, int status) {
        LimitStory.from(address)
                .header("Authorization", "Bearer " + key)
                .get("/")
                .then()
                .statusCode(status);
    }
}
