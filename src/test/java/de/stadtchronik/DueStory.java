package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.stadtchronik.writing.ContentStore;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is scheduled, under embargo or about to expire happens at its moment, once, and shows nowhere before. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class DueStory {

    private static final Desk DESK = Desk.ADMIN;
    private static final Instant NOON = Instant.parse("2030-06-01T10:00:00Z");

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    @Inject
    ContentStore store;

    @BeforeEach
    void anHourBeforeNoon() {
        city.isEmpty();
        clock.set(NOON.minusSeconds(3600));
    }

    private void itIs(Instant moment) {
        clock.set(moment);
        store.catchUpWithTime();
    }

    @Test
    void aScheduledDraftAppearsAtItsMomentAndNotAMillisecondBefore() {
        var item = DESK.drafts("/v1/releases", Desk.titled("Bald"));
        DESK.on(item, "POST", "/schedule", "{'publishAt': '2030-06-01T12:00:00+02:00', 'updateType': 'MAJOR'}")
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("draft.state", equalTo("SCHEDULED"))
                .body("draft.publishAt", equalTo("2030-06-01T10:00:00Z"))
                .body("draft.updateType", equalTo("MAJOR"));

        itIs(NOON.minusMillis(1));
        Lists.ask(item).statusCode(404);
        itIs(NOON);
        Lists.ask(item).statusCode(200).body("publishedAt", equalTo("2030-06-01T12:00:00+02:00"));
        Lists.ask(item + "/versions").body("data.updateType", contains("MAJOR"));
        DESK.get(item + "?view=draft").body("draft", nullValue());
        DESK.get("/v1/admin/audit?item=" + id(item))
                .body("data.action", contains("PUBLISH", "SCHEDULE", "CREATE"))
                .body("data[0].actor", equalTo("time"));
    }

    @Test
    void aScheduledDraftIsFrozenUntilItsScheduleIsCancelled() {
        var item = DESK.publishes("/v1/releases", Desk.titled("Eins"));
        DESK.changes(item, "{'title': {'de': 'Zwei'}}");
        DESK.on(item, "POST", "/schedule", "{'publishAt': '2030-06-01T10:00:00Z'}")
                .statusCode(200);

        DESK.on(item, "PATCH", "", "{'title': {'de': 'Drei'}}")
                .statusCode(409)
                .body("type", endsWith("/problems/item-scheduled"));
        DESK.on(item, "POST", "/restore", "{'version': 1}").statusCode(409);
        Lists.ask(item).body("title", equalTo("Eins"));
        DESK.on(item, "DELETE", "/schedule", "").statusCode(200).body("draft.state", equalTo("DRAFT"));
        DESK.changes(item, "{'title': {'de': 'Drei'}}");
        itIs(NOON);
        Lists.ask(item).body("title", equalTo("Eins"));
    }

    /** Something is wrong with it that nobody has thought of. */
    @Test
    void whatGoesWrongWithOneHoldsUpNoOther() {
        var broken = DESK.drafts("/v1/releases", Desk.titled("Kaputt"));
        var sound = DESK.drafts("/v1/releases", Desk.titled("Gut"));
        var ending = DESK.publishes("/v1/releases", Desk.titled("Endet", ", 'expiresAt': '2030-06-01T10:00:00Z'"));
        for (var item : List.of(broken, sound)) {
            DESK.on(item, "POST", "/schedule", "{'publishAt': '2030-06-01T10:00:00Z'}")
                    .statusCode(200);
        }
        city.execute("update content set draft = '{' where id = '" + id(broken) + "'");

        itIs(NOON);

        Lists.ask(broken).statusCode(404);
        Lists.ask(sound).statusCode(200);
        Lists.ask(ending).statusCode(410).body("tombstone.reason", equalTo("EXPIRED"));
        DESK.get("/v1/admin/audit?item=" + id(broken))
                .body("data.action", contains("UNSCHEDULE", "SCHEDULE", "CREATE"));
    }

    @Test
    void aMomentThatIsNoneIsRefused() {
        var item = DESK.drafts("/v1/releases", Desk.titled("R", ", 'embargoUntil': '2030-06-01T10:00:00Z'"));

        schedule(item, "2030-06-01T08:00:00Z").body("errors[0].code", equalTo("in-the-past"));
        schedule(item, "2030-06-01T09:30:00Z").body("errors[0].code", equalTo("under-embargo"));
        schedule(item, "morgen").body("errors[0].pointer", equalTo("/publishAt"));
        DESK.on(item, "POST", "/schedule", "{}").statusCode(422).body("errors[0].pointer", equalTo("/publishAt"));
        var unfinished = DESK.drafts("/v1/releases", "{'title': {'de': 'Ohne Herausgeber'}}");
        DESK.on(unfinished, "POST", "/schedule", "{'publishAt': '2030-06-01T10:00:00Z'}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/publisher"))
                .body("errors[0].code", equalTo("required-to-publish"));
    }

    private static io.restassured.response.ValidatableResponse schedule(String item, String moment) {
        return DESK.on(item, "POST", "/schedule", "{'publishAt': '" + moment + "'}")
                .statusCode(422);
    }

    @Test
    void publishingUnderEmbargoIsSchedulingForItsEnd() {
        var item = DESK.drafts("/v1/releases", Desk.titled("Geheim", ", 'embargoUntil': '2030-06-01T12:00:00+02:00'"));
        DESK.on(item, "POST", "/publish", "{}")
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("draft.publishAt", equalTo("2030-06-01T10:00:00Z"));

        Lists.ask(item).statusCode(404);
        assertEquals(List.of(), Lists.slugs("/v1/releases"));
        itIs(NOON);
        Lists.ask(item).statusCode(200).body("embargoUntil", equalTo("2030-06-01T12:00:00+02:00"));
    }

    @Test
    void whatExpiresIsWithdrawnWithThatReason() {
        var item = DESK.publishes("/v1/releases", Desk.titled("Kurz", ", 'expiresAt': '2030-06-01T10:00:00Z'"));
        itIs(NOON.minusMillis(1));
        Lists.ask(item).statusCode(200);
        itIs(NOON);

        Lists.ask(item)
                .statusCode(410)
                .body("tombstone.reason", equalTo("EXPIRED"))
                .body("tombstone.deletedAt", equalTo("2030-06-01T10:00:00Z"));
        DESK.publishAgain(item).statusCode(422).body("errors[0].code", equalTo("expired"));
    }

    @Test
    void aMediumWhoseRightsAreOverIsShownNoMore() {
        var picture = DESK.publishes(
                "/v1/media",
                Desk.titled(
                        "Bild",
                        ", 'mediaKind': 'IMAGE', 'contentUrl': 'https://example.org/b.png', 'decorative': true,"
                                + " 'rightsUntil': '2030-06-01T10:00:00Z'"));
        var release = DESK.publishes(
                "/v1/releases", Desk.titled("R", ", 'media': [{'role': 'HERO', 'media': '" + id(picture) + "'}]"));
        Lists.ask(release).body("media", hasSize(1));
        itIs(NOON);
        Lists.ask(picture).statusCode(410);
        Lists.ask(release).body("media", nullValue());
        DESK.publishAgain(picture).statusCode(422).body("errors.pointer", contains("/rightsUntil"));
    }

    @Test
    void whateverFellDueWhileTheServiceWasDownHappensAtOnceAndInOneGo() {
        for (var i = 0; i < 120; i++) {
            var item = DESK.drafts("/v1/topics", "{'label': {'de': 'T " + i + "'}, " + Desk.PUBLISHER + "}");
            DESK.at(1, "POST", item + "/schedule", "{'publishAt': '2030-06-01T10:00:00Z'}")
                    .statusCode(200);
        }
        itIs(NOON.plusSeconds(86_400));

        Lists.ask("/v1/topics?count=exact&limit=1").body("page.total", equalTo(120));
    }

    @Test
    void howeverManyReplicasTryItHappensOnce() throws Exception {
        var item = DESK.drafts("/v1/releases", Desk.titled("Einmal", ", 'expiresAt': '2030-06-01T11:00:00Z'"));
        DESK.on(item, "POST", "/schedule", "{'publishAt': '2030-06-01T10:00:00Z'}")
                .statusCode(200);
        for (var moment : List.of(NOON, NOON.plusSeconds(3600))) {
            clock.set(moment);
            var replicas = Executors.newFixedThreadPool(8);
            Callable<Boolean> tick = () -> {
                store.catchUpWithTime();
                return true;
            };
            for (var done : replicas.invokeAll(Collections.nCopies(8, tick))) {
                assertEquals(true, done.get());
            }
            replicas.shutdown();
        }

        DESK.get("/v1/admin/audit?item=" + id(item))
                .body("data.action", contains("WITHDRAW", "PUBLISH", "SCHEDULE", "CREATE"));
    }

    @Test
    void whatCannotBePublishedAnyMoreStaysADraftAndHoldsUpNothing() {
        var office = DESK.publishes("/v1/organisations", "{'name': {'de': 'Amt'}, " + Desk.PUBLISHER + "}");
        var orphan = DESK.drafts("/v1/releases", "{'title': {'de': 'Waise'}, 'publisher': '" + id(office) + "'}");
        var other = DESK.drafts("/v1/releases", Desk.titled("Andere"));
        for (var item : List.of(orphan, other)) {
            DESK.on(item, "POST", "/schedule", "{'publishAt': '2030-06-01T10:00:00Z'}")
                    .statusCode(200);
        }
        DESK.on(office, "POST", "/erase", "").statusCode(200);
        itIs(NOON);

        Lists.ask(other).statusCode(200);
        Lists.ask(orphan).statusCode(404);
        DESK.get(orphan + "?view=draft").body("draft.state", equalTo("DRAFT")).body("publisher", nullValue());
    }

    private static String id(String item) {
        return item.substring(item.lastIndexOf('/') + 1);
    }
}
