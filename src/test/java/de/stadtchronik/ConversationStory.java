package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients and servers say to each other besides the content: headers, caches, other web pages. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ConversationStory {

    private static final List<String> ADDRESSES = List.of("/v1/organisations", "/v1/organisations/stadt");

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void headSaysWhatGetWouldSayWithoutTheBody() {
        for (var address : ADDRESSES) {
            var get = given().get(address).then().statusCode(200).extract();
            var head = given().head(address)
                    .then()
                    .statusCode(200)
                    .body(emptyString())
                    .extract();

            for (var header :
                    List.of("ETag", "Last-Modified", "Content-Type", "Content-Language", "Cache-Control", "Vary")) {
                assertEquals(get.header(header), head.header(header), address + " " + header);
            }
        }
        given().head("/v1/organisations/keine").then().statusCode(404).body(emptyString());
        given().head("/v1/organisations?limit=0").then().statusCode(400);
    }

    /** 300 for requests, and as many as may listen from one address. */
    @Test
    void anAddressHasFiveHundredConnectionsAtMost() throws IOException {
        given().get("/v1/organisations").then().statusCode(200);
        var sockets = new ArrayList<Socket>();
        try {
            for (var n = 0; n < 520; n++) {
                sockets.add(new Socket("127.0.0.1", RestAssured.port));
            }
            var answered = sockets.stream().filter(ConversationStory::answers).count();
            assertTrue(answered <= 500 && answered > 450, () -> answered + " answers");
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        while (true) {
            try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
                if (answers(socket)) {
                    return;
                }
            }
        }
    }

    private static boolean answers(Socket socket) {
        try {
            socket.getOutputStream()
                    .write("GET /v1/organisations HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            return socket.getInputStream().read() == 'H';
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void optionsNamesTheMethods() {
        for (var address : ADDRESSES) {
            var allow =
                    given().options(address).then().statusCode(200).extract().header("Allow");
            assertTrue(Set.of(allow.split(", ?")).containsAll(Set.of("GET", "HEAD", "OPTIONS")));
        }
    }

    @Test
    void optionsNamesTheMethodsOfThatAddressAlone() {
        allows("/v1/releases", "GET, HEAD, OPTIONS, POST");
        allows("/v1/releases/nichts", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
        allows("/v1/releases/nichts/schedule", "DELETE, OPTIONS, POST");
        allows("/v1/releases/nichts/versions/1", "GET, HEAD, OPTIONS");
        allows("/v1/releases/by-source/a/b", "OPTIONS, PUT");
        allows("/v1/import", "OPTIONS, POST");
    }

    private static void allows(String address, String methods) {
        given().options(address).then().statusCode(200).header("Allow", methods);
        given().request("TRACE", address).then().statusCode(405).header("Allow", methods);
    }

    @Test
    void everyWebPageMayRead() {
        given().header("Origin", "https://irgendwo.example")
                .get("/v1/organisations")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Access-Control-Expose-Headers", containsString("Link"));
        given().header("Origin", "https://irgendwo.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "accept-language, if-none-match")
                .options("/v1/organisations/stadt")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Methods", containsString("GET"))
                .header("Access-Control-Allow-Headers", containsString("If-None-Match"))
                .header("Access-Control-Max-Age", equalTo("86400"));
        given().header("Origin", "https://irgendwo.example")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization, content-type, if-match, idempotency-key")
                .options("/v1/organisations/stadt")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", equalTo("GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE"))
                .header(
                        "Access-Control-Allow-Headers",
                        equalTo("Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match,"
                                + " If-Modified-Since, If-None-Match, Last-Event-ID, traceparent"));
        // A shared cache may have asked without an origin.
        given().get("/v1/nichts").then().statusCode(404).header("Access-Control-Allow-Origin", equalTo("*"));
    }

    @Test
    void whoeverHasItAlreadyGetsNothing() {
        for (var address : ADDRESSES) {
            var etag = given().get(address)
                    .then()
                    .header("ETag", matchesPattern("\"[A-Za-z0-9_-]{22}\""))
                    .header("Cache-Control", equalTo("public, max-age=10, stale-if-error=600"))
                    .extract()
                    .header("ETag");

            for (var known : List.of(etag, "W/" + etag, "\"anderes\", " + etag, "*")) {
                given().header("If-None-Match", known)
                        .get(address)
                        .then()
                        .statusCode(304)
                        .body(emptyString())
                        .header("ETag", equalTo(etag));
            }
            given().header("If-None-Match", etag).head(address).then().statusCode(304);
            given().header("If-None-Match", "\"anderes\"").get(address).then().statusCode(200);
            given().header("If-None-Match", etag)
                    .get(address + "?lang=en")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void theLabelsOfOthersBelongToTheTagButNotToTheVersion() {
        var office = city.publishes("organisations", "{'slug': 'amt', 'name': {'de': 'Amt'}}");
        city.publishes("projects", "{'slug': 'p', 'title': {'de': 'P'}, 'lead': 'organisations/amt'}");
        var before =
                Lists.ask("/v1/projects/p").body("lead.title", equalTo("Amt")).extract();

        city.changes("organisations", office, "{'slug': 'amt', 'name': {'de': 'Referat'}}");

        var after = Lists.ask("/v1/projects/p")
                .body("lead.title", equalTo("Referat"))
                .body("version", equalTo(1))
                .extract();
        assertEquals(before.<String>path("modifiedAt"), after.path("modifiedAt"));
        assertNotEquals(before.header("ETag"), after.header("ETag"));
        given().header("If-None-Match", before.header("ETag"))
                .get("/v1/projects/p")
                .then()
                .statusCode(200);
    }

    @Test
    void lastModifiedIsTheNewestOfAllThatIsShown() {
        city.publishes("organisations", "{'slug': 'amt', 'name': {'de': 'Amt'}}");
        var changed = given().get("/v1/organisations/amt").then().extract();

        var format = java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
        var said = java.time.ZonedDateTime.parse(changed.header("Last-Modified"), format)
                .toInstant();
        assertEquals(
                java.time.Instant.parse(changed.path("modifiedAt")).truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                said);
        given().get("/v1/organisations").then().header("Last-Modified", equalTo(changed.header("Last-Modified")));
    }
}
