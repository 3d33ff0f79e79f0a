package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.writing.ContentStore;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever pulls has all there is, and drops all that is gone, whatever it follows. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class FeedStory {

    private static final Desk DESK = Desk.ADMIN;

    @Inject
    SampleCity city;

    @Inject
    ContentStore store;

    @Inject
    TestClock clock;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void aPartnerWhoPullsTwiceHasAllThereIsAndNothingElse() {
        var kept = DESK.publishes("/v1/releases", Desk.titled("Bleibt", ", 'slug': 'bleibt'"));
        var gone = DESK.publishes("/v1/releases", Desk.titled("Geht", ", 'slug': 'geht'"));
        DESK.drafts("/v1/releases", Desk.titled("Entwurf"));
        var partner = new Partner("");
        assertEquals(List.of("UPSERT 1 stadt", "UPSERT 1 bleibt", "UPSERT 1 geht"), partner.pulls(2));
        partner.isComplete();
        assertEquals(List.of(), partner.pulls());

        DESK.on(gone, "POST", "/withdraw", "{'reason': 'WITHDRAWN', 'explanation': {'de': 'Falsch.'}}")
                .statusCode(200);
        DESK.changes(kept, "{'title': {'de': 'Anders'}}");
        assertEquals(List.of("DELETE WITHDRAWN RELEASE"), partner.pulls());
        DESK.publishes(kept);
        DESK.publishes("/v1/releases", Desk.titled("Neu", ", 'slug': 'neu'"));
        assertEquals(List.of("UPSERT 2 bleibt", "UPSERT 1 neu"), partner.pulls());
        partner.isComplete();
        DESK.on(gone, "DELETE", "", "").statusCode(204);
        assertEquals(List.of("DELETE DELETED RELEASE"), partner.pulls());
        DESK.on(kept, "POST", "/erase", "").statusCode(200);
        assertEquals(List.of("DELETE ERASED RELEASE"), partner.pulls());
        partner.isComplete();
    }

    @Test
    void whatChangesDuringAPullMovesToTheEnd() {
        var first = DESK.publishes("/v1/releases", Desk.titled("Eins", ", 'slug': 'eins'"));
        var second = DESK.publishes("/v1/releases", Desk.titled("Zwei", ", 'slug': 'zwei'"));
        DESK.publishes("/v1/releases", Desk.titled("Drei", ", 'slug': 'drei'"));
        var page = ask("limit=2");
        assertEquals(List.of("stadt", "eins"), page.getList("data.item.slug"));
        DESK.changes(second, "{'subtitle': {'de': 'Neu'}}");
        DESK.publishes(second);
        DESK.on(first, "POST", "/withdraw", "{'reason': 'WITHDRAWN'}").statusCode(200);
        var rest = ask("limit=3&since=" + page.getString("next"));
        assertEquals(List.of("UPSERT", "UPSERT", "DELETE"), rest.getList("data.op"));
        assertEquals(List.of("drei", "zwei"), rest.getList("data.item.slug"));
        assertFalse(rest.getBoolean("hasMore"));
        assertEquals(
                rest.prettify(), ask("limit=3&since=" + page.getString("next")).prettify());
    }

    @Test
    void whoeverBeginsIsNotToldOfWhatIsGone() {
        var item = DESK.publishes("/v1/releases", Desk.titled("Geht"));
        DESK.on(item, "POST", "/withdraw", "{'reason': 'WITHDRAWN'}").statusCode(200);
        assertEquals(List.of("UPSERT 1 stadt"), new Partner("").pulls());
        assertEquals(List.of(), new Partner("type=RELEASE").pulls());
    }

    @Test
    void theLastPageIsEmptyAndStillSaysNext() {
        var all = ask("");
        var nothing = ask("since=" + all.getString("next"));
        assertEquals(List.of(), nothing.getList("data"));
        assertEquals(all.getString("next"), nothing.getString("next"));
        assertEquals("https://www.govdata.de/dl-de/by-2-0", nothing.getString("license"));
        assertFalse(nothing.getBoolean("hasMore"));
        DESK.drafts("/v1/releases", Desk.titled("Entwurf"));
        var moved = ask("since=" + all.getString("next"));
        assertEquals(List.of(), moved.getList("data"));
        assertEquals(Partner.manifest("data=none").getString("position"), moved.getString("next"));
    }

    @Test
    void whatLeavesTheFilterIsToBeDropped() {
        DESK.publishes(
                "/v1/topics",
                "{'publisher': 'organisations/stadt', 'label': {'de': 'Kultur'}, 'code': 'KULTUR', 'slug': 'kultur'}");
        DESK.publishes(
                "/v1/topics",
                "{'publisher': 'organisations/stadt', 'label': {'de': 'Sport'}, 'code': 'SPORT', 'slug': 'sport'}");
        var moving = DESK.publishes(
                "/v1/releases", Desk.titled("Wandert", ", 'slug': 'wandert', 'topics': ['topics/kultur']"));
        DESK.publishes("/v1/releases", Desk.titled("Anderes", ", 'slug': 'anderes', 'topics': ['topics/sport']"));
        var culture = new Partner("topic=kultur");
        var sport = new Partner("topic=sport&type=RELEASE");
        var events = new Partner("type=EVENT");
        assertEquals(List.of("UPSERT 1 wandert"), culture.pulls());
        assertEquals(List.of("UPSERT 1 anderes"), sport.pulls());
        assertEquals(List.of(), events.pulls());

        DESK.changes(moving, "{'topics': ['topics/sport']}");
        DESK.publishes(moving);
        assertEquals(List.of("DELETE OUT_OF_SCOPE RELEASE"), culture.pulls());
        assertEquals(List.of("UPSERT 2 wandert"), sport.pulls());
        assertEquals(List.of(), events.pulls());
        DESK.changes(moving, "{'title': {'de': 'Noch einmal'}}");
        DESK.publishes(moving);
        assertEquals(List.of(), culture.pulls());
        DESK.on(moving, "DELETE", "", "").statusCode(204);
        assertEquals(List.of(), culture.pulls());
        assertEquals(List.of("DELETE DELETED RELEASE"), sport.pulls());
        assertEquals(List.of(), events.pulls());
        for (var partner : List.of(culture, sport, events)) {
            partner.isComplete();
        }
    }

    @Test
    void theKeysOfTheFirstChangeCountNotOfTheLast() {
        DESK.publishes(
                "/v1/topics",
                "{'publisher': 'organisations/stadt', 'label': {'de': 'Kultur'}, 'code': 'KULTUR', 'slug': 'kultur'}");
        var item = DESK.publishes("/v1/releases", Desk.titled("Wandert", ", 'topics': ['topics/kultur']"));
        var culture = new Partner("topic=kultur");
        culture.pulls();
        DESK.changes(item, "{'topics': null}");
        DESK.publishes(item);
        DESK.on(item, "POST", "/withdraw", "{'reason': 'WITHDRAWN'}").statusCode(200);
        assertEquals(List.of("DELETE WITHDRAWN RELEASE"), culture.pulls());
    }

    @Test
    void whatPassesAReaderByIsDroppedAllTheSame() {
        DESK.publishes(
                "/v1/topics", "{'publisher': 'organisations/stadt', 'label': {'de': 'Kultur'}, 'slug': 'kultur'}");
        var item = DESK.publishes("/v1/releases", Desk.titled("Wandert", ", 'topics': ['topics/kultur']"));
        var culture = new Partner("topic=kultur");
        culture.pulls();
        // Both come before the first page of the next pull is read, and the item after it.
        DESK.changes(item, "{'topics': null}");
        DESK.publishes(item);
        DESK.publishes("/v1/releases", Desk.titled("Eins", ", 'slug': 'eins', 'topics': ['topics/kultur']"));
        DESK.publishes("/v1/releases", Desk.titled("Zwei", ", 'slug': 'zwei', 'topics': ['topics/kultur']"));
        DESK.on(item, "POST", "/withdraw", "{'reason': 'WITHDRAWN'}").statusCode(200);
        assertEquals(List.of("UPSERT 1 eins", "UPSERT 1 zwei", "DELETE WITHDRAWN RELEASE"), culture.pulls(1));
        culture.isComplete();
    }

    @Test
    void languagesPublishersAndAreasCanBeFollowed() {
        DESK.publishes(
                "/v1/places", "{'name': {'de': 'Halle'}, 'slug': 'halle', 'ags': '07312000', " + Desk.PUBLISHER + "}");
        var english = DESK.publishes(
                "/v1/releases", "{'title': {'de': 'Zwei', 'en': 'Two'}, 'slug': 'zwei', " + Desk.PUBLISHER + "}");
        var event =
                DESK.publishes("/v1/events", Desk.titled("Konzert", ", 'slug': 'konzert', 'place': 'places/halle'"));
        var inEnglish = new Partner("lang=EN&type=RELEASE");
        var here = new Partner("area=07312");
        var elsewhere = new Partner("area=08");
        var ofTheCity = new Partner("publisher=organisations/stadt&type=EVENT");
        assertEquals(List.of("UPSERT 1 zwei"), inEnglish.pulls());
        assertEquals(List.of("UPSERT 1 halle", "UPSERT 1 konzert"), here.pulls());
        assertEquals(List.of(), elsewhere.pulls());
        assertEquals(List.of("UPSERT 1 konzert"), ofTheCity.pulls());

        DESK.changes(english, "{'title': {'en': null}}");
        DESK.publishes(english);
        DESK.changes("/v1/places/halle", "{'ags': '08111000'}");
        DESK.publishes("/v1/places/halle");
        assertEquals(List.of("DELETE OUT_OF_SCOPE RELEASE"), inEnglish.pulls());
        assertEquals(List.of("DELETE OUT_OF_SCOPE PLACE", "DELETE OUT_OF_SCOPE EVENT"), here.pulls());
        assertEquals(List.of("UPSERT 2 halle", "UPSERT 1 konzert"), elsewhere.pulls());
        DESK.changes(event, "{'place': null}");
        DESK.publishes(event);
        assertEquals(List.of("DELETE OUT_OF_SCOPE EVENT"), elsewhere.pulls());
        for (var partner : List.of(inEnglish, here, elsewhere, ofTheCity)) {
            partner.pulls();
            partner.isComplete();
        }
    }

    @Test
    void aReferenceComesWithItsTargetAndGoesWithIt() {
        var organisation = DESK.drafts(
                "/v1/organisations",
                "{'publisher': 'organisations/stadt', 'name': {'de': 'Verein'}, 'slug': 'verein'}");
        DESK.publishes("/v1/releases", Desk.titled("Nennt", ", 'slug': 'nennt', 'mentions': ['organisations/verein']"));
        var partner = new Partner("");
        var id = organisation.substring(organisation.lastIndexOf('/') + 1);
        var before = given().get(Partner.CHANGES).then().extract().asString();
        assertFalse(before.contains(id), "a draft shows");
        assertEquals(List.of("UPSERT 1 stadt", "UPSERT 1 nennt"), partner.pulls());
        partner.isComplete();
        DESK.publishes(organisation);
        assertEquals(List.of("UPSERT 1 verein", "UPSERT 1 nennt"), partner.pulls());
        partner.isComplete();
        DESK.on(organisation, "POST", "/withdraw", "{'reason': 'WITHDRAWN'}").statusCode(200);
        assertEquals(List.of("DELETE WITHDRAWN ORGANISATION", "UPSERT 1 nennt"), partner.pulls());
        partner.isComplete();
    }

    @Test
    void aTopicThatNobodyKnowsYetCannotBeFollowed() {
        var topic = DESK.drafts(
                "/v1/topics", "{'publisher': 'organisations/stadt', 'label': {'de': 'Geheim'}, 'code': 'GEHEIM'}");
        var id = topic.substring(topic.lastIndexOf('/') + 1);
        DESK.publishes("/v1/releases", Desk.titled("Nennt", ", 'slug': 'nennt', 'topics': ['" + id + "']"));
        var partner = new Partner("topic=" + id);
        assertEquals(List.of(), partner.pulls());
        partner.isComplete();
        DESK.publishes(topic);
        assertEquals(List.of("UPSERT 1 nennt"), partner.pulls());
        partner.isComplete();
    }

    @Test
    void whatBecamePartOfAnotherSaysOfWhich() {
        var one = DESK.publishes(
                "/v1/organisations", "{'publisher': 'organisations/stadt', 'name': {'de': 'A'}, 'slug': 'a'}");
        var other = DESK.publishes(
                "/v1/organisations", "{'publisher': 'organisations/stadt', 'name': {'de': 'B'}, 'slug': 'b'}");
        var since = ask("").getString("next");
        var into = other.substring(other.lastIndexOf('/') + 1);
        DESK.on(one, "POST", "/merge", "{'into': '" + into + "'}").statusCode(200);
        var page = ask("since=" + since);
        assertEquals(List.of("MERGED"), page.getList("data.reason"));
        assertEquals(List.of(into), page.getList("data.successor"));
    }

    @Test
    void whoFollowsATopicGoesOnWithTheOneItBecamePartOf() {
        var old = topic("Kultur");
        var kept = topic("Kunst");
        var early = releaseOn("kultur", "Alt");
        releaseOn("kunst", "Schon");
        var archived = releaseOn("kultur", "Fest");
        DESK.on(archived, "POST", "/archive", "{}").statusCode(200);
        var ofTheOld = new Partner("topic=kultur");
        var byId = new Partner("topic=" + id(old));
        var ofTheKept = new Partner("topic=kunst");
        var ofAll = new Partner("");
        assertEquals(List.of("UPSERT 1 alt", "UPSERT 1 fest"), ofTheOld.pulls());
        assertEquals(List.of("UPSERT 1 alt", "UPSERT 1 fest"), byId.pulls());
        assertEquals(List.of("UPSERT 1 schon"), ofTheKept.pulls());
        ofAll.pulls();

        DESK.on(old, "POST", "/merge", "{'into': 'topics/kunst'}").statusCode(200);
        var all = List.of("UPSERT 2 alt", "UPSERT 1 schon", "UPSERT 1 fest");
        assertEquals(all, ofTheOld.pulls());
        assertEquals(all, byId.pulls());
        assertEquals(all, ofTheKept.pulls());
        assertEquals(List.of("DELETE MERGED TOPIC", "UPSERT 2 alt", "UPSERT 1 schon", "UPSERT 1 fest"), ofAll.pulls());
        for (var partner : List.of(ofTheOld, byId, ofTheKept, ofAll)) {
            partner.isComplete();
        }
        assertEquals(List.of("alt", "fest", "schon"), Lists.slugs("/v1/releases?sort=title&topic=" + id(old)));

        releaseOn("kunst", "Neu");
        DESK.changes(early, "{'topics': null}");
        DESK.publishes(early);
        DESK.on(archived, "POST", "/withdraw", "{'reason': 'WITHDRAWN'}").statusCode(200);
        var later = List.of("UPSERT 1 neu", "DELETE OUT_OF_SCOPE RELEASE", "DELETE WITHDRAWN RELEASE");
        for (var partner : List.of(ofTheOld, byId, ofTheKept)) {
            assertEquals(later, partner.pulls());
            partner.isComplete();
            for (var name : List.of("kultur", "kunst", id(old), id(kept), "kultur,kunst")) {
                assertEquals(
                        List.of(),
                        ask("topic=" + name + "&since=" + partner.next()).getList("data"));
            }
        }
    }

    @Test
    void mergesDuringAPullLoseNothing() {
        var first = topic("Eins");
        var second = topic("Zwei");
        topic("Drei");
        releaseOn("eins", "A");
        releaseOn("zwei", "B");
        releaseOn("drei", "C");
        releaseOn("eins", "D");
        var partner = new Partner("topic=eins");
        var page = ask("topic=eins&limit=1");
        assertEquals(List.of("a"), page.getList("data.item.slug"));
        DESK.on(first, "POST", "/merge", "{'into': 'topics/zwei'}").statusCode(200);
        var next = ask("limit=1&since=" + page.getString("next"));
        assertEquals(List.of("a"), next.getList("data.item.slug"));
        DESK.on(second, "POST", "/merge", "{'into': 'topics/drei'}").statusCode(200);
        partner.goesBackTo(next.getString("next"));
        assertEquals(List.of("UPSERT 3 a", "UPSERT 2 b", "UPSERT 1 c", "UPSERT 3 d"), partner.pulls(1));
        partner.isComplete();
        partner.goesBackTo(page.getString("next"));
        assertEquals(List.of("UPSERT 3 a", "UPSERT 2 b", "UPSERT 1 c", "UPSERT 3 d"), partner.pulls(3));
        partner.isComplete();
        releaseOn("drei", "E");
        assertEquals(List.of("UPSERT 1 e"), partner.pulls());
    }

    @Test
    void aSuccessorIsNoSurvivor() {
        var old = topic("Kultur");
        var kept = topic("Kunst");
        releaseOn("kultur", "Alt");
        releaseOn("kunst", "Schon");
        var partner = new Partner("topic=kultur&type=RELEASE");
        partner.pulls();
        DESK.on(old, "POST", "/withdraw", "{'reason': 'WITHDRAWN', 'successor': '" + id(kept) + "'}")
                .statusCode(200);
        assertEquals(List.of("UPSERT 1 alt"), partner.pulls());
        releaseOn("kunst", "Neu");
        assertEquals(List.of(), partner.pulls());
        partner.isComplete();
        DESK.on(old, "POST", "/erase", "").statusCode(200);
        assertEquals(List.of("DELETE OUT_OF_SCOPE RELEASE"), partner.pulls());
        partner.isComplete();
        assertEquals(0, partner.copy().size());
    }

    @Test
    void whatIsErasedTakesWithItWhatWasMerged() {
        var first = topic("Eins");
        var second = topic("Zwei");
        var third = topic("Drei");
        releaseOn("eins", "A");
        releaseOn("zwei", "B");
        releaseOn("drei", "C");
        var ofFirst = new Partner("topic=eins&type=RELEASE");
        var ofSecond = new Partner("topic=zwei&type=RELEASE");
        assertEquals(List.of("UPSERT 1 a"), ofFirst.pulls());
        assertEquals(List.of("UPSERT 1 b"), ofSecond.pulls());
        DESK.on(first, "POST", "/merge", "{'into': 'topics/drei'}").statusCode(200);
        DESK.on(second, "POST", "/merge", "{'into': 'topics/drei'}").statusCode(200);
        assertEquals(List.of("UPSERT 2 a", "UPSERT 2 b", "UPSERT 1 c"), ofFirst.pulls());
        assertEquals(List.of("UPSERT 2 a", "UPSERT 2 b", "UPSERT 1 c"), ofSecond.pulls());

        DESK.on(first, "POST", "/erase", "").statusCode(200);
        assertEquals(
                List.of("DELETE OUT_OF_SCOPE RELEASE", "DELETE OUT_OF_SCOPE RELEASE", "DELETE OUT_OF_SCOPE RELEASE"),
                ofFirst.pulls());
        assertEquals(0, ofFirst.copy().size());
        ofFirst.isComplete();
        assertEquals(List.of("UPSERT 2 a", "UPSERT 2 b", "UPSERT 1 c"), ofSecond.pulls());
        ofSecond.isComplete();
        DESK.on(third, "POST", "/erase", "").statusCode(200);
        ofSecond.pulls();
        assertEquals(0, ofSecond.copy().size());
        ofSecond.isComplete();
    }

    @Test
    void aCursorFitsWhateverItsTopicIsCalled() {
        var topic = topic("Kultur");
        topic("Sport");
        releaseOn("kultur", "Eins");
        var since = ask("topic=kultur&type=RELEASE").getString("next");
        DESK.changes(topic, "{'slug': 'kunst'}");
        DESK.publishes(topic);
        releaseOn("kunst", "Zwei");
        for (var name : List.of("kunst", "kultur", id(topic), "topics/kunst")) {
            assertEquals(
                    List.of("zwei"),
                    ask("topic=" + name + "&type=RELEASE&since=" + since).getList("data.item.slug"),
                    name);
        }
        for (var other : List.of("topic=sport&type=RELEASE", "topic=kunst", "topic=kunst,sport&type=RELEASE")) {
            given().get(Partner.CHANGES + "?" + other + "&since=" + since)
                    .then()
                    .statusCode(400)
                    .body("errors.code", equalTo(List.of("other-filter")));
        }
    }

    private static String topic(String name) {
        return DESK.publishes(
                "/v1/topics",
                "{" + Desk.PUBLISHER + ", 'label': {'de': '" + name + "'}, 'slug': '" + name.toLowerCase(Locale.ROOT)
                        + "'}");
    }

    private static String releaseOn(String topic, String title) {
        return DESK.publishes("/v1/releases", Desk.titled(title, ", 'topics': ['topics/" + topic + "']"));
    }

    private static String id(String item) {
        return item.substring(item.lastIndexOf('/') + 1);
    }

    @Test
    void thinPagesSayOnlyWhatHappened() {
        DESK.publishes("/v1/releases", Desk.titled("Eins"));
        given().get(Partner.CHANGES + "?data=none")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .body("data[0]", not(hasKey("item")))
                .body("data.version", equalTo(List.of(1, 1)));
    }

    @Test
    void linesGiveEverythingAtOnce() {
        city.publishesAll(
                "topics",
                IntStream.range(0, 1100)
                        .mapToObj(n -> "{'label': {'de': 'T" + n + "'}, 'code': 'T" + n + "'}")
                        .toList());
        var lines = given().accept("application/x-ndjson")
                .get(Partner.CHANGES)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .map(JsonPath::from)
                .toList();
        assertEquals(1101, lines.stream().filter(line -> line.get("op") != null).count());
        var last = lines.get(lines.size() - 1);
        assertFalse(last.getBoolean("hasMore"));
        assertEquals(Partner.manifest("data=none").getString("position"), last.getString("next"));
        var manifest = given().accept("application/x-ndjson")
                .get("/v1/manifest")
                .then()
                .extract()
                .asString()
                .lines()
                .toList();
        assertEquals(1102, manifest.size());
        assertEquals(1101, JsonPath.from(manifest.get(1101)).getInt("count"));
    }

    @Test
    void aPullThatRarelyFindsSomethingGoesOnThroughEmptyPages() {
        var first = ask("type=EVENT");
        assertEquals(List.of(), first.getList("data"));
        assertEquals(ask("type=EVENT&since=" + first.getString("next")).getString("next"), first.getString("next"));
    }

    private static void isNoCursor(String since) {
        given().get(Partner.CHANGES + "?since=" + since)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("since"))
                .body("errors[0].code", equalTo("invalid-cursor"));
    }

    @Test
    void whatCannotBeAnsweredSaysWhereToBegin() {
        DESK.publishes(
                "/v1/topics",
                "{'publisher': 'organisations/stadt', 'label': {'de': 'Kultur'}, 'code': 'KULTUR', 'slug': 'kultur'}");
        var cursor = ask("topic=kultur").getString("next");
        var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        expired(text.replaceFirst("\"e\":\"........", "\"e\":\"00000000"));
        expired(text.replaceFirst("\"a\":", "\"a\":9"));
        isNoCursor("unsinn");
        for (var forged : List.of(
                "null",
                "[]",
                "[".repeat(2000),
                text.replaceFirst("\"topics\":\\[[^]]*]", "\"topics\":[null]"),
                text.replaceFirst("\"topics\":\\[[^]]*],?", ""),
                text.replaceFirst("\"topic\":\"kultur\"", "\"topic\":null"),
                text.replaceFirst("\"topic\":\"kultur\"", "\"tropic\":\"kultur\""),
                text.replaceFirst("\"topic\":", "\"area\":\"" + "07,".repeat(1300) + "07\",\"topic\":"),
                text.replaceFirst("\"topic\":", "\"type\":\"LIVESTREAM\",\"topic\":"))) {
            isNoCursor(Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8)));
        }
        given().get(Partner.CHANGES + "?topic=sport&since=" + cursor).then().statusCode(400);
        given().get(Partner.CHANGES + "?type=RELEASE&since=" + cursor)
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("other-filter"));
        given().get(Partner.CHANGES + "?limit=501&data=all&foo=1")
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("limit", "data", "foo")));
        given().get(Partner.CHANGES + "?topic=kultur&since=" + cursor)
                .then()
                .statusCode(200)
                .body("data", empty());
    }

    @Test
    void whoeverStaysAwayForTooLongHasToBeginAnew() {
        DESK.publishes("/v1/releases", Desk.titled("Eins"));
        var early = new Partner("");
        early.pulls();
        DESK.publishes("/v1/releases", Desk.titled("Zwei"));
        clock.advance(Duration.ofDays(399));
        store.forgetOldChanges();
        assertEquals(1, early.pulls().size());
        DESK.publishes("/v1/releases", Desk.titled("Drei"));
        var late = new Partner("");
        late.pulls();
        clock.advance(Duration.ofDays(2));
        store.forgetOldChanges();
        // Of the lines since that pull, none is forgotten yet.
        assertEquals(1, early.pulls().size());
        DESK.publishes("/v1/releases", Desk.titled("Vier"));
        clock.advance(Duration.ofDays(401));
        store.forgetOldChanges();
        early.page(10).statusCode(410).body("restart", endsWith("/v1/changes"));
        late.goesBackTo(null);
        assertEquals(5, late.pulls().size());
        late.isComplete();
    }

    /** A partner who asks again gets the same answer, however long ago it happened. */
    @Test
    void whenSomethingChangedStaysKnownAfterTheLogForgotIt() {
        clock.set(Instant.parse("2020-03-01T08:00:00Z"));
        var topic = DESK.publishes(
                "/v1/topics",
                "{'publisher': 'organisations/stadt', 'label': {'de': 'Alt'}, 'slug': 'alt', 'code': 'A'}");
        DESK.publishes("/v1/releases", Desk.titled("Nennt", ", 'topics': ['topics/alt']"));
        clock.set(Instant.parse("2020-06-01T08:00:00Z"));
        DESK.on(topic, "POST", "/withdraw", "{'reason': 'WITHDRAWN'}").statusCode(200);
        var told = List.of("2020-06-01T08:00:00Z");
        assertEquals(told, ask("type=RELEASE").getList("data.changedAt"));
        clock.advance(Duration.ofDays(401));
        store.forgetOldChanges();
        assertEquals(told, ask("type=RELEASE").getList("data.changedAt"));
    }

    @Test
    void aFormatThatIsNotThereIsRefused() {
        for (var path : List.of(Partner.CHANGES, "/v1/manifest")) {
            given().accept("application/xml").get(path).then().statusCode(406);
            given().accept("application/problem+json, application/json;q=0.1")
                    .get(path)
                    .then()
                    .statusCode(200);
        }
    }

    private static void expired(String cursor) {
        var since = Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
        given().get(Partner.CHANGES + "?since=" + since)
                .then()
                .statusCode(410)
                .body("type", endsWith("/problems/cursor-expired"))
                .body("restart", endsWith("/v1/changes?topic=kultur"));
    }

    private static JsonPath ask(String query) {
        var answer = given().urlEncodingEnabled(false)
                .get(Partner.CHANGES + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200)
                .extract();
        assertTrue(answer.jsonPath().getString("next").matches("[A-Za-z0-9_-]+"));
        return answer.jsonPath();
    }
}
