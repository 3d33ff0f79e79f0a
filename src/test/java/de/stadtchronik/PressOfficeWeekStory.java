package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import de.stadtchronik.writing.ContentStore;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A week in the press office, from the first draft to the archive. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PressOfficeWeekStory {

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    @Inject
    ContentStore store;

    private void itIs(String moment) {
        clock.set(Instant.parse(moment));
        store.catchUpWithTime();
    }

    @Test
    void fromDraftToArchive() {
        city.isEmpty();
        var anna = new Desk(Keys.of("author", "Anna"));
        var berta = new Desk(Keys.of("editor", "Berta"));

        // Monday: Anna drafts a release on the new bridge, under embargo until the mayor has spoken.
        itIs("2030-06-03T07:00:00Z");
        var release = anna.drafts(
                "/v1/releases",
                Desk.titled(
                        "Die neue Brücke steht",
                        ", 'kind': 'PRESS_RELEASE', 'summary': {'de': 'Nach zwei Jahren.'}, 'body': {'de': 'Sie kostete"
                                + " 12 Millionen Euro.'}, 'embargoUntil': '2030-06-04T11:00:00+02:00'"));
        given().get(release).then().statusCode(404);

        // The mayor's office wants to see it: a link is enough, no key needed.
        var link = anna.post(release + "/preview", "{'expiresAt': '2030-06-04T12:00:00Z'}")
                .statusCode(200)
                .extract()
                .<String>path("url")
                .replace("http://localhost:8080", "");
        given().get(link).then().statusCode(200).body("title", equalTo("Die neue Brücke steht"));

        // Berta corrects a word while Anna still has the old text open. Anna is told, and nothing is lost.
        berta.at(1, "PATCH", release, "{'summary': {'de': 'Nach drei Jahren.'}}")
                .statusCode(200);
        anna.at(1, "PATCH", release, "{'subtitle': {'de': 'Freie Fahrt ab Mittwoch'}}")
                .statusCode(412)
                .body("changes[0].actor", equalTo("Berta"))
                .body("changes[0].properties", contains("summary"));
        anna.at(2, "PATCH", release, "{'subtitle': {'de': 'Freie Fahrt ab Mittwoch'}}")
                .statusCode(200);

        // Anna may not publish; Berta may, and the embargo holds.
        anna.at(3, "POST", release + "/publish", "").statusCode(403);
        berta.at(3, "POST", release + "/publish", "")
                .statusCode(200)
                .body("draft.state", equalTo("SCHEDULED"))
                .body("draft.publishAt", equalTo("2030-06-04T09:00:00Z"));
        given().get("/v1/releases").then().body("data", hasSize(0));

        // Tuesday, eleven o'clock: there it is.
        itIs("2030-06-04T09:00:00Z");
        given().get("/v1/releases/die-neue-bruecke-steht")
                .then()
                .statusCode(200)
                .body("publishedAt", equalTo("2030-06-04T11:00:00+02:00"))
                .body("summary", equalTo("Nach drei Jahren."))
                .body("version", equalTo(1));

        // Wednesday: the sum was wrong. It is corrected in the open.
        itIs("2030-06-05T08:00:00Z");
        anna.changes(
                release,
                "{'body': {'de': 'Sie kostete 21 Millionen Euro.'}, 'corrections': [{'at':"
                        + " '2030-06-05T10:00:00+02:00', 'text': {'de': 'Die Summe war falsch angegeben.'}}]}");
        berta.on(release, "POST", "/publish", "{'updateType': 'MAJOR', 'changeNote': {'de': 'Summe berichtigt'}}")
                .statusCode(200)
                .body("version", equalTo(2));
        given().get(release + "/versions")
                .then()
                .body("data.changeNote", contains(equalTo("Summe berichtigt"), nullValue()))
                .body("data.publishedBy", contains(nullValue(), nullValue()));
        given().get(release + "/versions/2/diff")
                .then()
                .body("changes.pointer", hasItems("/body/de", "/corrections"))
                .body("changes.find { it.pointer == '/body/de' }.words[1].removed", equalTo("12"))
                .body("changes.find { it.pointer == '/body/de' }.words[1].added", equalTo("21"));

        // Thursday: a better slug. Old links still lead there.
        berta.changes(release, "{'slug': 'bruecke-eroeffnet'}");
        berta.publishes(release);
        given().redirects()
                .follow(false)
                .get("/v1/releases/die-neue-bruecke-steht")
                .then()
                .statusCode(308)
                .header("Location", endsWith("/v1/releases/bruecke-eroeffnet"));

        // An announcement of the same party turns out to be premature: it is taken back, and says so.
        var party = berta.publishes("/v1/events", Desk.titled("Brückenfest"));
        berta.on(party, "POST", "/withdraw", "{'explanation': {'de': 'Der Termin stand noch nicht fest.'}}")
                .statusCode(200);
        given().get("/v1/events/brueckenfest")
                .then()
                .statusCode(410)
                .body("tombstone.explanation", equalTo("Der Termin stand noch nicht fest."));

        // Friday: the release goes to the archive, with a notice, and never changes again.
        itIs("2030-06-07T10:00:00Z");
        berta.on(release, "POST", "/archive", "{'notice': {'de': 'Wird nicht mehr aktualisiert.'}}")
                .statusCode(200);
        anna.on(release, "PATCH", "", "{'highlight': true}").statusCode(409);
        given().get("/v1/releases/bruecke-eroeffnet")
                .then()
                .body("status", equalTo("ARCHIVED"))
                .body("notice", equalTo("Wird nicht mehr aktualisiert."))
                .body("version", equalTo(3));

        // And who did what is written down.
        Desk.ADMIN
                .get("/v1/admin/audit?outcome=DONE&item=" + release.substring("/v1/releases/".length()))
                .body(
                        "data.action",
                        contains(
                                "ARCHIVE",
                                "PUBLISH",
                                "SAVE",
                                "PUBLISH",
                                "SAVE",
                                "PUBLISH",
                                "SCHEDULE",
                                "SAVE",
                                "SAVE",
                                "CREATE"))
                .body(
                        "data.actor",
                        contains("Berta", "Berta", "Berta", "Berta", "Anna", "time", "Berta", "Anna", "Berta", "Anna"));
    }
}
