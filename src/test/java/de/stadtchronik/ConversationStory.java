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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients and servers say to each other besides the content: headers, caches, other web pages. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ConversationStory {

    private static final List<String> ADDRESSES = List.of("/v1/organisations", "/v1/organisations/stadt");

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

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
                sockets.add(new Socket(InetAddress.getLoopbackAddress(), RestAssured.port));
            }
            var answered = sockets.stream().filter(ConversationStory::answers).count();
            // Other stories left some open.
            assertTrue(answered <= 500 && answered > 250, () -> answered + " answers");
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        while (true) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
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

    /** RFC 5789, sections 2.2 and 3.1. */
    @Test
    void whereAPatchIsTakenItsFormatsAreSaid() {
        for (var address : List.of("/v1/releases/nichts", "/v1/webhooks/nichts", "/v1/admin/harvest-sources/nichts")) {
            given().options(address)
                    .then()
                    .statusCode(200)
                    .header("Accept-Patch", "application/merge-patch+json, application/json");
            Keys.admin()
                    .contentType("text/plain")
                    .body("x")
                    .patch(address)
                    .then()
                    .statusCode(415)
                    .header("Accept-Patch", "application/merge-patch+json, application/json");
        }
        given().options("/v1/releases").then().header("Accept-Patch", nullValue());
        given().options("/v1/nichts").then().statusCode(404).header("Content-Type", "application/problem+json");
    }

    @Test
    void whatIsNotOursIsOnlyRead() {
        for (var address : List.of(
                "/q/openapi-reading.json",
                "/q/swagger-ui",
                "/q/swagger-ui/",
                "/q/swagger-ui/swagger-ui.css",
                "/sample/verbundene-punkte.svg",
                "/favicon.ico")) {
            for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                given().contentType("application/json")
                        .body("{}")
                        .request(method, address)
                        .then()
                        .statusCode(405)
                        .header("Content-Type", "application/problem+json")
                        .header("Allow", "GET, HEAD, OPTIONS");
            }
            given().options(address).then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        }
        for (var method : List.of("GET", "POST", "DELETE", "OPTIONS")) {
            for (var address : List.of("/q/nichts", "/favicon.gif", "/nichts")) {
                given().request(method, address)
                        .then()
                        .statusCode(404)
                        .header("Content-Type", "application/problem+json");
            }
        }
    }

    @Test
    void whatMayBeAnotherTomorrowCanBeAskedAgain() {
        for (var address : List.of(
                "/q/swagger-ui/",
                "/q/swagger-ui/index.html",
                "/q/swagger-ui/logo.png",
                "/favicon.ico",
                "/sample/verbundene-punkte.svg",
                "/q/openapi")) {
            var tag = given().get(address)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "public, no-cache")
                    .header("ETag", matchesPattern("\"[0-9a-f-]+(gzip)?\""))
                    .extract()
                    .header("ETag");
            given().header("If-None-Match", tag)
                    .get(address)
                    .then()
                    .statusCode(304)
                    .body(emptyString())
                    .header("ETag", tag)
                    .header("Content-Type", nullValue());
        }
    }

    /** RFC 9110, section 6.6.1. */
    @Test
    void everyAnswerSaysWhenItWasGiven() {
        clock.set(Instant.parse("2030-03-01T12:00:00.700Z"));
        for (var address :
                List.of("/v1/organisations", "/", "/v1/nichts", "/v1/topics?x=1", "/q/swagger-ui/", "/problems/gone")) {
            given().get(address).then().header("Date", "Fri, 01 Mar 2030 12:00:00 GMT");
        }
        given().accept("application/x-ndjson")
                .get("/v1/changes")
                .then()
                .header("Date", "Fri, 01 Mar 2030 12:00:00 GMT");
        given().options("/v1/topics").then().header("Date", "Fri, 01 Mar 2030 12:00:00 GMT");
        assertEquals(
                "Fri, 01 Mar 2030 12:00:00 GMT",
                RawRequest.line("GET /v1/topics/%ff HTTP/1.1").header("Date"));
    }

    @Test
    void theStartIsThereForPeopleAndForPrograms() {
        given().accept("text/html")
                .header("Accept-Language", "en")
                .get("/")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("Content-Language", "en")
                .header("Vary", "Accept, Accept-Language");
        given().get("/")
                .then()
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("Content-Language", "de");
        for (var address : List.of("/", "/v1")) {
            given().accept("application/json")
                    .get(address)
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .header("Vary", "Accept, Accept-Encoding, Accept-Language")
                    .header("Content-Language", "de")
                    .header("Cache-Control", "public, max-age=10, stale-while-revalidate=10, stale-if-error=600")
                    .body("data.find { it.type == 'PERSON' }.url", equalTo("http://localhost:8080/v1/people"))
                    .body("links.self", equalTo("http://localhost:8080/v1"))
                    .body("links.openapi", equalTo("http://localhost:8080/q/openapi"))
                    .body("links.changes", equalTo("http://localhost:8080/v1/changes"));
        }
        given().accept("image/png").get("/").then().statusCode(406);
        given().get("/v1?x=1").then().statusCode(400);
        given().header("Accept-Language", "en")
                .get("/problems/gone")
                .then()
                .header("Content-Language", "en")
                .header("Vary", "Accept, Accept-Language");
    }

    /** It is led from its folder to its page within. */
    @Test
    void swaggerUiTakesNoPlaceForLonger() {
        for (var n = 0; n < 20; n++) {
            given().get("/q/swagger-ui/").then().statusCode(200);
        }
        given().get("/v1/topics").then().statusCode(200);
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
                .header(
                        "Access-Control-Expose-Headers",
                        equalTo("Accept-Patch, Age, Allow, Content-Disposition, Content-Language, Date, ETag,"
                                + " Idempotency-Replayed, Last-Modified, Link, Location, RateLimit, RateLimit-Policy,"
                                + " Retry-After, WWW-Authenticate"));
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
                    .header(
                            "Cache-Control",
                            equalTo("public, max-age=10, stale-while-revalidate=10, stale-if-error=600"))
                    .extract()
                    .header("ETag");

            for (var known : List.of(etag, "W/" + etag, "\"anderes\", " + etag, "*")) {
                given().header("If-None-Match", known)
                        .get(address)
                        .then()
                        .statusCode(304)
                        .body(emptyString())
                        .header("Content-Type", nullValue())
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
    void lastModifiedIsTheNewestChangeThatTouchedTheAnswer() {
        var office = city.publishes("organisations", "{'slug': 'amt', 'name': {'de': 'Amt'}}");
        changedAt("2030-03-01T12:00:01.500Z", () -> {
            city.publishes("projects", "{'slug': 'p', 'title': {'de': 'P'}, 'lead': 'organisations/amt'}");
            city.publishes("projects", "{'slug': 'q', 'title': {'de': 'Q'}}");
        });
        modified("Fri, 01 Mar 2030 12:00:01 GMT", "/v1/projects", "/v1/projects/p", "/v1/projects/q", "/v1/search");

        // A label is a part of what shows it.
        changedAt(
                "2030-03-01T12:00:10Z",
                () -> city.changes("organisations", office, "{'slug': 'amt', 'name': {'de': 'Referat'}}"));
        modified("Fri, 01 Mar 2030 12:00:10 GMT", "/v1/projects", "/v1/projects/p", "/v1/organisations", "/v1/search");
        modified("Fri, 01 Mar 2030 12:00:01 GMT", "/v1/projects/q");

        // So is that it is not there any more.
        changedAt("2030-03-01T12:00:20Z", () -> withdraws(office));
        modified("Fri, 01 Mar 2030 12:00:20 GMT", "/v1/projects", "/v1/projects/p", "/v1/organisations", "/v1/search");
        modified("Fri, 01 Mar 2030 12:00:20 GMT", "/v1/projects/p/versions/1", "/v1/projects/p/versions/1/diff");
        modified("Fri, 01 Mar 2030 12:00:01 GMT", "/v1/projects/q");

        changedAt("2030-03-01T12:00:30Z", () -> city.drafts("projects", "{'title': {'de': 'Entwurf'}}"));
        modified("Fri, 01 Mar 2030 12:00:20 GMT", "/v1/projects", "/v1/search");
    }

    private void changedAt(String moment, Runnable work) {
        clock.set(Instant.parse(moment));
        work.run();
    }

    private static void modified(String at, String... addresses) {
        for (var address : addresses) {
            given().get(address).then().statusCode(200).header("Last-Modified", equalTo(at));
        }
    }

    private static void withdraws(UUID office) {
        new Desk(TestDatabase.ADMIN_KEY)
                .on("/v1/organisations/" + office, "POST", "/withdraw", "{}")
                .statusCode(200);
    }

    @Test
    void whoeverHasWhatDidNotChangeSinceGetsNothing() {
        changedAt("2030-03-01T12:00:01.500Z", () -> city.publishes("topics", "{'slug': 't', 'label': {'de': 'T'}}"));
        clock.set(Instant.parse("2030-03-01T12:00:02.900Z"));
        since("Fri, 01 Mar 2030 12:00:01 GMT").get("/v1/topics/t").then().statusCode(200);
        clock.set(Instant.parse("2030-03-01T12:00:03Z"));
        for (var address : List.of("/v1/topics", "/v1/topics/t", "/v1/search")) {
            since("Fri, 01 Mar 2030 12:00:01 GMT")
                    .get(address)
                    .then()
                    .statusCode(304)
                    .body(emptyString())
                    .header("Content-Type", nullValue())
                    .header("Last-Modified", equalTo("Fri, 01 Mar 2030 12:00:01 GMT"));
            since("Fri, 01 Mar 2030 12:00:00 GMT").get(address).then().statusCode(200);
            since("Fri, 01 Mar 2030 12:00:02 GMT").get(address).then().statusCode(200);
            since("gestern").get(address).then().statusCode(200);
            since("Fri, 01 Mar 2030 12:00:01 GMT")
                    .header("If-None-Match", "\"anderes\"")
                    .get(address)
                    .then()
                    .statusCode(200);
            since("Fri, 01 Mar 2030 12:00:01 GMT").head(address).then().statusCode(304);
        }
    }

    private static RequestSpecification since(String moment) {
        return given().header("If-Modified-Since", moment);
    }
}
