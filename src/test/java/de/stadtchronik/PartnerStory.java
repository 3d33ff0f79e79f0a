package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.writing.ContentStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever looks after the service sees how far each partner is. */
@QuarkusTest
@TestProfile(Connected.class)
@WithTestResource(TestDatabase.class)
class PartnerStory {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String PARTNERS = "/v1/admin/partners";

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    @Inject
    ContentStore store;

    private String mainz;

    @BeforeEach
    void anEmptyCityAtNoonWithAPartner() {
        clock.set(NOON);
        city.isEmpty();
        mainz = Keys.of("partner", "mainz");
    }

    @Test
    void whoNeverPulledIsThereToo() {
        Keys.of("editor", "press");
        partners("")
                .body("data.name", contains("mainz"))
                .body("data[0].kind", equalTo("KEY"))
                .body("data[0].status", equalTo("UNUSED"))
                .body("data[0].url", endsWith("/v1/admin/keys/" + keyId()))
                .body("data[0].failures", equalTo(0))
                .body("data[0].lastSuccessAt", nullValue());
    }

    @Test
    void whoPullsIsCurrentUntilSomethingChanges() {
        pull(mainz, "");
        var seq = ((Number) city.rows("select head, 1 from change_counter").get(0)[0]).longValue();
        partners("")
                .body("data.size()", equalTo(1))
                .body("data[0].name", equalTo("mainz"))
                .body("data[0].filter", equalTo(""))
                .body("data[0].status", equalTo("CURRENT"))
                .body("data[0].lastSuccessAt", equalTo("2026-03-01T12:00:00Z"))
                .body("data[0].lastAttemptAt", equalTo("2026-03-01T12:00:00Z"))
                .body("data[0].position", equalTo((int) seq))
                .body("data[0].behind", equalTo(0))
                .body("data[0].behindSince", nullValue())
                .body("data[0].expiresAt", nullValue())
                .body("data[0].failures", equalTo(0));

        clock.advance(Duration.ofMinutes(1));
        city.publishes("topics", "{'label': {'de': 'Eins'}, 'code': 'EINS'}");
        clock.advance(Duration.ofMinutes(1));
        city.publishes("topics", "{'label': {'de': 'Zwei'}, 'code': 'ZWEI'}");

        partners("")
                .body("data[0].status", equalTo("BEHIND"))
                .body("data[0].lastSuccessAt", equalTo("2026-03-01T12:00:00Z"))
                .body("data[0].position", equalTo((int) seq))
                .body("data[0].behind", equalTo(2))
                .body("data[0].behindSince", equalTo("2026-03-01T12:01:00Z"))
                .body(
                        "data[0].expiresAt",
                        equalTo(Instant.parse("2026-03-01T12:01:00Z")
                                .plus(Duration.ofDays(400))
                                .toString()));
    }

    @Test
    void eachFilterHasAPlaceOfItsOwn() {
        city.publishes("topics", "{'label': {'de': 'Eins'}, 'code': 'EINS'}");
        pull(mainz, "?type=TOPIC&limit=1");
        pull(mainz, "?limit=1");

        partners("").body("data.filter", contains("", "type=TOPIC")).body("data.behind", contains(1, 0));
    }

    @Test
    void linesAndEventsCountAsPages() {
        given().accept("application/x-ndjson")
                .header("Authorization", "Bearer " + mainz)
                .get("/v1/changes")
                .then()
                .statusCode(200);
        partners("").body("data.status", contains("CURRENT"));
        given().accept("application/x-ndjson")
                .header("Authorization", "Bearer " + mainz)
                .head("/v1/changes?type=TOPIC")
                .then()
                .statusCode(200);
        given().get("/v1/changes?type=EVENT").then().statusCode(200);
        partners("").body("data.filter", contains(""));
    }

    @Test
    void whatGoesWrongIsCountedUntilItGoesWell() {
        var next = pull(mainz, "?type=TOPIC").getString("next");
        refuse(mainz, "?since=" + next + "&limit=0", 400);
        clock.advance(Duration.ofMinutes(1));
        refuse(mainz, "?since=" + next + "&limit=0", 400);

        partners("")
                .body("data.filter", contains("type=TOPIC"))
                .body("data[0].status", equalTo("FAILING"))
                .body("data[0].failures", equalTo(2))
                .body("data[0].lastError", equalTo("400"))
                .body("data[0].lastSuccessAt", equalTo("2026-03-01T12:00:00Z"))
                .body("data[0].lastAttemptAt", equalTo("2026-03-01T12:01:00Z"));

        pull(mainz, "?since=" + next);
        partners("")
                .body("data[0].status", equalTo("CURRENT"))
                .body("data[0].failures", equalTo(0))
                .body("data[0].lastError", nullValue());
    }

    @Test
    void whoeverOnlyFailsIsThereToo() {
        refuse(mainz, "?type=UNSINN", 400);
        partners("")
                .body("data.name", contains("mainz"))
                .body("data[0].status", equalTo("FAILING"))
                .body("data[0].lastError", equalTo("400"))
                .body("data[0].position", nullValue());
    }

    @Test
    void itIsSaidBeforeSomebodyHasToBeginAnew() {
        var next = pull(mainz, "").getString("next");
        city.publishes("topics", "{'label': {'de': 'Eins'}, 'code': 'EINS'}");
        clock.advance(Duration.ofDays(359));
        store.forgetOldChanges();
        partners("").body("data.status", contains("BEHIND"));
        clock.advance(Duration.ofDays(2));
        store.forgetOldChanges();
        partners("?status=EXPIRING").body("data.name", contains("mainz"));
        clock.advance(Duration.ofDays(40));
        city.publishes("topics", "{'label': {'de': 'Zwei'}, 'code': 'ZWEI'}");
        store.forgetOldChanges();
        partners("")
                .body("data.status", contains("EXPIRED"))
                .body("data[0].behind", nullValue())
                .body("data[0].expiresAt", nullValue());
        refuse(mainz, "?since=" + next, 410);
        partners("").body("data.status", contains("EXPIRED")).body("data[0].lastError", equalTo("410"));
        pull(mainz, "");
        partners("").body("data.status", contains("CURRENT"));
    }

    @Test
    void whoHasNoValidKeyAnyMoreIsNoPartner() {
        pull(mainz, "");
        Keys.admin().delete("/v1/admin/keys/" + keyId()).then().statusCode(204);
        partners("").body("data", empty());

        clock.advance(Duration.ofSeconds(1));
        Keys.of("partner", "mainz");
        partners("").body("data.status", contains("UNUSED"));
    }

    @Test
    void aWebhookAndASourceAreThereToo() throws Exception {
        try (var receiver = new Receiver();
                var neighbour = new Neighbour()) {
            var webhook = Keys.with(mainz)
                    .contentType("application/json")
                    .body("{\"name\": \"website\", \"url\": \"" + receiver.url()
                            + "\", \"filters\": {\"type\": [\"TOPIC\"]}}")
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("id");
            partners("?kind=WEBHOOK")
                    .body("data.name", contains("website"))
                    .body("data[0].id", equalTo(webhook))
                    .body("data[0].owner", equalTo("mainz"))
                    .body("data[0].url", endsWith("/v1/webhooks/" + webhook))
                    .body("data[0].filter", equalTo("type=TOPIC"))
                    .body("data[0].status", equalTo("CURRENT"))
                    .body("data[0].lastSuccessAt", nullValue())
                    .body("data[0].behind", equalTo(0));

            receiver.answers(503);
            city.publishes("topics", "{'label': {'de': 'Eins'}, 'code': 'EINS'}");
            receiver.next();
            until("?kind=WEBHOOK&status=FAILING");
            partners("?kind=WEBHOOK")
                    .body("data[0].behind", equalTo(1))
                    .body("data[0].behindSince", equalTo("2026-03-01T12:00:00Z"))
                    .body("data[0].failures", equalTo(1))
                    .body("data[0].lastError", equalTo("503"));
            Keys.with(mainz).post("/v1/webhooks/" + webhook + "/pause").then().statusCode(200);
            partners("?kind=WEBHOOK").body("data.status", contains("PAUSED"));

            Keys.admin()
                    .contentType("application/json")
                    .body("{\"name\": \"trier\", \"url\": \"" + neighbour.url() + "\"}")
                    .post("/v1/admin/harvest-sources")
                    .then()
                    .statusCode(201);
            until("?kind=HARVEST_SOURCE&status=CURRENT");
            partners("?kind=HARVEST_SOURCE")
                    .body("data.name", contains("trier"))
                    .body("data[0].url", endsWith("/v1/admin/harvest-sources/trier"))
                    .body("data[0].lastSuccessAt", equalTo("2026-03-01T12:00:00Z"))
                    .body("data[0].failures", equalTo(0));
            partners("").body("data.name", contains("mainz", "website", "trier"));
        }
    }

    @Test
    void theListIsReadByPages() {
        for (var name : List.of("koblenz", "trier", "worms")) {
            pull(Keys.of("partner", name), "");
        }
        var first = partners("?limit=3").body("data.name", contains("koblenz", "mainz", "trier"));
        String next = first.extract().path("page.next");
        partners("?limit=3&cursor=" + next).body("data.name", contains("worms")).body("page.next", nullValue());
    }

    @Test
    void oneKeyFillsNoTable() {
        for (var limit = 1; limit <= 25; limit++) {
            clock.advance(Duration.ofSeconds(1));
            pull(mainz, "?lang=x" + (char) ('a' + limit) + "x");
            partners("");
        }
        var filters = partners("?limit=100").extract().jsonPath().getList("data.filter", String.class);
        assertEquals(20, filters.size());
        assertEquals("lang=xgx", filters.stream().min(String::compareTo).orElseThrow());
    }

    @Test
    void whatIsAskedWronglyIsExplained() {
        partnersAre(400, "?status=KAPUTT")
                .body("errors[0].parameter", equalTo("status"))
                .body("errors[0].allowed", notNullValue());
        partnersAre(400, "?cursor=unsinn").body("errors[0].code", equalTo("invalid-cursor"));
        partnersAre(400, "?state=FAILING").body("errors[0].parameter", equalTo("state"));
        given().get(PARTNERS).then().statusCode(401);
        Keys.with(mainz).get(PARTNERS).then().statusCode(403);
    }

    @Test
    void thereIsAMetricForEach() {
        pull(mainz, "?type=TOPIC");
        clock.advance(Duration.ofSeconds(90));
        city.publishes("topics", "{'label': {'de': 'Eins'}, 'code': 'EINS'}");
        clock.advance(Duration.ofSeconds(30));
        var id = partners("").extract().<String>path("data[0].id");
        var labels = "{kind=\"KEY\",name=\"mainz\",filter=\"type=TOPIC\",id=\"" + id + "\"";
        var metrics = metrics();
        assertHas(metrics, "stadtchronik_partner_status" + labels + ",status=\"BEHIND\"} 1.0");
        assertHas(metrics, "stadtchronik_partner_behind_items" + labels + "} 1.0");
        assertHas(metrics, "stadtchronik_partner_behind_seconds" + labels + "} 30.0");
        assertHas(metrics, "stadtchronik_partner_failures" + labels + "} 0.0");
        assertHas(metrics, "stadtchronik_partner_last_success_timestamp_seconds" + labels + "} 1.7723664E9");
        assertHas(
                metrics,
                "stadtchronik_partner_expiry_timestamp_seconds" + labels + "} "
                        + (double)
                                NOON.plusSeconds(90).plus(Duration.ofDays(400)).getEpochSecond());
    }

    private static void assertHas(List<String> metrics, String line) {
        assertTrue(metrics.contains(line), () -> line + " in " + metrics);
    }

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    private List<String> metrics() {
        return given().port(managementPort)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("stadtchronik_"))
                .toList();
    }

    private static JsonPath pull(String key, String query) {
        return Keys.with(key)
                .get("/v1/changes" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void refuse(String key, String query, int status) {
        Keys.with(key).get("/v1/changes" + query).then().statusCode(status);
    }

    private static ValidatableResponse partners(String query) {
        return partnersAre(200, query);
    }

    private static ValidatableResponse partnersAre(int status, String query) {
        return Keys.admin()
                .urlEncodingEnabled(false)
                .get(PARTNERS + query)
                .then()
                .statusCode(status);
    }

    private static String keyId() {
        return Keys.admin().get("/v1/admin/keys").path("data.find { it.name == 'mainz' }.id");
    }

    private static void until(String query) {
        var end = System.nanoTime() + SECONDS.toNanos(20);
        while (partners(query).extract().<List<Object>>path("data").isEmpty()) {
            assertTrue(System.nanoTime() < end, "it never came to be: " + query);
        }
    }
}
