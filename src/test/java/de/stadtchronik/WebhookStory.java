package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner is told that something changed, whatever happens on the way. */
@QuarkusTest
@TestProfile(Connected.class)
@WithTestResource(TestDatabase.class)
class WebhookStory {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    private Receiver receiver;
    private String partner;

    @BeforeEach
    void anEmptyCityAtNoonWithAPartner() {
        city.isEmpty();
        clock.set(NOON);
        receiver = new Receiver();
        partner = Keys.of("partner");
    }

    @AfterEach
    void theReceiverCloses() {
        receiver.close();
    }

    @Test
    void aWebhookIsReadAndChangedByItsState() {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        with(partner).post(address(webhook) + "/pause").then().statusCode(200);

        States.areHeeded(address(webhook), "{\"name\": \"app\"}");
    }

    @Test
    void aMessageSaysWhatChangedAndIsSigned() {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        String secret = webhook.path("secret");
        long position = head();
        assertEquals(position, webhook.jsonPath().getLong("position"));

        var id = city.publishes("topics", topic("klima"));

        var letter = receiver.next();
        assertEquals("/hook?from=city", letter.path());
        assertEquals("application/json", letter.contentType());
        assertEquals(Long.toString(NOON.getEpochSecond()), letter.timestamp());
        assertEquals(signature(secret, letter), letter.signature());
        var json = letter.json();
        assertEquals("content.changed", json.getString("type"));
        assertEquals("2026-03-01T12:00:00Z", json.getString("timestamp"));
        assertEquals(
                List.of(Map.of(
                        "seq",
                        (int) head(),
                        "type",
                        "TOPIC",
                        "id",
                        id.toString(),
                        "op",
                        "UPSERT",
                        "version",
                        1,
                        "changedAt",
                        "2026-03-01T12:00:00Z")),
                json.getList("data.changes"));
        assertFalse(json.getBoolean("data.hasMore"));
        assertTrue(json.getString("data.url").startsWith("http://localhost:8080/v1/changes?since="));
        assertFalse(json.getString("data.next").isEmpty());
        assertFalse(letter.body().contains("klima"));

        until(() -> position(webhook) == head());
        var deliveries = deliveries(webhook);
        assertEquals(List.of(letter.id()), deliveries.path("data.id"));
        deliveries
                .response()
                .then()
                .body("data[0].kind", equalTo("CHANGES"))
                .body("data[0].state", equalTo("DELIVERED"))
                .body("data[0].since", equalTo((int) position))
                .body("data[0].until", equalTo((int) head()))
                .body("data[0].attempts.size()", equalTo(1))
                .body("data[0].attempts[0].at", equalTo("2026-03-01T12:00:00Z"))
                .body("data[0].attempts[0].status", equalTo(204))
                .body("data[0].attempts[0]", not(hasKey("error")))
                .body("data[0]", not(hasKey("nextAttemptAt")));
    }

    @Test
    void theSecretIsShownOnceAndTheOldOneSignsForADay() {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        String first = webhook.path("secret");
        assertTrue(first.matches("whsec_[A-Za-z0-9+/]{43}="));
        get(webhook).body("$", not(hasKey("secret")));
        with(partner).get("/v1/webhooks").then().body("data[0]", not(hasKey("secret")));

        String second = with(partner)
                .post(address(webhook) + "/rotate-secret")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("formerSecretUntil", equalTo("2026-03-02T12:00:00Z"))
                .extract()
                .path("secret");
        assertNotEquals(first, second);

        clock.advance(Duration.ofHours(24).minusSeconds(1));
        city.publishes("topics", topic("eins"));
        var both = receiver.next();
        assertEquals(signature(second, both) + " " + signature(first, both), both.signature());

        until(() -> position(webhook) == head());
        clock.advance(Duration.ofSeconds(1));
        get(webhook).body("$", not(hasKey("formerSecretUntil")));
        city.publishes("topics", topic("zwei"));
        var one = receiver.next();
        assertEquals(signature(second, one), one.signature());
    }

    @Test
    void onlyWhatFitsIsTold() {
        var webhook = created("{'name': 'website', 'url': '%s', 'filters': {'type': ['PROJECT']}}");
        city.publishes("topics", topic("klima"));
        until(() -> position(webhook) == head());
        city.drafts("projects", "{'slug': 'entwurf', 'title': {'de': 'Entwurf'}}");
        until(() -> position(webhook) == head());
        assertEquals(0, receiver.waiting());
        assertEquals(List.of(), deliveries(webhook).path("data"));

        city.publishes("projects", "{'slug': 'projekt', 'title': {'de': 'Projekt'}}");
        assertEquals(List.of("PROJECT"), receiver.next().json().getList("data.changes.type"));
    }

    @Test
    void whatIsGoneIsTold() {
        created("{'name': 'website', 'url': '%s'}");
        var id = city.publishes("topics", topic("klima"));
        receiver.next();
        Desk.ADMIN
                .on("/v1/topics/" + id, "POST", "/withdraw", "{'explanation': {'de': 'Alt.'}}")
                .statusCode(200);
        var change = receiver.next().json();
        assertEquals(List.of("DELETE"), change.getList("data.changes.op"));
        assertEquals(List.of("WITHDRAWN"), change.getList("data.changes.reason"));
    }

    @Test
    void aFailureIsRetriedWithTheSameMessageAndTheNextOneTellsTheRest() {
        receiver.answers(500);
        var webhook = created("{'name': 'website', 'url': '%s'}");
        var first = city.publishes("topics", topic("eins"));
        var letter = receiver.next();
        until(() -> failures(webhook) == 1);
        var second = city.publishes("topics", topic("zwei"));
        var moment = NOON;
        for (var pause : List.of(5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)) {
            var failed = failures(webhook);
            var next = Instant.parse(get(webhook).extract().path("nextAttemptAt"));
            assertFalse(next.isBefore(moment.plusSeconds(pause)), next + " is too early");
            assertFalse(next.isAfter(moment.plusMillis(pause * 1100L)), next + " is too late");
            assertEquals(next.toString(), deliveries(webhook).path("data[0].nextAttemptAt"));
            assertEquals(0, receiver.waiting());
            moment = next;
            clock.set(next);
            if (pause == 86_400) {
                receiver.answers(200);
            }
            var again = receiver.next();
            assertEquals(letter.id(), again.id());
            assertEquals(letter.body(), again.body());
            assertEquals(Long.toString(next.getEpochSecond()), again.timestamp());
            assertEquals(signature(webhook.path("secret"), again), again.signature());
            until(() -> failures(webhook) != failed);
        }
        assertEquals(List.of(first.toString()), letter.json().getList("data.changes.id"));

        var rest = receiver.next();
        assertNotEquals(letter.id(), rest.id());
        assertEquals(List.of(second.toString()), rest.json().getList("data.changes.id"));
        until(() -> position(webhook) == head());
        assertEquals(10, deliveries(webhook).<List<?>>path("data[1].attempts").size());
    }

    @Test
    void afterTheLastAttemptItIsDisabledUntilItIsResumed() {
        receiver.answers(302, Map.of("Location", receiver.url()));
        var webhook = created("{'name': 'website', 'url': '%s'}");
        city.publishes("topics", topic("eins"));
        for (var attempt = 1; attempt <= 10; attempt++) {
            receiver.next();
            var made = attempt;
            until(() -> made == 10 ? status(webhook).equals("DISABLED") : failures(webhook) == made);
            clock.advance(Duration.ofHours(27));
        }
        get(webhook).body("reason", equalTo("EXHAUSTED")).body("$", not(hasKey("nextAttemptAt")));
        deliveries(webhook)
                .response()
                .then()
                .body("data[0].state", equalTo("FAILED"))
                .body("data[0].attempts.status", equalTo(java.util.Collections.nCopies(10, 302)));
        assertEquals(0, receiver.waiting());

        receiver.answers(200);
        city.publishes("topics", topic("zwei"));
        with(partner)
                .post(address(webhook) + "/resume")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("reason", nullValue());
        assertEquals(2, receiver.next().json().getList("data.changes").size());
    }

    @Test
    void whoSaysGoneIsLeftAlone() {
        receiver.answers(410);
        var webhook = created("{'name': 'website', 'url': '%s'}");
        city.publishes("topics", topic("eins"));
        receiver.next();
        until(() -> status(webhook).equals("DISABLED"));
        get(webhook).body("reason", equalTo("GONE")).body("failures", equalTo(0));
    }

    @Test
    void aRevokedKeyStopsItsWebhooks() {
        var mine = created("{'name': 'mine', 'url': '%s'}");
        var other = Keys.of("partner", "other");
        var its = create(other, "{'name': 'its', 'url': '%s'}").statusCode(201).extract();
        String key = Keys.admin().get("/v1/admin/keys").path("data.find { it.name == 'a-partner' }.id");
        Keys.admin().delete("/v1/admin/keys/" + key).then().statusCode(204);
        get(mine).body("status", equalTo("DISABLED")).body("reason", equalTo("KEY_REVOKED"));
        get(its).body("status", equalTo("ACTIVE"));
        assertEquals(
                List.of("WEBHOOK_PAUSE", "WEBHOOK_CREATE", "WEBHOOK_CREATE"),
                Keys.admin().get("/v1/admin/audit?type=WEBHOOK").path("data.action"));

        city.publishes("topics", topic("eins"));
        receiver.next();
        until(() -> position(its) == head());
        assertEquals(0, receiver.waiting());
        assertEquals(List.of(), deliveries(mine).path("data"));

        partner = Keys.of("partner");
        with(partner).post(address(mine) + "/resume").then().statusCode(200).body("status", equalTo("ACTIVE"));
        receiver.next();
    }

    @Test
    void retryAfterIsHonouredWithinReason() {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        var expected = new ArrayList<>(List.of(Duration.ofMinutes(20), Duration.ofHours(24), Duration.ofHours(3)));
        for (var header : List.of("1200", "999999999", "Sun, 01 Mar 2026 15:00:00 GMT")) {
            clock.set(NOON);
            receiver.answers(503, Map.of("Retry-After", header));
            city.publishes("topics", topic("t" + expected.size()));
            receiver.next();
            until(() -> failures(webhook) == 1);
            get(webhook)
                    .body("nextAttemptAt", equalTo(NOON.plus(expected.remove(0)).toString()));
            receiver.answers(200);
            with(partner).post(address(webhook) + "/resume").then().statusCode(200);
            receiver.next();
            until(() -> failures(webhook) == 0);
        }
    }

    @Test
    void whatIsPausedGetsNothingUntilItIsResumed() {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        var other = created("{'name': 'other', 'url': '%s'}");
        with(partner).post(address(webhook) + "/pause").then().statusCode(200).body("status", equalTo("PAUSED"));
        city.publishes("topics", topic("eins"));
        city.publishes("topics", topic("zwei"));
        until(() -> position(other) == head());
        var told = receiver.waiting();
        assertTrue(deliveries(webhook).<List<?>>path("data").isEmpty());

        with(partner).post(address(webhook) + "/resume").then().statusCode(200);
        until(() -> position(webhook) == head());
        for (var i = 0; i < told; i++) {
            receiver.next();
        }
        assertEquals(2, receiver.next().json().getList("data.changes").size());
    }

    @Test
    void messagesAreSentAgain() {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        var start = position(webhook);
        city.publishes("topics", topic("eins"));
        var first = receiver.next();
        until(() -> position(webhook) == head());
        city.publishes("topics", topic("zwei"));
        var second = receiver.next();
        until(() -> position(webhook) == head());

        replay(webhook, "{'delivery': '" + first.id() + "'}").statusCode(200);
        var again = receiver.next();
        assertEquals(first.id(), again.id());
        assertEquals(first.body(), again.body());
        until(() -> deliveries(webhook).path("data[1].attempts.size()").equals(2));
        assertEquals(List.of("DELIVERED", "DELIVERED"), deliveries(webhook).path("data.state"));
        until(() -> position(webhook) == head());
        assertEquals(0, receiver.waiting());

        replay(webhook, "{'since': " + start + "}").statusCode(200).body("position", equalTo((int) start));
        var all = receiver.next();
        assertNotEquals(second.id(), all.id());
        assertEquals(2, all.json().getList("data.changes").size());
        until(() -> position(webhook) == head());

        for (var wrong : Map.of(
                        "{}",
                        " one-of",
                        "{'since': 0, 'delivery': '" + first.id() + "'}",
                        " one-of",
                        "{'since': -1}",
                        "/since not-a-position",
                        "{'since': 1.5}",
                        "/since not-a-position",
                        "{'since': '1'}",
                        "/since not-a-position",
                        "{'since': 99999999}",
                        "/since not-a-position",
                        "{'delivery': 'x'}",
                        "/delivery not-an-id")
                .entrySet()) {
            replay(webhook, wrong.getKey())
                    .statusCode(422)
                    .body("errors.collect { (it.pointer ?: '') + ' ' + it.code }", equalTo(List.of(wrong.getValue())));
        }
        replay(webhook, "{'delivery': '" + SampleCity.newId() + "'}").statusCode(404);
        var stranger = created("{'name': 'stranger', 'url': '%s'}");
        replay(stranger, "{'delivery': '" + first.id() + "'}").statusCode(404);
    }

    @Test
    void aPingTellsWhatBecameOfIt() {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        with(partner).post(address(webhook) + "/pause").then().statusCode(200);
        var answer = with(partner)
                .post(address(webhook) + "/ping")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("kind", equalTo("PING"))
                .body("state", equalTo("DELIVERED"))
                .body("attempts.size()", equalTo(1))
                .body("attempts[0].status", equalTo(204))
                .extract();
        var letter = receiver.next();
        assertEquals(answer.path("id"), letter.id());
        assertEquals("webhook.ping", letter.json().getString("type"));
        assertEquals(signature(webhook.path("secret"), letter), letter.signature());

        receiver.answers(404);
        with(partner)
                .post(address(webhook) + "/ping")
                .then()
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("attempts[0].status", equalTo(404))
                .body("$", not(hasKey("nextAttemptAt")));
        assertEquals(List.of("FAILED", "DELIVERED"), deliveries(webhook).path("data.state"));

        receiver.close();
        with(partner)
                .post(address(webhook) + "/ping")
                .then()
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("attempts[0].error", equalTo("CONNECTION"))
                .body("attempts[0]", not(hasKey("status")));
        get(webhook).body("failures", equalTo(0));
        replay(webhook, "{'delivery': '" + letter.id() + "'}").statusCode(404);
    }

    @Test
    void onePingAtATime() throws InterruptedException {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        receiver.waits();
        var first = new Thread(() -> with(partner).post(address(webhook) + "/ping"));
        first.start();
        receiver.next();
        with(partner).post(address(webhook) + "/ping").then().statusCode(429).header("Retry-After", equalTo("15"));
        receiver.goesOn();
        first.join();
        with(partner).post(address(webhook) + "/ping").then().statusCode(200);
    }

    @Test
    void everybodyHasTheirOwn() {
        var mine = created("{'name': 'mine', 'url': '%s'}");
        var other = Keys.of("editor", "other");
        for (var call : List.of("", "/pause", "/resume", "/ping", "/rotate-secret", "/replay", "/deliveries")) {
            var request = with(other).contentType("application/json").body("{\"since\": 0}");
            var answer = call.isEmpty() || call.equals("/deliveries")
                    ? request.get(address(mine) + call)
                    : request.post(address(mine) + call);
            answer.then()
                    .statusCode(404)
                    .body("type", equalTo("http://localhost:8080/problems/not-found"))
                    .body("detail", equalTo("Es gibt keinen Webhook mit der Id " + mine.path("id") + "."));
        }
        patch(other, mine, "{'name': 'x'}").statusCode(404);
        with(other).delete(address(mine)).then().statusCode(404);
        with(other).get("/v1/webhooks").then().statusCode(200).body("data", equalTo(List.of()));
        given().get("/v1/webhooks").then().statusCode(401);

        Keys.admin()
                .get("/v1/webhooks")
                .then()
                .statusCode(200)
                .body("data.name", equalTo(List.of("mine")))
                .body("data.owner", equalTo(List.of("a-partner")));
        Keys.admin().post(address(mine) + "/pause").then().statusCode(200);
        Keys.admin().delete(address(mine)).then().statusCode(204);
        with(partner).get(address(mine)).then().statusCode(404);
        assertEquals(
                List.of("WEBHOOK_DELETE", "WEBHOOK_PAUSE", "WEBHOOK_CREATE"),
                Keys.admin().get("/v1/admin/audit?type=WEBHOOK").path("data.action"));
        assertEquals(
                List.of("admin-key", "admin-key", "a-partner"),
                Keys.admin().get("/v1/admin/audit?type=WEBHOOK").path("data.actor"));
    }

    @Test
    void nobodyHasMoreThanTenButAdministrators() {
        IntStream.range(0, 10).forEach(i -> created("{'name': 'w" + i + "', 'url': '%s'}"));
        create(partner, "{'name': 'eleven', 'url': '%s'}")
                .statusCode(409)
                .body("type", equalTo("http://localhost:8080/problems/too-many-webhooks"))
                .body("detail", equalTo("Mehr als 10 Webhooks sind nicht erlaubt."));
        IntStream.range(0, 11)
                .forEach(i -> create(TestDatabase.ADMIN_KEY, "{'name': 'a" + i + "', 'url': '%s'}")
                        .statusCode(201));

        var first = with(partner).get("/v1/webhooks?limit=6").then().extract();
        assertEquals(List.of("w9", "w8", "w7", "w6", "w5", "w4"), first.path("data.name"));
        var next = "http://localhost:8080/v1/webhooks?limit=6&cursor=" + first.path("page.next");
        assertEquals(next, first.path("links.next"));
        with(partner)
                .get("/v1/webhooks?limit=6&cursor=" + first.path("page.next"))
                .then()
                .body("data.name", equalTo(List.of("w3", "w2", "w1", "w0")))
                .body("page.next", nullValue());
        with(partner)
                .get("/v1/webhooks?limit=0&cursor=x&name=y")
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("limit", "cursor", "name")));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        create(
                        partner,
                        "{'name': ' x', 'url': 'ftp://x', 'secret': 'mine', 'a/b': 1,"
                                + "'filters': {'type': ['RELEASE', 'NOTHING', 7], 'topic': [], 'area': 'x',"
                                + "'lang': ['!', 'a,b'], 'publisher': ['organisations/stdt'], 'kind': ['X']}}")
                .statusCode(422)
                .body("type", equalTo("http://localhost:8080/problems/invalid-document"))
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        equalTo(List.of(
                                "/secret unknown-property",
                                "/a~1b unknown-property",
                                "/name invalid-name",
                                "/url not-a-web-address",
                                "/filters/area not-a-list",
                                "/filters/kind unknown-property",
                                "/filters/type/2 unknown-value",
                                "/filters/topic not-a-list",
                                "/filters/lang/1 unknown-value",
                                "/filters/type unknown-value",
                                "/filters/lang unknown-value",
                                "/filters/publisher unknown-value")));
        city.publishes("topics", topic("kultur"));
        create(partner, "{'name': 'x', 'url': '%s', 'filters': {'topic': ['kultr'], 'area': ['0731']}}")
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/filters/area", "/filters/topic")))
                .body("errors.code", equalTo(List.of("malformed-key", "unknown-value")))
                .body("errors[1]", not(hasKey("parameter")))
                .body("errors[1].message", equalTo("topic kennt den Wert „kultr“ nicht. War „kultur“ gemeint?"))
                .body("errors[1].allowed", equalTo(List.of("kultur")));
        for (var body : List.of("[]", "7", "null", "{'name': 'x', 'url': '%s', 'filters': []}")) {
            create(partner, body).statusCode(422).body("errors[0].code", equalTo("not-an-object"));
        }
        create(partner, "{").statusCode(400);
        with(partner)
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body("{\"name\": \"x\", \"url\": \"https://anna@partner.example/\"}")
                .post("/v1/webhooks")
                .then()
                .statusCode(422)
                .header("Content-Language", equalTo("en"))
                .body("errors[0].message", equalTo("There must be no user info in an address."));
        create(partner, "{'name': 'x'}").statusCode(422).body("errors.pointer", equalTo(List.of("/url")));
        with(partner).get("/v1/webhooks/x").then().statusCode(404);
        with(partner)
                .post("/v1/webhooks/" + SampleCity.newId() + "/pause?x=y")
                .then()
                .statusCode(400);
    }

    @Test
    void aWebhookIsChangedAsByAMergePatch() {
        var webhook = created("{'name': 'website', 'url': '%s', 'filters': {'type': ['TOPIC'], 'lang': ['de']}}");
        clock.advance(Duration.ofMinutes(1));
        patch(partner, webhook, "{'name': 'app', 'filters': {'lang': null}}")
                .statusCode(200)
                .body("name", equalTo("app"))
                .body("url", equalTo(receiver.url()))
                .body("filters", equalTo(Map.of("type", List.of("TOPIC"))))
                .body("createdAt", equalTo("2026-03-01T12:00:00Z"))
                .body("modifiedAt", equalTo("2026-03-01T12:01:00Z"))
                .body("$", not(hasKey("secret")));
        patch(partner, webhook, "{'filters': null}").statusCode(200).body("$", not(hasKey("filters")));
        patch(partner, webhook, "{'name': null, 'owner': 'x', 'url': 'http://localhost/'}")
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        equalTo(List.of("/owner unknown-property", "/name invalid-name", "/url forbidden-address")));
        patch(partner, webhook, "[]").statusCode(422);
    }

    @Test
    void addressesThatAreNotPublicAreRefused() {
        var port = receiver.port();
        for (var host : List.of(
                "localhost:" + port,
                "10.0.0.1",
                "169.254.169.254",
                "[::1]:" + port,
                "[::ffff:127.0.0.1]",
                "nowhere.invalid")) {
            create(partner, "{'name': 'x', 'url': 'http://" + host + "/'}")
                    .statusCode(422)
                    .body("errors.size()", equalTo(1))
                    .body("errors[0].pointer", equalTo("/url"))
                    .body("errors[0].code", equalTo("forbidden-address"))
                    .body(
                            "errors[0].message",
                            equalTo("Dieser Rechner hat keine Adresse oder eine, die nicht öffentlich ist."));
        }
        for (var url : List.of(
                "https://partner.example/ä",
                "https://partner.example/?q=ü",
                "http://user@127.0.0.1/",
                "http://0x7f.1/",
                "http://127.1/")) {
            create(partner, "{'name': 'x', 'url': '" + url + "'}")
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/url")))
                    .body("errors.code", equalTo(List.of("not-a-web-address")));
        }
        for (var url : List.of("https://partner.example/#frag", "http://2130706433/", "http://0177.0.0.1/")) {
            create(partner, "{'name': 'x', 'url': '" + url + "'}")
                    .statusCode(422)
                    .body("errors.code", equalTo(List.of("invalid-url")));
        }

        var webhook = created("{'name': 'website', 'url': '%s'}");
        city.execute("update webhook set url = 'http://localhost:" + port + "/'");
        city.publishes("topics", topic("eins"));
        until(() -> failures(webhook) == 1);
        assertEquals("FORBIDDEN_ADDRESS", deliveries(webhook).path("data[0].attempts[0].error"));
        city.execute("update webhook set url = 'http://nowhere.invalid/'");
        with(partner).post(address(webhook) + "/ping").then().body("attempts[0].error", equalTo("FORBIDDEN_ADDRESS"));
        assertEquals(0, receiver.waiting());
    }

    @Test
    void anAddressOfBeforeDoesNotKeepTheRestFromBeingChanged() {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        city.execute("update webhook set url = 'https://nowhere.invalid/ä'");
        patch(partner, webhook, "{'name': 'app'}")
                .statusCode(200)
                .body("name", equalTo("app"))
                .body("url", equalTo("https://nowhere.invalid/%C3%A4"));
    }

    @Test
    void redirectsAreNotFollowed() {
        try (var elsewhere = new Receiver()) {
            receiver.answers(307, Map.of("Location", elsewhere.url()));
            var webhook = created("{'name': 'website', 'url': '%s'}");
            city.publishes("topics", topic("eins"));
            receiver.next();
            until(() -> failures(webhook) == 1);
            assertEquals(307, deliveries(webhook).<Integer>path("data[0].attempts[0].status"));
            assertEquals(0, elsewhere.waiting());
        }
    }

    @Test
    void slowReceiversDelayNobody() {
        try (var slow = new Receiver();
                var slower = new Receiver()) {
            slow.waits();
            slower.waits();
            created("{'name': 'slow', 'url': '" + slow.url() + "'}");
            created("{'name': 'slower', 'url': '" + slower.url() + "'}");
            var quick = created("{'name': 'quick', 'url': '%s'}");
            city.publishes("topics", topic("eins"));
            slow.next();
            slower.next();
            receiver.next();
            until(() -> position(quick) == head());
            city.publishes("topics", topic("zwei"));
            receiver.next();
            until(() -> position(quick) == head());
            assertEquals(0, slow.waiting());
        }
    }

    @Test
    void aReplicaThatDiedIsReplacedWhenItsLeaseEnds() {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        var other = created("{'name': 'other', 'url': '%s'}");
        city.execute("update webhook set leased_by = '" + UUID.randomUUID()
                + "', leased_until = timestamp with time zone '2026-03-01 12:01:00+00:00' where name = 'website'");
        city.publishes("topics", topic("eins"));
        receiver.next();
        until(() -> position(other) == head());
        assertEquals(0, receiver.waiting());
        assertTrue(deliveries(webhook).<List<?>>path("data").isEmpty());

        clock.advance(Duration.ofMinutes(1));
        receiver.next();
        until(() -> position(webhook) == head());
        assertEquals(0, receiver.waiting());
    }

    @Test
    void manyChangesAreSeveralMessagesThatContinueEachOther() {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        with(partner).post(address(webhook) + "/pause").then().statusCode(200);
        var ids = city.publishesAll(
                "topics", IntStream.range(0, 250).mapToObj(i -> topic("t" + i)).toList());
        var expected = given().urlEncodingEnabled(false)
                .get("/v1/changes?type=TOPIC&limit=500&data=none")
                .then()
                .extract()
                .jsonPath();
        assertEquals(ids.stream().map(UUID::toString).toList(), expected.getList("data.id"));
        with(partner).post(address(webhook) + "/resume").then().statusCode(200);

        var told = new ArrayList<>();
        var since = "";
        for (var size : List.of(100, 100, 50)) {
            var letter = receiver.next().json();
            assertEquals(size, letter.getList("data.changes").size());
            assertEquals(size == 100, letter.getBoolean("data.hasMore"));
            var url = letter.getString("data.url");
            assertTrue(url.startsWith("http://localhost:8080/v1/changes?since="), url);
            if (!since.isEmpty()) {
                assertEquals("http://localhost:8080/v1/changes?since=" + since, url);
            }
            var pulled = pulled(url);
            assertEquals(pulled.getList("data"), letter.getList("data.changes"));
            assertEquals(pulled.getString("next"), letter.getString("data.next"));
            since = letter.getString("data.next");
            told.addAll(letter.getList("data.changes"));
        }
        assertEquals(expected.getList("data"), told);
        until(() -> position(webhook) == head());
        var data = deliveries(webhook);
        List<Integer> until = data.path("data.until");
        List<Integer> from = data.path("data.since");
        assertEquals(3, until.size());
        assertEquals(until.subList(1, 3), from.subList(0, 2));
        assertEquals((int) head(), until.get(0));
        assertEquals(List.of(), pulled("?since=" + since).getList("data"));
        assertEquals(0, receiver.waiting());
    }

    /** What the feed has at the address in a message. */
    private static JsonPath pulled(String url) {
        return given().urlEncodingEnabled(false)
                .get("/v1/changes" + url.substring(url.indexOf('?')) + "&data=none&limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void eachFilterIsThatOfTheFeed() {
        city.publishes("organisations", "{'slug': 'verein', 'name': {'de': 'Verein'}}");
        var culture = city.publishes("topics", topic("kultur"));
        var filters = Map.of(
                "type", "['EVENT', 'PROJECT']",
                "topic", "['kultur']",
                "area", "['07312']",
                "lang", "['EN']",
                "publisher", "['organisations/verein']");
        var receivers = new TreeMap<String, Receiver>();
        filters.forEach((name, values) -> {
            var its = new Receiver();
            receivers.put(name, its);
            var shown = created("{'name': '" + name + "', 'url': '" + its.url() + "', 'filters': {'" + name + "': "
                            + values + "}}")
                    .<Map<String, List<String>>>path("filters");
            assertEquals(
                    Map.of(name, name.equals("lang") ? List.of("en") : list(values)), shown, "as it was asked, sorted");
        });
        try {
            var fitting = new TreeMap<String, UUID>();
            city.publishes("releases", "{'title': {'de': 'Nichts'}}");
            fitting.put("type", city.publishes("projects", "{'title': {'de': 'Projekt'}}"));
            fitting.put(
                    "topic", city.publishes("releases", "{'title': {'de': 'Kultur'}, 'topics': ['" + culture + "']}"));
            fitting.put("area", city.publishes("places", "{'name': {'de': 'Halle'}, 'ags': '07312000'}"));
            fitting.put("lang", city.publishes("releases", "{'title': {'de': 'Zwei', 'en': 'Two'}}"));
            fitting.put(
                    "publisher",
                    city.publishes("releases", "{'title': {'de': 'Feier'}, 'publisher': 'organisations/verein'}"));
            fitting.forEach((name, id) -> assertEquals(
                    List.of(id.toString()), receivers.get(name).next().json().getList("data.changes.id"), name));
            until(() -> with(partner)
                    .get("/v1/webhooks")
                    .path("data.position")
                    .equals(java.util.Collections.nCopies(5, (int) head())));
            receivers.forEach((name, its) -> assertEquals(0, its.waiting(), name));
        } finally {
            receivers.values().forEach(Receiver::close);
        }
    }

    private static List<String> list(String json) {
        return JsonPath.from(json.replace('\'', '"')).getList("");
    }

    @Test
    void whatDoesNotFitAnyMoreIsTold() {
        var culture = city.publishes("topics", topic("kultur"));
        var sport = city.publishes("topics", topic("sport"));
        var webhook = created("{'name': 'website', 'url': '%s', 'filters': {'topic': ['kultur']}}");
        var id = city.publishes("releases", "{'title': {'de': 'Wandert'}, 'topics': ['" + culture + "']}");
        assertEquals(List.of("UPSERT"), receiver.next().json().getList("data.changes.op"));
        until(() -> position(webhook) == head());

        city.changes("releases", id, "{'title': {'de': 'Wandert'}, 'topics': ['" + sport + "']}");
        var left = receiver.next().json();
        assertEquals(List.of(id.toString()), left.getList("data.changes.id"));
        assertEquals(List.of("DELETE"), left.getList("data.changes.op"));
        assertEquals(List.of("OUT_OF_SCOPE"), left.getList("data.changes.reason"));
        until(() -> position(webhook) == head());

        city.changes("releases", id, "{'title': {'de': 'Anders'}, 'topics': ['" + sport + "']}");
        until(() -> position(webhook) == head());
        assertEquals(0, receiver.waiting());
    }

    @Test
    void filtersAreBoundWhenTheyAreWritten() {
        var topic = city.publishes("topics", topic("kultur"));
        var webhook = created("{'name': 'website', 'url': '%s', 'filters': {'topic': ['kultur']}}");
        city.changes("topics", topic, topic("kunst"));
        city.execute("delete from slug where slug = 'kultur'");
        patch(partner, webhook, "{'name': 'app'}")
                .statusCode(200)
                .body("filters", equalTo(Map.of("topic", List.of("kultur"))));
        var id = city.publishes("releases", "{'title': {'de': 'Neu'}, 'topics': ['" + topic + "']}");
        assertEquals(List.of(id.toString()), receiver.next().json().getList("data.changes.id"));
        patch(partner, webhook, "{'filters': {'topic': ['kunst', 'kultur']}}")
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/filters/topic")));
    }

    @Test
    void whatATopicBecamePartOfIsFollowedFromThenOn() {
        var culture = city.publishes("topics", topic("kultur"));
        var art = city.publishes("topics", topic("kunst"));
        var known = city.publishes("releases", "{'title': {'de': 'Schon'}, 'topics': ['" + art + "']}");
        var webhook = created("{'name': 'website', 'url': '%s', 'filters': {'topic': ['kultur']}}");
        Desk.ADMIN
                .on("/v1/topics/" + culture, "POST", "/merge", "{'into': 'topics/kunst'}")
                .statusCode(200);
        var merged = receiver.next().json();
        assertEquals(List.of("UPSERT"), merged.getList("data.changes.op"));
        assertEquals(List.of(known.toString()), merged.getList("data.changes.id"));
        until(() -> position(webhook) == head());

        var id = city.publishes("releases", "{'title': {'de': 'Neu'}, 'topics': ['" + art + "']}");
        assertEquals(List.of(id.toString()), receiver.next().json().getList("data.changes.id"));
        patch(partner, webhook, "{'name': 'app'}")
                .statusCode(200)
                .body("filters", equalTo(Map.of("topic", List.of("kultur"))));
    }

    @Test
    void otherFiltersAlsoHoldForWhatWaits() {
        receiver.answers(500);
        var webhook = created("{'name': 'website', 'url': '%s', 'filters': {'type': ['PROJECT']}}");
        var project = city.publishes("projects", "{'title': {'de': 'Projekt'}}");
        var topic = city.publishes("topics", topic("kultur"));
        assertEquals(List.of(project.toString()), receiver.next().json().getList("data.changes.id"));
        until(() -> failures(webhook) == 1);
        receiver.answers(200);
        patch(partner, webhook, "{'filters': {'type': ['TOPIC']}}").statusCode(200);
        with(partner).post(address(webhook) + "/resume").then().statusCode(200);
        assertEquals(List.of(topic.toString()), receiver.next().json().getList("data.changes.id"));
        until(() -> position(webhook) == head());
        assertEquals(List.of("DELIVERED", "SUPERSEDED"), deliveries(webhook).path("data.state"));
        assertEquals(0, receiver.waiting());
    }

    @Test
    void whatTheFeedForgotIsARestartWhereTheFilterBegins() {
        var webhook = created("{'name': 'website', 'url': '%s', 'filters': {'type': ['TOPIC']}}");
        with(partner).post(address(webhook) + "/pause").then().statusCode(200);
        city.publishes("topics", topic("eins"));
        city.publishes("topics", topic("zwei"));
        city.execute("delete from change where seq < " + head());
        with(partner).post(address(webhook) + "/resume").then().statusCode(200);
        var letter = receiver.next().json();
        assertTrue(letter.getBoolean("data.restart"));
        assertFalse(letter.getBoolean("data.hasMore"));
        assertEquals(List.of(), letter.getList("data.changes"));
        assertEquals("http://localhost:8080/v1/changes?type=TOPIC", letter.getString("data.url"));
        assertEquals(
                List.of(), pulled("?since=" + letter.getString("data.next")).getList("data"));
        until(() -> deliveries(webhook).path("data[0].state").equals("DELIVERED"));

        var id = city.publishes("topics", topic("drei"));
        var next = receiver.next().json();
        assertEquals(List.of(id.toString()), next.getList("data.changes.id"));
        assertEquals(
                "http://localhost:8080/v1/changes?since=" + letter.getString("data.next"), next.getString("data.url"));
    }

    @Test
    void aNewEpochIsTold() {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        city.publishes("topics", topic("eins"));
        receiver.next();
        until(() -> position(webhook) == head());
        city.execute("update instance set epoch = '" + UUID.randomUUID() + "'");
        var letter = receiver.next().json();
        assertEquals("content.changed", letter.getString("type"));
        assertTrue(letter.getBoolean("data.restart"));
        assertEquals(List.of(), letter.getList("data.changes"));
        assertEquals("http://localhost:8080/v1/changes", letter.getString("data.url"));
        until(() -> deliveries(webhook).path("data[0].state").equals("DELIVERED"));

        city.publishes("topics", topic("zwei"));
        var next = receiver.next().json();
        assertEquals(1, next.getList("data.changes").size());
        assertFalse(next.getMap("data").containsKey("restart"));
    }

    @Test
    void theNewestTwoHundredMessagesAreKept() {
        var webhook = created("{'name': 'website', 'url': '%s'}");
        for (var i = 0; i < 203; i++) {
            with(partner).post(address(webhook) + "/ping").then().statusCode(200);
        }
        assertEquals(
                200L,
                ((Number) city.rows("select count(*), 1 from webhook_delivery").get(0)[0]).longValue());
        var page = with(partner)
                .get(address(webhook) + "/deliveries?limit=100")
                .then()
                .extract();
        with(partner)
                .get(address(webhook) + "/deliveries?limit=100&cursor=" + page.path("page.next"))
                .then()
                .body("data.size()", equalTo(100))
                .body("page.next", nullValue())
                .body(
                        "links.self",
                        matchesPattern("http://localhost:8080/v1/webhooks/.*/deliveries\\?limit=100&cursor=.*"));
    }

    private ExtractableResponse<Response> created(String document) {
        return create(partner, document)
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .header("Location", matchesPattern("http://localhost:8080/v1/webhooks/[0-9a-f-]{36}"))
                .extract();
    }

    private ValidatableResponse create(String key, String document) {
        return with(key)
                .contentType("application/json")
                .body(document.replace("%s", receiver.url()).replace('\'', '"'))
                .post("/v1/webhooks")
                .then();
    }

    private static ValidatableResponse patch(String key, ExtractableResponse<Response> webhook, String patch) {
        return with(key)
                .contentType("application/merge-patch+json")
                .body(patch.replace('\'', '"'))
                .patch(address(webhook))
                .then();
    }

    private ValidatableResponse replay(ExtractableResponse<Response> webhook, String what) {
        return with(partner)
                .contentType("application/json")
                .body(what.replace('\'', '"'))
                .post(address(webhook) + "/replay")
                .then();
    }

    private static RequestSpecification with(String key) {
        return Keys.with(key);
    }

    private static String address(ExtractableResponse<Response> webhook) {
        return "/v1/webhooks/" + webhook.path("id");
    }

    private static ValidatableResponse get(ExtractableResponse<Response> webhook) {
        return Keys.admin().get(address(webhook)).then().statusCode(200);
    }

    private static ExtractableResponse<Response> deliveries(ExtractableResponse<Response> webhook) {
        return Keys.admin()
                .get(address(webhook) + "/deliveries")
                .then()
                .statusCode(200)
                .extract();
    }

    private static long position(ExtractableResponse<Response> webhook) {
        return get(webhook).extract().jsonPath().getLong("position");
    }

    private static int failures(ExtractableResponse<Response> webhook) {
        return get(webhook).extract().<Integer>path("failures");
    }

    private static String status(ExtractableResponse<Response> webhook) {
        return get(webhook).extract().path("status");
    }

    private long head() {
        return ((Number) city.rows("select head, 1 from change_counter").get(0)[0]).longValue();
    }

    private static String topic(String slug) {
        return "{'slug': '%s', 'code': '%s', 'label': {'de': '%s'}}"
                .formatted(slug, slug.toUpperCase(java.util.Locale.ROOT), slug);
    }

    private static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not within " + PATIENCE);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** As the specification says it, and not as we do. */
    private static String signature(String secret, Receiver.Letter letter) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            var content = letter.id() + "." + letter.timestamp() + "." + letter.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
