package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.problem.ProblemType;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever fails says what is wrong, where, and what would have been right; and nothing else. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ProblemStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void anUnknownPathIsAProblemWithAllItsParts() {
        problem(given().header("Accept-Language", "en").get("/v1/relases"), 404, "unknown-path")
                .header("Content-Language", equalTo("en"))
                .header("Cache-Control", equalTo("no-store"))
                .body("title", equalTo("There is no such path"))
                .body("detail", equalTo("There is no path /v1/relases. Did you mean “/v1/releases”?"))
                .body("instance", equalTo("/v1/relases"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("size()", equalTo(6));
        problem(given().header("Accept-Language", "fr, en;q=0.5").get("/v2"), 404, "unknown-path")
                .header("Content-Language", equalTo("en"));
        problem(given().get("/v2"), 404, "unknown-path").body("title", equalTo("Diesen Pfad gibt es nicht"));
        problem(given().get("/v1/releases/a/b"), 404, "unknown-path");
        problem(given().post("/nichts"), 404, "unknown-path");
    }

    @Test
    void anUnknownItemIsAProblem() {
        problem(given().get("/v1/releases/nie-da"), 404, "not-found")
                .body(
                        "detail",
                        equalTo(
                                "Unter /v1/releases gibt es nichts Veröffentlichtes mit der Id oder dem Kurznamen „nie-da“."));
        problem(given().get("/v1/releases/" + SampleCity.newId()), 404, "not-found");
        problem(given().get("/v1/releases/NIE DA%"), 404, "not-found");
    }

    @Test
    void aMethodThatIsNotThereIsAProblemThatNamesThoseThatAre() {
        for (var path : List.of("/v1/search", "/v1/organisations/stadt/versions")) {
            for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                var allow = problem(
                                given().contentType("application/json")
                                        .body("{}")
                                        .request(method, path),
                                405,
                                "method-not-allowed")
                        .extract()
                        .header("Allow");
                assertEquals(java.util.Set.of("GET", "HEAD", "OPTIONS"), java.util.Set.of(allow.split(", ?")));
            }
        }
    }

    @Test
    void aFormatThatIsNotThereIsAProblem() {
        problem(given().accept("application/pdf").get("/v1/releases"), 406, "not-acceptable");
        given().accept("text/html, application/json;q=0.5")
                .get("/v1/releases")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        problem(
                        given().get("/v1/events?limit=0&sort=tite&knd=X&year=2020-13&lang=&highlight=yes&highlight=no"),
                        400,
                        "invalid-parameters")
                .body("detail", equalTo("Ungültige Parameter: 6, siehe errors."))
                .body("errors", hasSize(6))
                .body("errors.parameter", hasItems("limit", "sort", "knd", "year", "lang", "highlight"))
                .body(
                        "errors.find { it.parameter == 'sort' }.message",
                        equalTo("sort kennt den Wert „tite“ nicht. War „title“ gemeint?"))
                .body(
                        "errors.find { it.parameter == 'knd' }.message",
                        equalTo("Den Parameter „knd“ gibt es hier nicht. War „kind“ gemeint?"))
                .body("errors.find { it.parameter == 'knd' }.allowed", hasItems("kind", "limit", "sort", "from"))
                .body("errors.find { it.parameter == 'knd' }.code", equalTo("unknown-parameter"))
                .body("errors.find { it.parameter == 'lang' }.code", equalTo("empty"))
                .body("errors.find { it.parameter == 'highlight' }.code", equalTo("repeated"));
    }

    @Test
    void parametersOfListsAreRefusedOnItems() {
        problem(given().get("/v1/organisations/stadt?limit=5"), 400, "invalid-parameters")
                .body("errors.code", contains("unknown-parameter"))
                .body("errors[0].allowed", contains("bodyFormat", "fields", "include", "lang", "preview", "view"));
        problem(given().get("/v1/organisations/stadt?lang=de,en"), 400, "invalid-parameters");
    }

    @Test
    void listsOfValuesHaveLimits() {
        problem(given().get("/v1/events?kind=LIVESTREAM,,CONGRESS"), 400, "invalid-parameters")
                .body("errors.code", contains("empty"));
        problem(given().get("/v1/events?limit=1&limit=2"), 400, "invalid-parameters")
                .body("errors.code", contains("repeated"));
        var many = String.join(
                ",",
                java.util.stream.IntStream.range(0, 101)
                        .mapToObj(i -> SampleCity.newId().toString())
                        .toList());
        problem(given().get("/v1/events?mentions=" + many), 400, "invalid-parameters")
                .body("errors.code", contains("too-many-values"));
    }

    /** A page that forgets to encode a percent sign is told so, and not only that something was wrong. */
    @Test
    void whatIsNoWebAddressIsRefused() {
        for (var address : List.of(
                "/v1/releases?sort=%zz",
                "/v1/releases?kind=100%", "/v1/releases/%4", "/v1/releases/%zz", "/v1/%ff%fe")) {
            var answer = RawRequest.line("GET " + address + " HTTP/1.1");

            assertEquals(400, answer.status(), address);
            assertEquals("*", answer.header("Access-Control-Allow-Origin"), address);
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), address);
            assertEquals(
                    "Die Adresse ist nicht lesbar: Nach % stehen zwei Hexziffern, die Bytes sind UTF-8 (RFC 3986).",
                    answer.json().getString("detail"), address);
        }
    }

    /** Browsers leave some signs of a query as they are, curl leaves all. */
    @Test
    void whatCanOnlyMeanOneThingIsRead() {
        for (var sent : List.of("Übersicht", "a|b", "{x}", "a^b`c", "a\\b", "\"x\"", "a[b]<c>")) {
            var answer = RawRequest.line("GET /v1/releases?" + sent + "=1 HTTP/1.1");
            assertEquals(400, answer.status(), sent);
            assertEquals(sent, answer.json().getString("errors[0].parameter"), sent);
        }
        assertEquals(
                "Den Pfad /v1/{x} gibt es nicht.",
                RawRequest.line("GET /v1/{x} HTTP/1.1").json().getString("detail"));
    }

    @Test
    void noByteOfAnAddressIsOurFault() {
        for (var path : List.of(
                "/v1/releases/%00",
                "/v1/releases/a%00b",
                "/v1/releases?source=a%00",
                "/v1/releases?mentions=a%00b",
                "/v1/releases?source=%7Bx%7D",
                "/v1/releases?source={x}",
                "/v1/releases?%00=1",
                "/v1/releases/%F0%9F%8E%89",
                "/v1/releases?source=%F0%9F%8E%89",
                "/v1/releases?source=%ED%A0%80",
                "/v1/releases?source='",
                "/v1/releases?kind=%25s",
                "/v1/releases?lang=%25s",
                "/v1/releases?year=%25s",
                "/v1/releases?topic=%25s",
                "/v1/releases?%25s=%25d",
                "/v1/releases?publishedAt.gte=%2B999999999-12-31T23:59:59Z",
                "/v1/releases?modifiedSince=0000-01-01T00:00:00Z",
                "/v1/releases/..",
                "/v1/releases/%2e%2e/x",
                "/v1//releases",
                "/v1/releases/",
                "/problems/%00",
                "/?lang=%00")) {
            var answer = RawRequest.line("GET " + path + " HTTP/1.1");

            assertTrue(answer.status() < 500, path + " gave " + answer.status());
            assertFalse(answer.body().contains("\0"), path);
        }
    }

    @Test
    void tooMuchIsAProblem() {
        problem(given().get("/v1/releases?source=" + "x".repeat(8000)), 414, "address-too-long");
        assertEquals(
                414,
                RawRequest.line("GET /v1/" + "x".repeat(20_000) + " HTTP/1.1").status());
        var header = "GET /v1/releases HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n";
        assertEquals(431, RawRequest.send(header).status());
        problem(
                        given().contentType("application/json")
                                .body("x".repeat(2 * 1024 * 1024))
                                .post("/v1/releases"),
                        413,
                        "body-too-large")
                .body("detail", equalTo("Der Inhalt der Anfrage überschreitet 1 MiB."));
        problem(given().get("/v1/releases?lang=en&source=" + "x".repeat(8000)), 414, "address-too-long")
                .body("title", equalTo(ProblemType.ADDRESS_TOO_LONG.title().english()));
    }

    @Test
    void ofManyMistakesTheFirstTenAreExplained() {
        var unknown =
                IntStream.range(0, 100).mapToObj(n -> "gibt-es-nicht-" + n).collect(Collectors.joining(","));
        problem(given().get("/v1/search?mentions=" + unknown + "&topic=" + unknown), 400, "invalid-parameters")
                .body("detail", equalTo("Ungültige Parameter: 200, siehe errors."))
                .body("errors", hasSize(10))
                .body("moreErrors", equalTo(190))
                .body("errors.collect { it.allowed == null ? 0 : it.allowed.size() }.max()", lessThanOrEqualTo(10));
    }

    @Test
    void wordsThatPeopleTryLeadToTheRightOnes() {
        city.publishes("events", "{'title': {'de': 'E'}, 'kind': 'CONGRESS'}");
        var meant = Map.of(
                "month", "War „from“ oder „to“ gemeint?",
                "date", "War „from“ oder „to“ gemeint?",
                "page", "War „cursor“ gemeint?",
                "offset", "War „cursor“ gemeint?",
                "tag", "War „topic“ gemeint?",
                "category", "War „topic“ oder „kind“ gemeint?",
                "per_page", "War „limit“ gemeint?",
                "orderBy", "War „sort“ gemeint?",
                "knd", "War „kind“ gemeint?");
        meant.forEach((word, question) -> problem(given().get("/v1/events?" + word + "=x"), 400, "invalid-parameters")
                .body("errors[0].code", equalTo("unknown-parameter"))
                .body("errors[0].message", equalTo("Den Parameter „" + word + "“ gibt es hier nicht. " + question)));
        problem(given().get("/v1/projects?page=2&lang=en"), 400, "invalid-parameters")
                .body("errors[0].message", equalTo("There is no parameter “page” here. Did you mean “cursor”?"));
        problem(given().get("/v1/events?sort=name"), 400, "invalid-parameters")
                .body("errors[0].message", equalTo("sort kennt den Wert „name“ nicht. War „title“ gemeint?"));
    }

    @Test
    void pathsThatPeopleTryLeadToTheRightOnes() {
        var meant = Map.of(
                "/v1/event", "/v1/events",
                "/v1/news", "/v1/releases",
                "/v1/person/anna", "/v1/people/anna",
                "/v1/organizations", "/v1/organisations",
                "/v1/topics/x/version", "/v1/topics/x/versions",
                "/v1/admin/key", "/v1/admin/keys",
                "/v2/events", "/v1/events");
        meant.forEach((path, right) -> problem(given().get(path + "?lang=en"), 404, "unknown-path")
                .body("detail", equalTo("There is no path " + path + ". Did you mean “" + right + "”?")));
        Map.of(
                        "/docs", "/q/swagger-ui/",
                        "/swagger", "/q/swagger-ui/",
                        "/openapi.json", "/q/openapi",
                        "/api", "/v1",
                        "/events", "/v1/events",
                        "/events/x", "/v1/events/x",
                        "/api/events", "/v1/events",
                        "/api/v1/events", "/v1/events",
                        "/news", "/v1/releases")
                .forEach((path, right) -> problem(given().get(path + "?lang=en"), 404, "unknown-path")
                        .body("detail", equalTo("There is no path " + path + ". Did you mean “" + right + "”?")));
        for (var path : List.of("/apix", "/v1/xyzxyz", "/v1/topics/x/versions/abc")) {
            problem(given().get(path), 404, "unknown-path")
                    .body("detail", equalTo("Den Pfad " + path + " gibt es nicht."));
        }
    }

    /** As caches see it, too: WHATWG URL, section 5.1. */
    @Test
    void onlyAnAmpersandSeparatesParameters() {
        Lists.ask("/v1/events?limit=1;fields=title")
                .statusCode(400)
                .body("errors.parameter", contains("limit"))
                .body("errors.code", contains("out-of-range"));
        Lists.ask("/v1/events?sort=title;x=1&limit=5")
                .statusCode(400)
                .body("errors.parameter", contains("sort"))
                .body("errors[0].message", equalTo("sort kennt den Wert „title;x=1“ nicht."));
        Lists.ask("/v1/admin/keys?lang=en").statusCode(401);
        Lists.ask("/v1/events?limit=0;lang=en").header("Content-Language", equalTo("de"));
        Lists.ask("/v1/events?source=a%3Bb&limit=5&source=").statusCode(400).body("errors.code", contains("repeated"));
    }

    @Test
    void noTextIsLongerThanTheDocumentSays() {
        var path = "/v1/releases/" + "x".repeat(7000);
        problem(given().get(path), 404, "not-found")
                .body("detail.length()", lessThanOrEqualTo(2000))
                .body("instance.length()", equalTo(1000))
                .body("instance", equalTo(path.substring(0, 999) + "…"));
        problem(given().get("/v1/" + "x".repeat(7000)), 404, "unknown-path")
                .body("detail.length()", lessThanOrEqualTo(2000));
        problem(given().get("/v1/" + "x".repeat(9000)), 414, "address-too-long")
                .body("instance.length()", equalTo(1000));
    }

    /** RFC 9112, section 6.1: a proxy may have gone by the other of the two. */
    @Test
    void aBodyHasOneLength() {
        var head = "POST /v1/topics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        for (var lengths : List.of(
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 12\r\n")) {
            var answer = RawRequest.send(head + lengths + "\r\n2\r\n{}\r\n0\r\n\r\n");
            assertEquals(400, answer.status());
            assertEquals("*", answer.header("Access-Control-Allow-Origin"));
            assertEquals(
                    "http://localhost:8080/problems/malformed-request",
                    answer.json().getString("type"));
            assertEquals(
                    "Content-Length und Transfer-Encoding schließen einander aus.",
                    answer.json().getString("detail"));
        }
        assertEquals(
                401,
                RawRequest.send(head + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
                        .status());
    }

    @Test
    void aBodyThatBreaksOffIsAProblem() {
        var key = "Authorization: Bearer " + TestDatabase.ADMIN_KEY + "\r\n";
        for (var request : List.of(
                "POST /v1/topics HTTP/1.1\r\nContent-Type: application/json\r\n" + key,
                "POST /v1/import HTTP/1.1\r\nContent-Type: application/x-ndjson\r\n" + key)) {
            var answer = RawRequest.send(
                    request + "Host: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nzz\r\n{}\r\n0\r\n\r\n");
            assertEquals(400, answer.status(), request);
            assertEquals("close", answer.header("Connection"));
            assertEquals(
                    "http://localhost:8080/problems/malformed-request",
                    answer.json().getString("type"));
        }
    }

    @Test
    void aRequestNamesOneHost() {
        for (var hosts : List.of("", "Host: localhost\r\nHost: evil.example\r\n")) {
            var answer = RawRequest.send("GET /v1/releases HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n");
            assertEquals(400, answer.status());
            assertEquals(
                    "http://localhost:8080/problems/malformed-request",
                    answer.json().getString("type"));
        }
    }

    /** RFC 9112, section 6.3: nobody else knows where such a body ends. */
    @Test
    void aBodyIsChunkedOrHasALength() {
        for (var encoding :
                List.of("identity", "gzip", "xchunked", "gzip, chunked", "chunked\r\nTransfer-Encoding: identity")) {
            var answer = RawRequest.send("POST /v1/topics HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: " + encoding
                    + "\r\n\r\nGET /v1/nichts HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertEquals(400, answer.status(), encoding);
            assertEquals(
                    "Transfer-Encoding kann nur chunked sein.", answer.json().getString("detail"));
            assertEquals(1, answer.headers().split("HTTP/1.1 ", -1).length - 1);
        }
    }

    /** RFC 9112, section 3.2, asks for a host in HTTP/1.1 only. */
    @Test
    void anOldRequestNeedsNoHost() {
        for (var path : List.of("/v1/topics", "/v1/changes", "/v1/search", "/")) {
            assertEquals(
                    200, RawRequest.send("GET " + path + " HTTP/1.0\r\n\r\n").status(), path);
        }
        assertEquals(404, RawRequest.send("GET /v1/nichts HTTP/1.0\r\n\r\n").status());
        assertEquals(401, RawRequest.send("POST /v1/topics HTTP/1.0\r\n\r\n").status());
    }

    @Test
    void browsersAreToldWhatNotToDo() {
        for (var path : List.of("/v1/releases", "/v1/nichts", "/", "/problems/gone", "/q/swagger-ui/", "/q/openapi")) {
            given().get(path).then().header("X-Content-Type-Options", equalTo("nosniff"));
        }
        for (var page : List.of("/", "/problems/gone", "/q/swagger-ui/")) {
            given().accept("text/html")
                    .get(page)
                    .then()
                    .statusCode(200)
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Referrer-Policy", equalTo("no-referrer"));
        }
    }

    @Test
    void nothingInternalIsShown() {
        for (var path : List.of(
                "/v1/releases?cursor=bnVsbA",
                "/v1/releases?limit=x",
                "/v1/releases/%00",
                "/nichts",
                "/v1/releases?sort=id;drop")) {
            given().urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .body(not(containsString("Exception")))
                    .body(not(containsString("de.stadtchronik")))
                    .body(not(containsString("java")))
                    .body(not(containsString("select ")))
                    .header("Server", org.hamcrest.Matchers.nullValue());
        }
    }

    @Test
    void theTraceOfTheCallerIsKept() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/v1/x")
                .then()
                .body("traceId", equalTo(trace));
        given().header("traceparent", "00-KEINE").get("/v1/x").then().body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void everyTypeOfProblemHasAPageInBothLanguages() {
        for (var type : ProblemType.values()) {
            for (var language : Map.of(
                            "de", type.title().german(), "en", type.title().english())
                    .entrySet()) {
                given().header("Accept-Language", language.getKey())
                        .get("/problems/" + type.code())
                        .then()
                        .statusCode(200)
                        .contentType("text/html;charset=UTF-8")
                        .body(containsString("<html lang=\"" + language.getKey() + "\""))
                        .body(containsString("<h1>" + language.getValue() + "</h1>"));
            }
        }
        given().get("/problems/unknown-path?lang=en")
                .then()
                .statusCode(200)
                .body(containsString("There is no such path"))
                .body(not(containsString(">Imprint</a>")));
        problem(given().get("/problems/keins"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid-parameters, /q/swagger-ui/, All paths and their parameters in Swagger UI",
        "stale-revision, /q/swagger-ui/?urls.primaryName=Everything, 'What editors send, with keys and If-Match, in Swagger UI'",
        "gone, /v1/search, All public items (JSON)",
        "cursor-expired, /v1/changes, 'All changes from the start, page by page (JSON)'",
        "internal-error, /, To the start page"
    })
    void thePageOfAProblemSaysWhereToGoOn(String code, String address, String words) {
        given().get("/problems/" + code + "?lang=en")
                .then()
                .body(containsString("<p><a href=\"" + address + "\">" + words + "</a></p>"));
        given().get(address).then().statusCode(200);
    }

    static ValidatableResponse problem(io.restassured.response.Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .header("Content-Type", equalTo("application/problem+json"))
                .body("type", equalTo("http://localhost:8080/problems/" + code))
                .body("status", equalTo(status));
    }
}
