package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is done to a webhook, and whoever dies, nothing that it is to tell is passed over. */
@QuarkusTest
@TestProfile(Connected.class)
@WithTestResource(TestDatabase.class)
class WebhookPlaceStory {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    private Receiver receiver;
    private Desk partner;

    @BeforeEach
    void anEmptyCityAtNoonWithAPartner() {
        city.isEmpty();
        clock.set(NOON);
        receiver = new Receiver();
        partner = new Desk(Keys.of("partner"));
    }

    @AfterEach
    void theReceiverCloses() {
        receiver.close();
    }

    @Test
    void aMessageOfOtherFiltersMovesNothing() {
        receiver.answers(500);
        var webhook = created("'filters': {'type': ['PROJECT']}");
        var project = city.publishes("projects", "{'title': {'de': 'Projekt'}}");
        var topic = city.publishes("topics", topic("klima"));
        var letter = receiver.next();
        assertEquals(List.of(project.toString()), letter.json().getList("data.changes.id"));
        Mainz.until(() -> get(webhook).extract().<Integer>path("failures") == 1);
        partner.post(webhook + "/pause", "").statusCode(200);
        partner.send("PATCH", webhook, "{'filters': {'type': ['TOPIC']}}").statusCode(200);

        partner.post(webhook + "/replay", "{'delivery': '" + letter.id() + "'}").statusCode(200);
        receiver.answers(200);
        partner.post(webhook + "/resume", "").statusCode(200);
        assertEquals(letter.id(), receiver.next().id());
        assertEquals(List.of(topic.toString()), receiver.next().json().getList("data.changes.id"));
        reaches(webhook, head());
        assertEquals(0, receiver.waiting());
    }

    @Test
    void whoeverDiesBeforeTheOutcomeIsNotedHasTheSameMessageSentAgain() {
        receiver.waits();
        var webhook = created("'filters': {}");
        var id = city.publishes("topics", topic("klima"));
        var first = receiver.next();
        city.execute("update webhook set leased_by = '" + UUID.randomUUID()
                + "', leased_until = timestamp with time zone '2026-03-01 12:01:00+00:00'");
        receiver.goesOn();
        var next = city.publishes("topics", topic("wald"));
        assertEquals(0, receiver.waiting());

        clock.advance(Duration.ofMinutes(1));
        var again = receiver.next();
        assertEquals(first.id(), again.id());
        assertEquals(first.body(), again.body());
        assertEquals(List.of(id.toString()), again.json().getList("data.changes.id"));
        assertEquals(List.of(next.toString()), receiver.next().json().getList("data.changes.id"));
        reaches(webhook, head());
        assertEquals(0, receiver.waiting());
        partner.get(webhook + "/deliveries").body("data.state", contains("DELIVERED", "DELIVERED"));
    }

    @Test
    void troubleOfOursLeavesNothingUnderWay() {
        var webhook = created("'filters': {}");
        var secret = city.rows("select secret, id from webhook").get(0)[0];
        city.execute("update webhook set secret = 'whsec_?'");
        var id = city.publishes("topics", topic("klima"));
        Mainz.until(() -> !city.rows("select id, state from webhook_delivery").isEmpty());
        partner.post(webhook + "/ping", "").statusCode(500);
        partner.post(webhook + "/ping", "").statusCode(500);
        city.execute("update webhook set secret = '" + secret + "'");
        assertEquals(0, receiver.waiting());

        clock.advance(Duration.ofMinutes(1));
        assertEquals(List.of(id.toString()), receiver.next().json().getList("data.changes.id"));
        reaches(webhook, head());
    }

    @Test
    void whoseHostIsDownCanBeChangedInAllElse() {
        var webhook = created("'filters': {}");
        for (var url : List.of("http://nowhere.invalid/", "http://localhost:1/")) {
            city.execute("update webhook set url = '" + url + "'");
            partner.send("PATCH", webhook, "{'name': 'anders', 'filters': {'type': ['TOPIC']}}")
                    .statusCode(200)
                    .body("name", equalTo("anders"))
                    .body("url", equalTo(url));
            partner.send("PATCH", webhook, "{'url': '" + url + "x'}")
                    .statusCode(422)
                    .body("errors.code", contains("forbidden-address"));
        }
        partner.post(webhook + "/pause", "").statusCode(200);
    }

    @Test
    void whoChangesOnePartUndoesNoOther() throws InterruptedException {
        var webhook = created("'filters': {}");
        for (var round = 1; round <= 20; round++) {
            var name = "w" + round;
            var language = round % 2 == 0 ? "de" : "en";
            var renaming = new Thread(() -> partner.send("PATCH", webhook, "{'name': '" + name + "'}"));
            renaming.start();
            partner.send("PATCH", webhook, "{'filters': {'lang': ['" + language + "']}}")
                    .statusCode(200);
            renaming.join();
            get(webhook).body("name", equalTo(name)).body("filters.lang", contains(language));
        }
    }

    @Test
    void whoseKeyHasExpiredIsToldNothing() {
        var summer = Keys.create("{'name': 'summer', 'role': 'partner', 'expiresAt': '2026-03-01T13:00:00Z'}")
                .statusCode(201)
                .extract()
                .<String>path("key");
        partner = new Desk(summer);
        var webhook = created("'filters': {}");
        city.publishes("topics", topic("eins"));
        receiver.next();
        reaches(webhook, head());

        clock.set(Instant.parse("2026-03-01T13:00:00Z"));
        var id = city.publishes("topics", topic("zwei"));
        Mainz.until(() -> get(webhook).extract().path("status").equals("DISABLED"));
        get(webhook).body("reason", equalTo("KEY_EXPIRED"));
        assertEquals(0, receiver.waiting());
        Desk.ADMIN.post(webhook + "/resume", "").statusCode(200);
        Mainz.until(() -> get(webhook).extract().path("status").equals("DISABLED"));

        partner = new Desk(Keys.of("partner", "summer"));
        partner.post(webhook + "/resume", "").statusCode(200);
        assertEquals(List.of(id.toString()), receiver.next().json().getList("data.changes.id"));
        assertEquals(0, receiver.waiting());
    }

    @Test
    void whereNothingFitsForLongThePlaceMovesOnToWhatDoes() throws SQLException {
        var webhook = created("'filters': {'type': ['PROJECT']}");
        partner.post(webhook + "/pause", "").statusCode(200);
        var first = head() + 1;
        multiply(city.publishes("topics", topic("viele")), 10_050);
        var last = head() + 10_050;
        city.execute("analyze");
        city.execute("update change_counter set head = " + last);
        city.execute("update webhook set reached = " + (first - 1) + ", started = " + last);
        assertTrue(feedIsEmptyButGoesOn());

        partner.post(webhook + "/resume", "").statusCode(200);
        reaches(webhook, head());
        partner.get(webhook + "/deliveries").body("data.size()", equalTo(0));
        var id = city.publishes("projects", "{'title': {'de': 'Projekt'}}");
        assertEquals(List.of(id.toString()), receiver.next().json().getList("data.changes.id"));
        assertEquals(0, receiver.waiting());
    }

    private static boolean feedIsEmptyButGoesOn() {
        var page =
                Mainz.get("/v1/changes?type=PROJECT&data=none").statusCode(200).extract();
        return page.<List<?>>path("data").isEmpty() && page.<Boolean>path("hasMore");
    }

    @Test
    void secretsLeaveByNoOtherDoor() {
        created("'filters': {}");
        for (var path : List.of("/v1/export", "/v1/admin/audit", "/v1/webhooks", "/v1/changes")) {
            assertFalse(
                    Desk.ADMIN.get(path).statusCode(200).extract().asString().contains("whsec_"), path);
        }
    }

    /** Copies a row so often, each copy a position later: by SQL, because so many turns would take minutes. */
    private void multiply(UUID id, int copies) throws SQLException {
        try (var connection = database.getConnection();
                var read = connection.createStatement();
                var row = read.executeQuery("select * from content where id = '" + id + "'")) {
            assertTrue(row.next());
            var columns = new ArrayList<String>();
            for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT));
            }
            connection.setAutoCommit(false);
            var marks = String.join(",", columns.stream().map(column -> "?").toList());
            try (var write = connection.prepareStatement(
                    "insert into content (" + String.join(",", columns) + ") values (" + marks + ")")) {
                for (var copy = 1; copy <= copies; copy++) {
                    for (var i = 0; i < columns.size(); i++) {
                        var column = columns.get(i);
                        write.setObject(
                                i + 1,
                                switch (column) {
                                    case "id" -> SampleCity.newId();
                                    case "slug" -> "kopie-" + copy;
                                    case "seq" -> row.getLong(column) + copy;
                                    default -> row.getObject(column);
                                });
                    }
                    write.addBatch();
                }
                write.executeBatch();
            }
            connection.commit();
        }
    }

    private String created(String more) {
        return "/v1/webhooks/"
                + partner.post("/v1/webhooks", "{'name': 'w', 'url': '" + receiver.url() + "', " + more + "}")
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static ValidatableResponse get(String webhook) {
        return Desk.ADMIN.get(webhook).statusCode(200);
    }

    private static void reaches(String webhook, long position) {
        Mainz.until(() -> get(webhook).extract().jsonPath().getLong("position") == position);
    }

    private long head() {
        return ((Number) city.rows("select head, id from change_counter").get(0)[0]).longValue();
    }

    private static String topic(String slug) {
        return "{'slug': '%s', 'code': '%s', 'label': {'de': '%s'}}"
                .formatted(slug, slug.toUpperCase(java.util.Locale.ROOT), slug);
    }
}
