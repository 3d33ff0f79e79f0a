package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists narrowed by what items say of themselves. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class FilterStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void kindsAreAnOpenSet() {
        event("a", "'kind': 'LIVESTREAM'");
        event("b", "'kind': 'CONGRESS'");
        event("c", "'kind': 'ESCAPE_ROOM'");
        event("d", "'highlight': true");

        found("a", "kind=LIVESTREAM");
        found("a b", "kind=LIVESTREAM,CONGRESS");
        found("a b", "kind=LIVESTREAM&kind=CONGRESS");
        found("c", "kind=ESCAPE_ROOM");
        found("", "kind=MILESTONE");
        found("b c d", "kind.not=LIVESTREAM");
        found("d", "kind.not=LIVESTREAM,CONGRESS,ESCAPE_ROOM");
        found("", "kind=LIVESTREAM&kind.not=LIVESTREAM");
        Lists.ask("/v1/events?kind=LIVESTREM")
                .statusCode(400)
                .body("errors.parameter", contains("kind"))
                .body("errors[0].message", equalTo("kind kennt den Wert „LIVESTREM“ nicht. War „LIVESTREAM“ gemeint?"))
                .body("errors[0].allowed", hasItem("ESCAPE_ROOM"));
        Lists.ask("/v1/releases?kind=ESCAPE_ROOM").statusCode(400);
    }

    @Test
    void idsFindThoseItemsAndWhatTheyBecamePartOf() {
        var a = event("a", "'kind': 'CONGRESS'");
        var b = event("b", "'kind': 'MILESTONE'");
        var c = event("c", "'kind': 'CONGRESS'");
        var draft = city.drafts("events", "{'slug': 'd', 'title': {'de': 'd'}}");

        found("a", "id=" + a);
        found("a b", "id=" + b + "," + a + "," + draft);
        found("a", "id=" + a.toString().toUpperCase(Locale.ROOT) + "&id=" + b + "&kind=CONGRESS");
        found("", "id=" + SampleCity.newId());
        assertEquals(List.of("a"), Lists.slugs("/v1/search?id=" + a));
        assertEquals(List.of(), Lists.slugs("/v1/projects?id=" + a));
        Desk.ADMIN
                .get("/v1/events?view=draft&sort=title&id=" + draft + "," + b)
                .statusCode(200)
                .body("data.slug", contains("b", "d"));
        Desk.ADMIN
                .on("/v1/events/" + c, "POST", "/merge", "{'into': 'events/a'}")
                .statusCode(200);
        found("a", "id=" + c);
        refused("/v1/events?id=a", "not-an-id");
        var many = Stream.generate(SampleCity::newId).limit(101).map(UUID::toString);
        refused("/v1/events?id=" + many.collect(Collectors.joining(",")), "too-many-values");
    }

    @Test
    void statesOfItemsAreClosedSets() {
        event("a", "'eventStatus': 'CANCELLED', 'attendanceMode': 'ONLINE'");
        event("b", "'eventStatus': 'POSTPONED', 'attendanceMode': 'ONSITE'");
        event("c", "'attendanceMode': 'ONLINE'");
        city.publishes("projects", "{'slug': 'p', 'title': {'de': 'P'}, 'projectStatus': 'RUNNING'}");

        found("a", "eventStatus=CANCELLED");
        found("a b", "eventStatus=CANCELLED,POSTPONED");
        found("", "eventStatus=SCHEDULED");
        found("a c", "attendanceMode=ONLINE");
        found("a", "attendanceMode=ONLINE&eventStatus=CANCELLED,POSTPONED");
        found("a b c", "status=PUBLISHED");
        found("", "status=ARCHIVED");
        found("a b c", "status=PUBLISHED,ARCHIVED");
        assertEquals(List.of("p"), Lists.slugs("/v1/projects?projectStatus=RUNNING"));
        assertEquals(List.of(), Lists.slugs("/v1/projects?projectStatus=PLANNED,SUSPENDED"));
        refused("/v1/events?eventStatus=cancelled", "unknown-value");
        refused("/v1/events?status=DRAFT", "unknown-value");
        refused("/v1/projects?eventStatus=CANCELLED", "unknown-parameter");
    }

    @Test
    void whatIsPublishedAnewIsFoundByItsNewWordsOnly() {
        var id = event("a", "'eventStatus': 'SCHEDULED', 'kind': 'CONGRESS', 'highlight': true");
        city.changes("events", id, "{'slug': 'a', 'title': {'de': 'a', 'en': 'a'}, 'eventStatus': 'CANCELLED'}");

        found("a", "eventStatus=CANCELLED");
        found("", "eventStatus=SCHEDULED");
        found("", "kind=CONGRESS");
        found("", "highlight=true");
        found("a", "language=en");
    }

    @Test
    void languagesAndFlags() {
        event("a", "'summary': {'de': 'A', 'en': 'A'}");
        event("b", "'summary': {'de': 'B', 'de-x-leicht': 'B'}, 'highlight': true");
        event("c", "'highlight': false, 'price': {'text': {'de': 'frei', 'en-GB': 'free'}}");

        found("a b c", "language=de");
        found("a", "language=en");
        found("c", "language=en-gb");
        found("b", "language=de-si");
        found("a b", "language=en,de-simple");
        found("", "language=fr");
        found("b", "highlight=true");
        found("a c", "highlight=false");
        refused("/v1/events?language=x_y", "unknown-value");
        refused("/v1/events?highlight=ja", "unknown-value");
    }

    @Test
    void sourcesAreNamedWholeOrByEntry() {
        event("a", "'source': {'system': 'presse', 'externalId': '2020:1'}");
        event("b", "'source': {'system': 'presse', 'externalId': '2'}");
        event("c", "'source': {'system': 'archiv', 'externalId': '2'}");

        found("a b", "source=presse");
        found("a", "source=presse:2020:1");
        found("c", "source=archiv:2");
        found("", "source=press");
        found("", "source=presse:");
        refused("/v1/events?source=", "empty");
    }

    @Test
    void momentsHaveFourOperators() {
        event("a", "'publishedAt': '2020-12-01T00:00:00+01:00'");
        event("b", "'publishedAt': '2020-12-02T00:00:00+01:00'");
        event("c", "'publishedAtUnknown': true");

        found("b", "publishedAt.gt=2020-11-30T23:00:00Z");
        found("a b", "publishedAt.gte=2020-11-30T23:00:00Z");
        found("a", "publishedAt.lt=2020-12-02T00:00:00%2B01:00");
        found("a b", "publishedAt.lte=2020-12-02T00:00:00%2B01:00");
        found("a b", "publishedAt.lte=2020-12-02T00:00:00+01:00");
        found("a", "publishedAt.gte=2020-12-01T00:00:00%2B01:00&publishedAt.lt=2020-12-01T00:00:00.001%2B01:00");
        found("a b", "publishedAt.gte=0001-01-01T00:00:00Z&publishedAt.lte=9999-12-31T23:59:59Z");
        found("a b", "publishedAt.lt=%2B10000-01-01T00:00:00Z");
        for (var wrong : List.of("2020-12-01", "2020-12-01T00:00:00", "gestern")) {
            refused("/v1/events?publishedAt.gte=" + wrong, "malformed-date-time");
        }
        refused("/v1/events?publishedAt=2020-12-01T00:00:00Z", "unknown-parameter");
    }

    @Test
    void modifiedSinceFindsWhatChangedThenOrLater() {
        event("a", "'kind': 'CONGRESS'");
        event("b", "'kind': 'CONGRESS'");
        var first = Instant.parse(Lists.read("/v1/events/a").getString("modifiedAt"));
        var second = Instant.parse(Lists.read("/v1/events/b").getString("modifiedAt"));

        found("a b", "modifiedSince=" + first);
        found("b", "modifiedSince=" + first.plusMillis(1));
        found("b", "modifiedSince=" + second);
        found("", "modifiedSince=" + second.plusMillis(1));
    }

    @Test
    void filtersAllHaveToHold() {
        city.publishes("topics", "{'slug': 'netz', 'label': {'de': 'Netz'}}");
        event("a", "'kind': 'CONGRESS', 'topics': ['topics/netz'], 'temporal': {'edtf': '2020-06'}, 'highlight': true");
        event("b", "'kind': 'CONGRESS', 'topics': ['topics/netz'], 'temporal': {'edtf': '2020-06'}");
        event("c", "'kind': 'CONGRESS', 'topics': ['topics/netz'], 'temporal': {'edtf': '2021'}, 'highlight': true");
        event(
                "d",
                "'kind': 'MILESTONE', 'topics': ['topics/netz'], 'temporal': {'edtf': '2020-06'}, 'highlight': true");
        event("e", "'kind': 'CONGRESS', 'temporal': {'edtf': '2020-06'}, 'highlight': true");

        found("a", "kind=CONGRESS&topic=netz&year=2020&highlight=true&publisher=stadt&language=de&status=PUBLISHED");
        Lists.ask("/v1/events?kind=CONGRESS&topic=netz&year=2020&count=exact").body("page.total", equalTo(2));
    }

    private UUID event(String slug, String properties) {
        return city.publishes("events", "{'slug': '%s', 'title': {'de': '%s'}, %s}".formatted(slug, slug, properties));
    }

    /** The slugs, with spaces between, that a question finds. */
    private static void found(String slugs, String question) {
        var expected = slugs.isEmpty() ? List.of() : List.of(slugs.split(" "));
        assertEquals(expected, Lists.slugs("/v1/events?sort=title&" + question), question);
    }

    private static void refused(String path, String code) {
        Lists.ask(path).statusCode(400).body("errors.code", contains(code));
    }
}
