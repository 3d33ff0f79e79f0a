package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key from its making to its end. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class KeyStory {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    @BeforeEach
    void anEmptyCityAtNoon() {
        city.isEmpty();
        clock.set(NOON);
    }

    @Test
    void aKeyIsReadAndRevokedByItsState() {
        String id =
                Keys.create("{'name': 'website', 'role': 'author'}").extract().path("id");

        States.areHeeded("/v1/admin/keys/" + id, "");
    }

    @Test
    void aKeyIsShownOnceAndThenOnlyByItsEnding() {
        var created = Keys.create("{'name': 'website', 'role': 'author', 'types': ['releases', 'events'],"
                        + "'expiresAt': '2026-04-01T00:00:00+02:00'}")
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("key", matchesPattern("sck_[0-9a-f]{32}_[A-Za-z0-9_-]{43}"))
                .body("name", equalTo("website"))
                .body("role", equalTo("author"))
                .body("types", equalTo(List.of("events", "releases")))
                .body("createdAt", equalTo("2026-03-01T12:00:00Z"))
                .body("createdBy", equalTo("admin-key"))
                .body("expiresAt", equalTo("2026-03-31T22:00:00Z"))
                .body("$", not(hasKey("revokedAt")))
                .extract();
        String key = created.path("key");
        String id = created.path("id");
        assertEquals("http://localhost:8080/v1/admin/keys/" + id, created.header("Location"));
        assertTrue(key.startsWith("sck_" + id.replace("-", "") + "_"));

        for (var answer : List.of(
                Keys.admin().get("/v1/admin/keys/" + id).then(),
                Keys.admin().get("/v1/admin/keys").then())) {
            var body = answer.statusCode(200)
                    .header("Cache-Control", equalTo("no-store"))
                    .extract()
                    .asString();
            assertTrue(body.contains("\"ending\":\"" + key.substring(key.length() - 4) + "\""));
            assertFalse(body.contains(key.substring(38)));
            assertFalse(body.contains("hash") || body.contains("salt"));
        }
    }

    @Test
    void theKeyIsInNoTable() {
        var key = Keys.of("editor");
        Keys.with(key).get("/v1/admin/keys").then().statusCode(403);
        Keys.admin().get("/v1/admin/audit").then().statusCode(200);

        var tables = new HashSet<String>();
        for (var row :
                city.rows("select table_name, 1 from information_schema.tables where lower(table_schema) = 'public'")) {
            tables.add(row[0].toString());
        }
        assertTrue(tables.stream().anyMatch("api_key"::equalsIgnoreCase), tables.toString());
        var secret = key.substring(37);
        for (var table : tables) {
            for (var row : city.rows("select 1, t.* from \"" + table + "\" t")) {
                for (var value : row) {
                    assertFalse(String.valueOf(value).contains(secret), table);
                }
            }
        }
    }

    @Test
    void eachRoleMayWhatThoseBeforeItMay() {
        for (var role : List.of("partner", "author", "editor")) {
            var refused = Keys.with(Keys.of(role)).get("/v1/admin/keys").then();
            problem(refused, 403, "forbidden")
                    .body("detail", equalTo("Die Rolle dieses Schlüssels erlaubt das nicht."));
        }
        Keys.with(Keys.of("admin")).get("/v1/admin/keys").then().statusCode(200);
        Keys.with(Keys.of("partner", "reader"))
                .get("/v1/organisations/stadt")
                .then()
                .statusCode(200);
    }

    @Test
    void whateverIsWrongWithAKeyTheAnswerIsTheSame() {
        var revoked = Keys.create("{'name': 'revoked', 'role': 'admin'}").extract();
        Keys.admin().delete("/v1/admin/keys/" + revoked.path("id")).then().statusCode(204);
        var expired = Keys.create("{'name': 'expired', 'role': 'admin', 'expiresAt': '2026-03-01T12:00:01Z'}")
                .extract();
        var rotated = Keys.create("{'name': 'rotated', 'role': 'admin'}").extract();
        Keys.admin()
                .post("/v1/admin/keys/" + rotated.path("id") + "/rotate")
                .then()
                .statusCode(200);
        clock.advance(Duration.ofSeconds(1));
        String known = rotated.path("key");

        var answers = new HashSet<Map<String, Object>>();
        var wrong = new ArrayList<>(List.of(
                "Bearer " + revoked.path("key"),
                "Bearer " + expired.path("key"),
                "Bearer " + known,
                "Bearer " + known.substring(0, 79) + (known.endsWith("A") ? "B" : "A"),
                "Bearer sck_00000000000000000000000000000000_" + "A".repeat(43),
                "Bearer sck_kaputt",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.",
                "Bearer",
                "Bearer  ",
                "Basic YWRtaW46YWRtaW4=",
                TestDatabase.ADMIN_KEY));
        for (var authorization : wrong) {
            for (var address : List.of("/v1/admin/keys", "/v1/organisations/stadt", "/")) {
                var answer = problem(
                                given().header("Authorization", authorization)
                                        .get(address)
                                        .then(),
                                401,
                                "unauthenticated")
                        .header("WWW-Authenticate", equalTo("Bearer"))
                        .extract();
                var body = new java.util.TreeMap<>(answer.<Map<String, Object>>path("$"));
                body.remove("traceId");
                body.remove("instance");
                answers.add(body);
            }
        }
        var without = problem(given().get("/v1/admin/keys").then(), 401, "unauthenticated")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .extract();
        var body = new java.util.TreeMap<>(without.<Map<String, Object>>path("$"));
        body.remove("traceId");
        body.remove("instance");
        answers.add(body);
        assertEquals(1, answers.size(), answers.toString());
    }

    @Test
    void aRotatedKeyHasANewSecretAndTheOldOneIsDeadAtOnce() {
        var created = Keys.create("{'name': 'desk', 'role': 'admin'}").extract();
        String id = created.path("id");
        Keys.with(created.path("key")).get("/v1/admin/keys").then().statusCode(200);

        var rotated = Keys.admin()
                .post("/v1/admin/keys/" + id + "/rotate")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("id", equalTo(id))
                .body("name", equalTo("desk"))
                .extract();

        Keys.with(created.path("key")).get("/v1/admin/keys").then().statusCode(401);
        Keys.with(rotated.path("key")).get("/v1/admin/keys").then().statusCode(200);
    }

    @Test
    void aRevokedKeyIsDeadAtOnceAndStaysVisible() {
        var created = Keys.create("{'name': 'desk', 'role': 'admin'}").extract();
        String address = "/v1/admin/keys/" + created.path("id");
        Keys.with(created.path("key")).get(address).then().statusCode(200);

        Keys.admin().delete(address).then().statusCode(204);
        clock.advance(Duration.ofHours(1));
        Keys.admin().delete(address).then().statusCode(204);

        Keys.with(created.path("key")).get(address).then().statusCode(401);
        Keys.admin().get(address).then().statusCode(200).body("revokedAt", equalTo("2026-03-01T12:00:00Z"));
        problem(Keys.admin().post(address + "/rotate").then(), 409, "key-ended");
    }

    @Test
    void aKeyExpiresByItself() {
        var created = Keys.create("{'name': 'summer', 'role': 'admin', 'expiresAt': '2026-03-01T12:01:00Z'}")
                .extract();
        clock.advance(Duration.ofSeconds(59));
        Keys.with(created.path("key")).get("/v1/admin/keys").then().statusCode(200);
        clock.advance(Duration.ofSeconds(1));
        Keys.with(created.path("key")).get("/v1/admin/keys").then().statusCode(401);
        problem(
                Keys.admin()
                        .post("/v1/admin/keys/" + created.path("id") + "/rotate")
                        .then(),
                409,
                "key-ended");
    }

    @Test
    void aNameIsUniqueAmongValidKeysAndNeverThatOfTheServiceItself() {
        var first = Keys.create("{'name': 'desk', 'role': 'author'}")
                .statusCode(201)
                .extract();
        problem(Keys.create("{'name': 'desk', 'role': 'editor'}"), 409, "key-name-taken")
                .body("detail", equalTo("Der Name „desk“ ist vergeben."));
        Keys.admin().delete("/v1/admin/keys/" + first.path("id")).then().statusCode(204);
        Keys.create("{'name': 'desk', 'role': 'editor'}").statusCode(201);
        for (var own : List.of("admin-key", "Sample", "first-start", "anonymous", "oidc:1234", "OIDC:x")) {
            problem(Keys.create("{'name': '" + own + "', 'role': 'editor'}"), 409, "key-name-taken");
        }
    }

    @Test
    void allThatIsWrongWithABodyIsSaidAtOnce() {
        var answer = problem(
                        Keys.create("{'name': ' x', 'role': 'boss', 'types': ['releases', 'nothing', 7],"
                                + "'expiresAt': '2026-03-01T12:00:00Z', 'secret': 'mine', 'a/b': 1}"),
                        422,
                        "invalid-document")
                .extract();
        assertEquals(
                List.of("/secret", "/a~1b", "/name", "/role", "/types/1", "/types/2", "/expiresAt"),
                answer.path("errors.pointer"));
        assertEquals(
                List.of(
                        "unknown-property",
                        "unknown-property",
                        "invalid-name",
                        "unknown-value",
                        "unknown-value",
                        "unknown-value",
                        "not-in-the-future"),
                answer.path("errors.code"));
        assertEquals(List.of("partner", "author", "editor", "admin"), answer.path("errors[3].allowed"));

        for (var body : Map.of(
                        "{'role': 'author', 'name': 'x', 'types': []}",
                        "/types empty",
                        "{'role': 'author', 'name': 'x', 'types': ['events', 'events']}",
                        "/types/1 repeated",
                        "{'name': 'x'}",
                        "/role not-null",
                        "{'name': 'x', 'role': null}",
                        "/role not-null",
                        "{'name': 'x', 'role': 'chef'}",
                        "/role unknown-value")
                .entrySet()) {
            var refused = problem(Keys.create(body.getKey()), 422, "invalid-document");
            refused.body("errors.collect { it.pointer + ' ' + it.code }", equalTo(List.of(body.getValue())));
        }
        for (var body : Map.of(
                        "[]",
                        "",
                        "7",
                        "",
                        "{'name': 'x', 'role': 'admin', 'types': ['events']}",
                        "/types",
                        "{'name': 'x', 'role': 'author', 'types': 'events'}",
                        "/types",
                        "{'name': 'x', 'role': null}",
                        "/role",
                        "{'name': 'a\\u0007b', 'role': 'author'}",
                        "/name",
                        "{'name': '" + "x".repeat(101) + "', 'role': 'author'}",
                        "/name",
                        "{'name': 'x', 'role': 'author', 'expiresAt': 'soon'}",
                        "/expiresAt",
                        "{'name': 'x', 'role': 'author', 'expiresAt': '+999999999-12-31T00:00:00Z'}",
                        "/expiresAt")
                .entrySet()) {
            problem(Keys.create(body.getKey()), 422, "invalid-document")
                    .body("errors.size()", equalTo(1))
                    .body("errors[0].pointer", equalTo(body.getValue()));
        }
        problem(Keys.create("{"), 400, "malformed-json");
        problem(
                Keys.admin()
                        .contentType("application/json")
                        .post("/v1/admin/keys")
                        .then(),
                422,
                "invalid-document");
        problem(Keys.admin().get("/v1/admin/keys?limit=0&cursor=x&name=y").then(), 400, "invalid-parameters")
                .body("errors.parameter", equalTo(List.of("limit", "cursor", "name")));
        problem(Keys.admin().get("/v1/admin/keys/" + SampleCity.newId()).then(), 404, "not-found");
        Keys.admin().get("/v1/admin/keys/desk").then().statusCode(404);
    }

    @Test
    void theyAreListedByPagesTheNewestFirst() {
        for (var name : List.of("eins", "zwei", "drei")) {
            clock.advance(Duration.ofSeconds(1));
            Keys.of("author", name);
        }
        var first = Keys.admin()
                .get("/v1/admin/keys?limit=2")
                .then()
                .statusCode(200)
                .extract();
        var second = Keys.admin()
                .get("/v1/admin/keys?limit=2&cursor=" + first.path("page.next"))
                .then()
                .statusCode(200)
                .body("page.next", equalTo(null))
                .body("links.next", equalTo(null))
                .extract();
        assertEquals(
                "http://localhost:8080/v1/admin/keys?limit=2&cursor=" + first.path("page.next"),
                first.path("links.next"));
        assertEquals(List.of("drei", "zwei"), first.path("data.name"));
        assertEquals(List.of("eins"), second.path("data.name"));
    }

    @Test
    void withTheConfiguredKeyEvenTheLastAdminKeyMayGo() {
        var only = Keys.create("{'name': 'only', 'role': 'admin'}").extract();
        Keys.admin().delete("/v1/admin/keys/" + only.path("id")).then().statusCode(204);
    }

    @Test
    void whoIsNotKnownIsRefusedBeforeTheBodyIsRead() {
        problem(
                given().contentType("application/json")
                        .body("{")
                        .post("/v1/admin/keys")
                        .then(),
                401,
                "unauthenticated");
        problem(
                Keys.with(Keys.of("editor"))
                        .contentType("application/json")
                        .body("{")
                        .post("/v1/admin/keys")
                        .then(),
                403,
                "forbidden");
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .header("Content-Type", equalTo("application/problem+json"))
                .header("Cache-Control", equalTo("no-store"))
                .body("type", equalTo("http://localhost:8080/problems/" + code))
                .body("status", equalTo(status));
    }
}
