package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what, and who tried to. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class AuditStory {

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    @BeforeEach
    void anEmptyCityAtNoon() {
        // Refusals of the test before may still be on their way; who reads the trail waits for them.
        Keys.admin().get("/v1/admin/audit").then().statusCode(200);
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        city.isEmpty();
    }

    @Test
    void everyDeedIsThereTheNewestFirst() {
        clock.advance(Duration.ofMinutes(1));
        String key = Keys.create("{'name': 'desk', 'role': 'author'}").extract().path("id");
        clock.advance(Duration.ofMinutes(1));
        Keys.admin().post("/v1/admin/keys/" + key + "/rotate").then().statusCode(200);
        clock.advance(Duration.ofMinutes(1));
        Keys.admin().delete("/v1/admin/keys/" + key).then().statusCode(204);

        var city = given().get("/v1/organisations/stadt").then().extract().<String>path("id");
        Keys.admin()
                .get("/v1/admin/audit")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("page", equalTo(Map.of("limit", 20)))
                .body("links", equalTo(Map.of("self", "http://localhost:8080/v1/admin/audit")))
                .body(
                        "data",
                        equalTo(List.of(
                                deed("12:03", "admin-key", "KEY_REVOKE", "KEY", key, 0, 5),
                                deed("12:02", "admin-key", "KEY_ROTATE", "KEY", key, 0, 4),
                                deed("12:01", "admin-key", "KEY_CREATE", "KEY", key, 0, 3),
                                deed("12:00", "story", "PUBLISH", "ORGANISATION", city, 1, 2),
                                deed("12:00", "story", "CREATE", "ORGANISATION", city, 0, 1))));
    }

    @Test
    void whatIsRefusedIsThereWithoutSlugsAndAddresses() {
        var editor = Keys.of("editor", "newsroom");
        var id = SampleCity.newId().toString();
        clock.advance(Duration.ofMinutes(1));
        Keys.with(editor).delete("/v1/admin/keys/" + id).then().statusCode(403);
        clock.advance(Duration.ofMinutes(1));
        given().get("/v1/admin/audit").then().statusCode(401);
        clock.advance(Duration.ofMinutes(1));
        Keys.with("sck_falsch").get("/v1/people/erika-mustermann").then().statusCode(401);
        clock.advance(Duration.ofMinutes(1));
        Keys.with("sck_falsch").get("/v1/people/" + id).then().statusCode(401);
        clock.advance(Duration.ofMinutes(1));
        Keys.with("sck_falsch").get("/erika-mustermann").then().statusCode(401);

        var trail = Keys.admin()
                .get("/v1/admin/audit?outcome=REFUSED")
                .then()
                .statusCode(200)
                .extract();
        assertEquals(
                List.of(
                        refusal("12:05", "anonymous", "GET", "unauthenticated"),
                        with(
                                refusal("12:04", "anonymous", "GET /v1/people/{idOrSlug}", "unauthenticated"),
                                "PERSON",
                                id),
                        with(
                                refusal("12:03", "anonymous", "GET /v1/people/{idOrSlug}", "unauthenticated"),
                                "PERSON",
                                ""),
                        refusal("12:02", "anonymous", "GET /v1/admin/audit", "unauthenticated"),
                        with(refusal("12:01", "newsroom", "DELETE /v1/admin/keys/{id}", "forbidden"), "", id)),
                trail.path("data"));
        for (var forbidden : List.of("mustermann", "falsch", "127.0.0.1", editor)) {
            assertFalse(trail.asString().contains(forbidden));
        }
    }

    @Test
    void itIsReadPageByPage() {
        // All at the same moment: the trail still has an order, and no line is lost or doubled.
        for (var i = 0; i < 3; i++) {
            Keys.of("author", "key " + i);
            given().get("/v1/admin/keys").then().statusCode(401);
        }
        var whole = Keys.admin().get("/v1/admin/audit").then().extract().<List<Object>>path("data");
        assertEquals(8, whole.size());

        var read = new ArrayList<Object>();
        var address = "/v1/admin/audit?limit=3";
        var pages = 0;
        while (address != null) {
            var page =
                    Keys.admin().get(address).then().statusCode(200).extract().jsonPath();
            read.addAll(page.getList("data"));
            var next = page.getString("links.next");
            address = next == null ? null : next.substring("http://localhost:8080".length());
            pages++;
        }
        assertEquals(3, pages);
        assertEquals(whole, read);
    }

    @Test
    void itIsNarrowedByAllThatItSays() {
        clock.advance(Duration.ofMinutes(1));
        var key = Keys.create("{'name': 'desk', 'role': 'author'}").extract();
        clock.advance(Duration.ofMinutes(1));
        Keys.with(key.path("key")).get("/v1/admin/keys").then().statusCode(403);

        assertEquals(List.of("GET /v1/admin/keys"), actions("actor=desk"));
        assertEquals(List.of("KEY_CREATE"), actions("actor=admin-key"));
        assertEquals(List.of("PUBLISH"), actions("action=PUBLISH"));
        assertEquals(List.of("GET /v1/admin/keys"), actions("action=GET /v1/admin/keys"));
        assertEquals(List.of("KEY_CREATE", "PUBLISH", "CREATE"), actions("outcome=DONE"));
        assertEquals(List.of("KEY_CREATE"), actions("type=KEY"));
        assertEquals(List.of("KEY_CREATE"), actions("item=" + key.path("id")));
        assertEquals(List.of("GET /v1/admin/keys", "KEY_CREATE"), actions("from=2026-03-01T13:01:00%2B01:00"));
        assertEquals(List.of("KEY_CREATE"), actions("from=2026-03-01T12:01:00Z&to=2026-03-01T12:02:00Z"));
        assertEquals(List.of(), actions("actor=nobody"));
    }

    @Test
    void whatItDoesNotKnowIsRefusedAllAtOnce() {
        Keys.admin()
                .get(
                        "/v1/admin/audit?action=PUBLSH&outcome=done&type=RELEASES&item=x&from=gestern&cursor=kaputt&limit=0&who=me")
                .then()
                .statusCode(400)
                .body("type", equalTo("http://localhost:8080/problems/invalid-parameters"))
                .body(
                        "errors.parameter",
                        equalTo(List.of("action", "outcome", "type", "item", "from", "cursor", "limit", "who")))
                .body("errors[0].message", containsString("PUBLISH"))
                .body("errors[2].message", containsString("RELEASE"));
        Keys.admin()
                .get("/v1/admin/audit?action=GET /v1/admin/kyes")
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("action")));
        Keys.with(Keys.of("editor")).get("/v1/admin/audit").then().statusCode(403);
    }

    @Test
    void onlyTheNewestTenThousandRefusalsAreKept() {
        city.execute("insert into refusal (number, at, actor, action, reason)"
                + " select nextval('refusal_number'), timestamp with time zone '2026-01-01 00:00:00+00', 'old', 'GET', 'forbidden'"
                + " from " + (TestDatabase.isPostgres() ? "generate_series(1, 10000)" : "system_range(1, 10000)"));
        for (var i = 0; i < 3; i++) {
            given().get("/v1/admin/keys").then().statusCode(401);
        }
        Keys.admin().get("/v1/admin/audit").then().statusCode(200);
        var counts = city.rows("select count(*), count(nullif(actor, 'old')) from refusal")
                .get(0);
        assertEquals(10_000L, counts[0]);
        assertEquals(3L, counts[1]);
    }

    private static List<String> actions(String query) {
        return Keys.admin()
                .urlEncodingEnabled(false)
                .get("/v1/admin/audit?" + query.replace(" ", "%20"))
                .then()
                .statusCode(200)
                .extract()
                .path("data.action");
    }

    private static Map<String, Object> deed(
            String time, String actor, String action, String type, String item, int version, int position) {
        return Map.of(
                "at", "2026-03-01T" + time + ":00Z",
                "actor", actor,
                "action", action,
                "outcome", "DONE",
                "type", type,
                "item", item,
                "version", version,
                "position", position);
    }

    private static Map<String, Object> refusal(String time, String actor, String action, String reason) {
        return Map.of(
                "at", "2026-03-01T" + time + ":00Z",
                "actor", actor,
                "action", action,
                "outcome", "REFUSED",
                "reason", reason);
    }

    private static Map<String, Object> with(Map<String, Object> refusal, String type, String item) {
        var more = new java.util.HashMap<>(refusal);
        if (!type.isEmpty()) {
            more.put("type", type);
        }
        if (!item.isEmpty()) {
            more.put("item", item);
        }
        return more;
    }
}
