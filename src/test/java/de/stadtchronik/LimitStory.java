package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody gets a share. Each story asks from an address of its own, as a trusted proxy would pass it on. */
@QuarkusTest
@TestProfile(Limited.class)
@WithTestResource(TestDatabase.class)
class LimitStory {

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    @BeforeEach
    void anEmptyCityAtNoon() {
        city.isEmpty();
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void everyAnswerSaysHowMuchIsLeft() {
        from("192.0.2.1")
                .get("/v1/organisations")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"default\";q=6;w=60"))
                .header("RateLimit", equalTo("\"default\";r=5;t=10"));
        from("192.0.2.1")
                .get("/v1/organisations/keine")
                .then()
                .statusCode(404)
                .header("RateLimit", equalTo("\"default\";r=4;t=20"));
        from("192.0.2.1")
                .header("Authorization", "Bearer sck_falsch")
                .get("/v1/organisations")
                .then()
                .statusCode(401)
                .header("RateLimit", equalTo("\"default\";r=3;t=30"));
        clock.advance(Duration.ofSeconds(10));
        from("192.0.2.1")
                .head("/v1/nichts")
                .then()
                .statusCode(404)
                .header("RateLimit-Policy", equalTo("\"default\";q=6;w=60"))
                .header("RateLimit", equalTo("\"default\";r=3;t=30"));
    }

    @Test
    void whoAsksTooOftenHasToWait() {
        for (var i = 0; i < 6; i++) {
            from("192.0.2.2").get("/v1/organisations").then().statusCode(200);
        }
        from("192.0.2.2")
                .get("/v1/organisations")
                .then()
                .statusCode(429)
                .header("Content-Type", equalTo("application/problem+json"))
                .header("Retry-After", equalTo("10"))
                .header("RateLimit", equalTo("\"default\";r=0;t=10"))
                .body("type", equalTo("http://localhost:8080/problems/rate-limited"));
        from("192.0.2.3").get("/v1/organisations").then().statusCode(200);
        clock.advance(Duration.ofSeconds(10));
        from("192.0.2.2").get("/v1/organisations").then().statusCode(200);
        from("192.0.2.2").get("/v1/organisations").then().statusCode(429);
    }

    @Test
    void itCountsHoweverThePathIsSpelt() {
        for (var spelling :
                List.of("/", "//v1/topics", "/%761/topics", "/./v1/topics", "/x/../v1/topics", "/problems/gone")) {
            assertEquals(200, spelt(spelling).status(), spelling);
        }
        for (var spelling :
                List.of("/", "//v1/topics", "/%761/topics", "/./v1/topics", "/x/../v1/topics", "/problems/gone")) {
            assertEquals(429, spelt(spelling).status(), spelling);
        }
    }

    private static RawRequest spelt(String path) {
        return RawRequest.send("GET " + path
                + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.11\r\nConnection: close\r\n\r\n");
    }

    @Test
    void aKeyHasALimitOfItsOwnWhereverItComesFrom() {
        var partner = Keys.of("partner");
        for (var address : List.of("192.0.2.4", "192.0.2.5", "192.0.2.6")) {
            from(address)
                    .header("Authorization", "Bearer " + partner)
                    .get("/v1/organisations")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", equalTo("\"default\";q=3;w=60"));
        }
        from("192.0.2.7")
                .header("Authorization", "Bearer " + partner)
                .get("/v1/organisations")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("20"));
        from("192.0.2.7").get("/v1/organisations").then().statusCode(200);
    }

    @Test
    void whoLooksAfterTheServiceSeesWhoPullsTooOften() {
        var partner = Keys.of("partner", "eager");
        for (var status : List.of(200, 200, 200, 429)) {
            Keys.with(partner).get("/v1/changes").then().statusCode(status);
        }
        Keys.admin()
                .get("/v1/admin/partners?status=FAILING")
                .then()
                .body("data.name", equalTo(List.of("eager")))
                .body("data[0].failures", equalTo(1))
                .body("data[0].lastError", equalTo("429"));
    }

    /** Of eight places, one address gets two, and two are kept for keys. */
    @Test
    void nobodyTakesAllPlacesOfListeners() throws Exception {
        try (var crowd = new Crowd()) {
            for (var address :
                    List.of("203.0.113.11", "203.0.113.11", "203.0.113.12", "203.0.113.12", "203.0.113.13")) {
                assertEquals(200, crowd.listens(address, ""));
            }
            assertEquals(429, crowd.listens("203.0.113.11", ""));
            assertEquals(200, crowd.listens("203.0.113.14", ""));
            from("203.0.113.15")
                    .accept("text/event-stream")
                    .get("/v1/changes")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", equalTo("30"))
                    .body("type", equalTo("http://localhost:8080/problems/too-many-listeners"));
            assertEquals(200, crowd.listens("203.0.113.15", Keys.of("admin")));
        }
    }

    @Test
    void whatHasNoLimitSaysNothing() {
        for (var i = 0; i < 10; i++) {
            from("192.0.2.8").get("/q/openapi").then().statusCode(200).header("RateLimit", nullValue());
            Keys.admin().get("/v1/admin/keys").then().statusCode(200).header("RateLimit-Policy", nullValue());
        }
    }

    @Test
    void anIpv6NetworkCountsAsOneAddress() {
        for (var i = 0; i < 6; i++) {
            from("[2001:db8:0:1::" + i + "]").get("/v1/organisations").then().statusCode(200);
        }
        from("2001:db8:0:1:ffff::1").get("/v1/organisations").then().statusCode(429);
        from("2001:db8:0:2::1").get("/v1/organisations").then().statusCode(200);
    }

    @Test
    void onlyWhatTheProxyItselfWroteCounts() {
        for (var i = 0; i < 6; i++) {
            from("198.51.100." + i + ", 192.0.2.9")
                    .get("/v1/organisations")
                    .then()
                    .statusCode(200);
        }
        from("198.51.100.9, 192.0.2.9").get("/v1/organisations").then().statusCode(429);
        from("192.0.2.9, 10.1.2.3").get("/v1/organisations").then().statusCode(429);
        given().header("Forwarded", "for=198.51.100.1, for=\"192.0.2.9:4711\";proto=https")
                .get("/v1/organisations")
                .then()
                .statusCode(429);
    }

    @Test
    void theHeadersOfAProxyChangeNothingElse() {
        from("192.0.2.10")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .get("/v1/organisations")
                .then()
                .body("links.self", equalTo("http://localhost:8080/v1/organisations"));
    }

    static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    /** Listens over connections of its own, until closed. */
    private static final class Crowd implements AutoCloseable {

        private final HttpClient http = HttpClient.newHttpClient();
        private final List<InputStream> streams = new ArrayList<>();

        /** The status of the answer. */
        int listens(String address, String key) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + Partner.CHANGES))
                    .headers("Accept", "text/event-stream", "X-Forwarded-For", address);
            if (!key.isEmpty()) {
                request.header("Authorization", "Bearer " + key);
            }
            var answer = http.send(request.build(), BodyHandlers.ofInputStream());
            streams.add(answer.body());
            return answer.statusCode();
        }

        @Override
        public void close() throws IOException {
            for (var stream : streams) {
                stream.close();
            }
        }
    }
}
