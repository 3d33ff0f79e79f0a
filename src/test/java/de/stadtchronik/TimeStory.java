package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.stadtchronik.writing.Reindexing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists narrowed and sorted by time, however precisely it is known. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class TimeStory {

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    @Inject
    Reindexing reindexing;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void eachItemSaysHowSurelyItLiesInTheWindow() {
        project("tag", "2020-06-15");
        project("monat", "2020-06");
        project("ungefaehr", "2020-06~");
        project("sommer", "2020-22");
        project("jahr", "2020");
        project("winter", "2019-24");
        project("seit", "2020-03-13/..");
        project("bis", "../2020-06-10");
        project("zeitraum", "2019/2021");
        project("frueher", "2019-12");

        assertEquals(
                Map.of(
                        "tag",
                        "CERTAIN",
                        "monat",
                        "CERTAIN",
                        "ungefaehr",
                        "POSSIBLE",
                        "sommer",
                        "POSSIBLE",
                        "jahr",
                        "POSSIBLE",
                        "seit",
                        "CERTAIN",
                        "bis",
                        "CERTAIN",
                        "zeitraum",
                        "CERTAIN"),
                certainties("from=2020-06&to=2020-06"));
        assertEquals(
                Map.of(
                        "tag",
                        "CERTAIN",
                        "monat",
                        "CERTAIN",
                        "ungefaehr",
                        "CERTAIN",
                        "sommer",
                        "CERTAIN",
                        "jahr",
                        "CERTAIN",
                        "winter",
                        "POSSIBLE",
                        "seit",
                        "CERTAIN",
                        "bis",
                        "CERTAIN",
                        "zeitraum",
                        "CERTAIN"),
                certainties("year=2020"));
        assertEquals(
                Map.of(
                        "winter",
                        "POSSIBLE",
                        "jahr",
                        "POSSIBLE",
                        "bis",
                        "CERTAIN",
                        "zeitraum",
                        "CERTAIN",
                        "frueher",
                        "POSSIBLE"),
                certainties("from=2019-12-15&to=2020-02-29"));
        assertEquals(
                Map.of(
                        "sommer",
                        "CERTAIN",
                        "seit",
                        "CERTAIN",
                        "zeitraum",
                        "CERTAIN",
                        "bis",
                        "CERTAIN",
                        "tag",
                        "CERTAIN",
                        "monat",
                        "CERTAIN",
                        "ungefaehr",
                        "POSSIBLE",
                        "jahr",
                        "POSSIBLE"),
                certainties("from=2020-22&to=2020-22"));
    }

    @Test
    void certainIsASubsetOfPossible() {
        project("tag", "2020-06-15");
        project("jahr", "2020");
        project("vielleicht", "2020-06-15?");

        assertEquals(
                Map.of("tag", "CERTAIN", "jahr", "POSSIBLE", "vielleicht", "POSSIBLE"),
                certainties("from=2020-06-15&to=2020-06-15&certainty=possible"));
        assertEquals(Map.of("tag", "CERTAIN"), certainties("from=2020-06-15&to=2020-06-15&certainty=certain"));
        assertEquals(
                Map.of("tag", "CERTAIN", "jahr", "CERTAIN", "vielleicht", "CERTAIN"),
                certainties("year=2020&certainty=certain"));
    }

    @Test
    void aWindowMayBeOpenOnEitherSide() {
        project("alt", "../1950");
        project("heute", "2020");
        project("neu", "2021-01-01/..");

        assertEquals(List.of("alt", "heute", "neu"), Lists.slugs("/v1/projects?sort=temporal&to=2021"));
        assertEquals(List.of("heute", "neu"), Lists.slugs("/v1/projects?sort=temporal&from=1951"));
        assertEquals(List.of("alt"), Lists.slugs("/v1/projects?to=1900"));
        assertEquals(List.of("neu"), Lists.slugs("/v1/projects?from=9000"));
        assertEquals(List.of("heute"), Lists.slugs("/v1/projects?year=2020&from=2020-07"));
    }

    @Test
    void whatHasNoTimeIsInNoWindow() {
        city.publishes("projects", "{'slug': 'ohne', 'title': {'de': 'Ohne'}}");
        city.publishes("projects", "{'slug': 'wochen', 'title': {'de': 'W'}, 'temporal': {'duration': 'P7W'}}");
        city.publishes(
                "projects",
                "{'slug': 'wochen-2020', 'title': {'de': 'X'}, 'temporal': {'edtf': '2020', 'duration': 'P7W'}}");

        for (var query :
                List.of("to=9998", "from=0001", "from=0001&to=9998", "to=9998&certainty=certain", "when=past")) {
            assertEquals(List.of("wochen-2020"), Lists.slugs("/v1/projects?" + query), query);
        }
        assertEquals(List.of(), Lists.slugs("/v1/projects?when=ongoing"));
        assertEquals(List.of(), Lists.slugs("/v1/projects?when=upcoming"));
        Lists.ask("/v1/projects?year=2020&certainty=possible")
                .body("data.slug", contains("wochen-2020"))
                .body("data[0].temporal.display", equalTo("2020, sieben Wochen lang"))
                .body("data[0].temporal.duration", equalTo("P7W"));
        Lists.ask("/v1/projects/wochen")
                .body("temporal", equalTo(Map.of("duration", "P7W", "display", "sieben Wochen lang")))
                .body("certainty", nullValue());
    }

    @Test
    void theFirstAndTheLastDaysOfTheCalendarAreDaysToo() {
        project("erster", "0001-01-01");
        project("anfang", "0001");
        project("bis", "../0001-01-01");
        project("reform", "1500-02-28");
        project("letzter", "9998-12-31");
        project("immer", "9998-12-31/..");

        city.publishes("projects", "{'slug': 'ohne', 'title': {'de': 'Ohne'}}");

        assertEquals(
                List.of("erster", "bis", "anfang", "reform", "letzter", "immer", "ohne"),
                Lists.slugs("/v1/projects?sort=temporal"));
        assertEquals(
                List.of("immer", "letzter", "reform", "anfang", "bis", "erster", "ohne"),
                Lists.slugs("/v1/projects?sort=-temporal"));
        assertEquals(3, Lists.slugs("/v1/projects?to=0001").size());
        assertEquals(3, Lists.slugs("/v1/projects?to=0001-01-01").size());
        assertEquals(3, Lists.slugs("/v1/projects?to=1500-02-27").size());
        assertEquals(Map.of("reform", "CERTAIN"), certainties("from=1500-02-28&to=1500-02-28"));
        assertEquals(2, Lists.slugs("/v1/projects?from=9998-12-31").size());
        Lists.ask("/v1/projects/reform").body("temporal.earliest", equalTo("1500-02-28"));
    }

    @Test
    void theBetterKnownComesFirstAndWhatHasNoTimeComesLast() {
        var ordered = List.of(
                "../1950-06-01", "../1950", "2020-01-01", "2020-01-01/2020-01", "2020", "2020-02-01", "2020-02");
        for (var edtf : ordered) {
            project("s" + edtf.replaceAll("[^0-9]", "") + (edtf.contains("/") ? "x" : ""), edtf);
        }
        city.publishes("projects", "{'slug': 'ohne', 'title': {'de': 'Ohne'}}");

        assertEquals(
                List.of(
                        "s19500601x",
                        "s1950x",
                        "s20200101",
                        "s20200101202001x",
                        "s2020",
                        "s20200201",
                        "s202002",
                        "ohne"),
                Lists.slugs("/v1/projects?sort=temporal"));
        assertEquals(
                List.of(
                        "s202002",
                        "s20200201",
                        "s2020",
                        "s20200101202001x",
                        "s20200101",
                        "s1950x",
                        "s19500601x",
                        "ohne"),
                Lists.slugs("/v1/projects?sort=-temporal"));
    }

    @Test
    void aReleaseCountsForWhatItCoversElseForItsDayInTheCity() {
        city.publishesAll(
                "releases",
                List.of(
                        "{'slug': 'silvester', 'title': {'de': 'S'}, 'publishedAt': '2020-12-31T23:30:00Z'}",
                        "{'slug': 'sommer', 'title': {'de': 'T'}, 'publishedAt': '2020-06-30T21:30:00Z'}",
                        "{'slug': 'rueckblick', 'title': {'de': 'R'}, 'publishedAt': '2021-01-05T10:00:00+01:00',"
                                + " 'coveragePeriod': {'edtf': '2020'}}",
                        "{'slug': 'undatiert', 'title': {'de': 'U'}, 'publishedAtUnknown': true}"));

        assertEquals(List.of("sommer", "rueckblick"), Lists.slugs("/v1/releases?year=2020&sort=publishedAt"));
        assertEquals(List.of("silvester"), Lists.slugs("/v1/releases?year=2021"));
        assertEquals(List.of("silvester"), Lists.slugs("/v1/releases?from=2021-01-01&to=2021-01-01"));
        assertEquals(List.of("sommer"), Lists.slugs("/v1/releases?from=2020-06&to=2020-06&certainty=certain"));
        assertEquals(
                List.of("undatiert"),
                Lists.slugs("/v1/releases?sort=publishedAt&limit=100").subList(3, 4));
    }

    @Test
    void anEventMayHaveNothingButItsExactStart() {
        city.publishesAll(
                "events",
                List.of(
                        "{'slug': 'abend', 'title': {'de': 'A'}, 'startAt': '2020-01-31T23:30:00Z'}",
                        "{'slug': 'nacht', 'title': {'de': 'N'}, 'startAt': '2020-03-31T20:00:00+02:00',"
                                + " 'endAt': '2020-04-01T02:00:00+02:00'}",
                        "{'slug': 'geschrieben', 'title': {'de': 'G'}, 'startAt': '2020-05-01T20:00:00+02:00',"
                                + " 'temporal': {'edtf': '2020-05'}}"));

        assertEquals(Map.of("abend", "CERTAIN"), eventCertainties("from=2020-02&to=2020-02"));
        assertEquals(Map.of("nacht", "CERTAIN"), eventCertainties("from=2020-04&to=2020-04"));
        assertEquals(Map.of("geschrieben", "CERTAIN"), eventCertainties("from=2020-05&to=2020-05"));
        assertEquals(Map.of(), eventCertainties("from=2020-06&to=2020-06"));
        Lists.ask("/v1/events/abend").body("temporal", nullValue()).body("startAt", equalTo("2020-01-31T23:30:00Z"));
    }

    @Test
    void theEndOfAnEventDoesNotBelongToIt() {
        city.publishesAll(
                "events",
                List.of(
                        "{'slug': 'abend', 'title': {'de': 'A'}, 'startAt': '2020-06-13T20:00:00+02:00',"
                                + " 'endAt': '2020-06-14T00:00:00+02:00'}",
                        "{'slug': 'nacht', 'title': {'de': 'N'}, 'startAt': '2020-06-13T20:00:00+02:00',"
                                + " 'endAt': '2020-06-13T22:00:01Z'}",
                        "{'slug': 'tage', 'title': {'de': 'T'}, 'startAt': '2020-06-12T00:00:00+02:00',"
                                + " 'endAt': '2020-06-14T00:00:00+02:00', 'allDay': true}",
                        "{'slug': 'punkt', 'title': {'de': 'P'}, 'startAt': '2020-06-14T00:00:00+02:00',"
                                + " 'endAt': '2020-06-14T00:00:00+02:00'}"));

        assertEquals(
                Map.of("abend", "CERTAIN", "nacht", "CERTAIN", "tage", "CERTAIN"),
                eventCertainties("from=2020-06-13&to=2020-06-13"));
        assertEquals(Map.of("nacht", "CERTAIN", "punkt", "CERTAIN"), eventCertainties("from=2020-06-14&to=2020-06-14"));
        assertEquals(
                List.of("nacht", "punkt"), Lists.slugs("/v1/events?from=2020-06-14&certainty=certain&sort=temporal"));
    }

    @Test
    void whatEndsAtTodaysMidnightIsOverTomorrow() {
        clock.set(Instant.parse("2020-06-13T10:00:00Z"));
        city.publishes(
                "events",
                "{'slug': 'abend', 'title': {'de': 'A'}, 'startAt': '2020-06-13T20:00:00+02:00',"
                        + " 'endAt': '2020-06-14T00:00:00+02:00'}");
        assertEquals(List.of("abend"), Lists.slugs("/v1/events?when=ongoing"));
        clock.set(Instant.parse("2020-06-13T22:00:00Z"));
        assertEquals(List.of(), Lists.slugs("/v1/events?when=ongoing"));
        assertEquals(List.of("abend"), Lists.slugs("/v1/events?when=past"));
    }

    /** As an earlier version wrote it, which counted the day of the end. */
    @Test
    void whatWasWrittenByOlderRulesIsIndexedAnew() {
        var evening = city.publishes(
                "events",
                "{'slug': 'abend', 'title': {'de': 'A'}, 'startAt': '2020-06-13T20:00:00+02:00',"
                        + " 'endAt': '2020-06-14T00:00:00+02:00'}");
        city.publishes("events", "{'slug': 'tag', 'title': {'de': 'T'}, 'temporal': {'edtf': '2020-06-14'}}");
        var partner = new Partner("type=EVENT");
        partner.pulls();
        var older = "update content set end_latest = date '2020-06-14', lasted_until = date '2020-06-14' where id = '"
                + evening + "'";
        city.execute(older);
        city.execute("update instance set indexed_by = 0");
        assertEquals(2, eventCertainties("from=2020-06-14&limit=9").size());
        var revision = Desk.ADMIN.revision("/v1/events/" + evening);

        reindexing.catchUp();

        assertEquals(Map.of("tag", "CERTAIN"), eventCertainties("from=2020-06-14"));
        assertEquals(List.of("UPSERT 1 abend"), partner.pulls());
        partner.isComplete();
        assertEquals(revision, Desk.ADMIN.revision("/v1/events/" + evening));
        // Only once.
        city.execute(older);
        reindexing.catchUp();
        assertEquals(2, eventCertainties("from=2020-06-14&limit=7").size());
    }

    @Test
    void theExactStartDecidesAndTheRestIsAsWritten() {
        city.publishesAll(
                "events",
                List.of(
                        "{'slug': 'jahr', 'title': {'de': 'J'}, 'temporal': {'edtf': '2009'},"
                                + " 'startAt': '2009-06-13T10:00:00+02:00'}",
                        "{'slug': 'bis', 'title': {'de': 'B'}, 'temporal': {'edtf': '2009-06/2009-08'},"
                                + " 'startAt': '2009-06-13T10:00:00+02:00'}",
                        "{'slug': 'offen', 'title': {'de': 'O'}, 'temporal': {'edtf': '2009~/..'},"
                                + " 'startAt': '2009-06-13T10:00:00+02:00'}",
                        "{'slug': 'ende', 'title': {'de': 'E'}, 'temporal': {'edtf': '2009'},"
                                + " 'endAt': '2009-06-13T10:00:00+02:00'}"));

        assertEquals(
                Map.of("jahr", "CERTAIN", "bis", "CERTAIN", "offen", "CERTAIN", "ende", "CERTAIN"),
                eventCertainties("from=2009-06-13&to=2009-06-13"));
        assertEquals(Map.of("bis", "CERTAIN", "offen", "CERTAIN"), eventCertainties("from=2009-07&to=2009-07"));
        assertEquals(Map.of("bis", "POSSIBLE", "offen", "CERTAIN"), eventCertainties("from=2009-08-15&to=2009-08-15"));
        assertEquals(Map.of("ende", "POSSIBLE"), eventCertainties("from=2009-05&to=2009-05"));
        assertEquals(Map.of(), eventCertainties("year=2008"));
        // The same day; what is known to the month comes last.
        assertEquals("ende", Lists.slugs("/v1/events?sort=temporal").get(0));
        assertEquals("bis", Lists.slugs("/v1/events?sort=temporal").get(3));
    }

    @Test
    void whatHasOnlyAnEndMayHaveBegunAtAnyTimeBefore() {
        clock.set(Instant.parse("2020-06-01T10:00:00Z"));
        city.publishes("events", "{'slug': 'ende', 'title': {'de': 'E'}, 'endAt': '2020-06-13T10:00:00+02:00'}");

        assertEquals(Map.of("ende", "POSSIBLE"), eventCertainties("from=2020-05&to=2020-05"));
        assertEquals(Map.of("ende", "CERTAIN"), eventCertainties("from=2020-06&to=2020-06"));
        assertEquals(Map.of("ende", "CERTAIN"), eventCertainties("from=2020-06-13&to=2020-06-13"));
        assertEquals(Map.of(), eventCertainties("from=2020-06-14"));
        assertEquals(List.of("ende"), Lists.slugs("/v1/events?when=ongoing"));
        assertEquals(List.of(), Lists.slugs("/v1/events?when=past"));
        clock.set(Instant.parse("2020-06-14T10:00:00Z"));
        assertEquals(List.of("ende"), Lists.slugs("/v1/events?when=past"));
        assertEquals(List.of(), Lists.slugs("/v1/events?when=ongoing"));
    }

    @Test
    void timesThatContradictEachOtherAreRefused() {
        var start = "{'title': {'de': 'X'}, 'temporal': {'edtf': '%s'}, 'startAt': '%s'}";
        refused(start.formatted("2014-06-13", "2013-06-13T10:00:00+02:00"), "/startAt contradicts-temporal");
        refused(start.formatted("2014-06-13", "2014-06-14T00:00:00+02:00"), "/startAt contradicts-temporal");
        refused(start.formatted("2014-06/2014-09", "2014-07-01T10:00:00+02:00"), "/startAt contradicts-temporal");
        refused(start.formatted("2014~", "2015-01-01T10:00:00+01:00"), "/startAt contradicts-temporal");
        refused(start.formatted("../2014", "2014-06-13T10:00:00+02:00"), "/startAt contradicts-temporal");
        // In the city it is that day already, or still.
        taken(start.formatted("2014-06-13", "2014-06-12T22:30:00Z"));
        taken(start.formatted("2014-06-13", "2014-06-13T10:00:00+02:00"));
        taken(start.formatted("2014-06?", "2014-05-31T10:00:00+02:00"));
        taken(start.formatted("2014-22", "2014-08-31T10:00:00+02:00"));

        var end = "{'title': {'de': 'X'}, 'temporal': {'edtf': '%s'}, 'endAt': '%s'}";
        refused(end.formatted("2014-06-13", "2015-06-13T10:00:00+02:00"), "/endAt contradicts-temporal");
        refused(end.formatted("2014-06-13", "2014-06-12T10:00:00+02:00"), "/endAt contradicts-temporal");
        refused(end.formatted("2014-06-13/..", "2014-06-20T10:00:00+02:00"), "/endAt contradicts-temporal");
        taken(end.formatted("2014-06-13", "2014-06-14T02:00:00+02:00"));
        taken(end.formatted("2014-06-13/2014-06-15", "2014-06-16T00:00:00+02:00"));

        refused(
                "{'title': {'de': 'X'}, 'temporal': {'edtf': '2014'}, 'startAt': '2013-01-01T10:00:00+01:00',"
                        + " 'endAt': '2016-01-01T10:00:00+01:00'}",
                "/startAt contradicts-temporal",
                "/endAt contradicts-temporal");
        Desk.ADMIN
                .json(start.formatted("2014-06-13", "2013-06-13T10:00:00+02:00"))
                .header("Accept-Language", "en")
                .post("/v1/events")
                .then()
                .statusCode(422)
                .body("errors.message", contains("does not fit temporal, which says 2014-06-13."));
        refused("{'title': {'de': 'X'}, 'startAt': '9999-06-01T10:00:00+02:00'}", "/startAt not-a-date-time");
    }

    @Test
    void aPublicationDateIsKnownOrNot() {
        var both = "'publishedAt': '2020-12-22T10:00:00+01:00', 'publishedAtUnknown': ";
        for (var path : List.of("events", "releases", "projects")) {
            var document = "{'title': {'de': 'X'}, " + both + "%s}";
            Desk.ADMIN
                    .post("/v1/" + path, document.formatted("true"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/publishedAtUnknown"))
                    .body("errors.code", contains("contradicts-published-at"));
            Desk.ADMIN.post("/v1/" + path, document.formatted("false")).statusCode(201);
        }
    }

    @Test
    void aDateThatCannotBeReadSaysWhy() {
        var reasons = Map.of(
                "2020-13", "There is no such month: months are 01 to 12, seasons 21 to 24.",
                "2019-02-29", "There is no such day in this month.",
                "2020-06-13T20:00",
                        "A time of day is not allowed here: write the date only; an exact time belongs in startAt/endAt.",
                "2021/2020", "The end lies before the start.",
                "20XX",
                        "Unspecified digits (X) are not allowed: please write it more coarsely, such as 2020 or 2010/2019.");
        for (var place : List.of(
                "events /temporal/edtf {'title': {'de': 'X'}, 'temporal': {'edtf': '%s'}}",
                "events /previousTemporal/edtf {'title': {'de': 'X'}, 'previousTemporal': {'edtf': '%s'}}",
                "event-series /seasons/0/temporal/edtf"
                        + " {'title': {'de': 'X'}, 'seasons': [{'title': {'de': 'Y'}, 'temporal': {'edtf': '%s'}}]}",
                "releases /coveragePeriod/edtf {'title': {'de': 'X'}, 'coveragePeriod': {'edtf': '%s'}}",
                "organisations /founded/edtf {'name': {'de': 'X'}, 'founded': {'edtf': '%s'}}")) {
            var parts = place.split(" ", 3);
            reasons.forEach((edtf, reason) -> Desk.ADMIN
                    .json(parts[2].formatted(edtf))
                    .header("Accept-Language", "en")
                    .post("/v1/" + parts[0])
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains(parts[1]))
                    .body("errors.message", contains(reason)));
        }
        Desk.ADMIN
                .json("{'title': {'de': 'X'}, 'temporal': {'duration': 'P1.5D'}}")
                .header("Accept-Language", "de")
                .post("/v1/events")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/temporal/duration"))
                .body(
                        "errors.message",
                        contains(
                                "Bruchteile sind nicht erlaubt: Bitte ganze Zahlen einer kleineren Einheit schreiben."));
    }

    @Test
    void aSeriesThatIsOpenAtBothEndsIsPossibleAtAnyTime() {
        city.publishes(
                "event-series",
                "{'slug': 'immer', 'title': {'de': 'I'}, 'temporal': {'edtf': '../1950'},"
                        + " 'seasons': [{'title': {'de': 'Neu'}, 'temporal': {'edtf': '2020/..'}}]}");
        assertEquals(Map.of("immer", "POSSIBLE"), certaintiesOf("/v1/event-series?from=1980&to=1980"));
        assertEquals(Map.of("immer", "CERTAIN"), certaintiesOf("/v1/event-series?year=1940"));
    }

    private static void refused(String event, String... faults) {
        var errors =
                Desk.ADMIN.post("/v1/events", event).statusCode(422).extract().jsonPath();
        List<String> pointers = errors.getList("errors.pointer");
        List<String> codes = errors.getList("errors.code");
        assertEquals(
                List.of(faults),
                IntStream.range(0, codes.size())
                        .mapToObj(i -> pointers.get(i) + " " + codes.get(i))
                        .toList(),
                event);
    }

    private static void taken(String event) {
        Desk.ADMIN.post("/v1/events", event).statusCode(201);
    }

    @Test
    void whenGoesByTheDayOfTheCity() {
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        project("vorbei", today.minusDays(2).toString());
        project("laeuft", today.minusDays(2) + "/" + today.plusDays(2));
        project("kommt", today.plusDays(2).toString());
        project("seit", today.minusYears(1) + "/..");
        project("bis", "../" + today.minusYears(1));

        assertEquals(List.of("bis", "vorbei"), Lists.slugs("/v1/projects?sort=temporal&when=past"));
        assertEquals(List.of("seit", "laeuft"), Lists.slugs("/v1/projects?sort=temporal&when=ongoing"));
        assertEquals(List.of("kommt"), Lists.slugs("/v1/projects?sort=temporal&when=upcoming"));
    }

    @Test
    void whatIsNoDateIsRefused() {
        var wrong = Map.of(
                "from=2020-13",
                "malformed-date",
                "to=2020-06~",
                "not-a-date",
                "from=2020/2021",
                "not-a-date",
                "year=20",
                "malformed-date",
                "year=2020-06",
                "malformed-date",
                "from=9999",
                "malformed-date",
                "from=2021&to=2020",
                "ends-before-start",
                "certainty=certain",
                "without-window",
                "from=2020&certainty=sure",
                "unknown-value",
                "when=now",
                "unknown-value");
        wrong.forEach((query, code) ->
                Lists.ask("/v1/events?" + query).statusCode(400).body("errors.code", contains(code)));
        Lists.ask("/v1/topics?year=2020").statusCode(400).body("errors.code", contains("unknown-parameter"));
    }

    private void project(String slug, String edtf) {
        city.publishes(
                "projects",
                "{'slug': '%s', 'title': {'de': '%s'}, 'temporal': {'edtf': '%s'}}".formatted(slug, slug, edtf));
    }

    private static Map<String, String> certainties(String query) {
        return certaintiesOf("/v1/projects?limit=100&" + query);
    }

    private static Map<String, String> eventCertainties(String query) {
        return certaintiesOf("/v1/events?" + query);
    }

    private static Map<String, String> certaintiesOf(String path) {
        var page = Lists.read(path);
        List<String> slugs = page.getList("data.slug");
        return IntStream.range(0, slugs.size())
                .boxed()
                .collect(Collectors.toMap(slugs::get, i -> page.getString("data[" + i + "].certainty")));
    }
}
