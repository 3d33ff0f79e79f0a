package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.stadtchronik.writing.Reindexing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list looks like: its size, its order, its links, and what it refuses. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ListingStory {

    @Inject
    SampleCity city;

    @Inject
    Reindexing reindexing;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void aPageHasTwentyItemsUnlessAnotherNumberUpToAHundredIsAsked() {
        topics(101);

        Lists.ask("/v1/topics").body("data", hasSize(20)).body("page.limit", equalTo(20));
        Lists.ask("/v1/topics?limit=1").body("data", hasSize(1)).body("page.limit", equalTo(1));
        Lists.ask("/v1/topics?limit=100").body("data", hasSize(100)).body("page.limit", equalTo(100));
        for (var wrong : new String[] {"0", "101", "-1", "1.5", "zehn", "99999999999999999999"}) {
            Lists.ask("/v1/topics?limit=" + wrong)
                    .statusCode(400)
                    .body("errors.parameter", contains("limit"))
                    .body("errors.code", contains("out-of-range"))
                    .body("errors[0].allowed", contains("1 … 100"));
        }
    }

    @Test
    void theTotalIsCountedOnlyIfAsked() {
        topics(3);

        Lists.ask("/v1/topics?limit=2").body("page.total", nullValue());
        var first = Lists.ask("/v1/topics?limit=2&count=exact").body("page.total", equalTo(3));
        var next = first.extract().path("page.next").toString();
        Lists.ask("/v1/topics?limit=2&count=exact&cursor=" + next)
                .body("data", hasSize(1))
                .body("page.total", equalTo(3));
        Lists.ask("/v1/topics?language=en&count=exact").body("data", hasSize(0)).body("page.total", equalTo(0));
        Lists.ask("/v1/topics?count=true").statusCode(400).body("errors[0].allowed", contains("exact"));
    }

    @Test
    void whatIsWithdrawnWhileAPageIsReadIsNotOnIt() {
        topics(3);
        var ids = Lists.ask("/v1/topics").extract().<List<String>>path("data.id");
        Statements.meanwhile(
                "begun_by",
                () -> Desk.ADMIN
                        .on("/v1/topics/" + ids.get(0), "POST", "/withdraw", "{}")
                        .statusCode(200));

        Lists.ask("/v1/topics?limit=7").statusCode(200).body("data.id", equalTo(ids.subList(1, 3)));
    }

    @Test
    void everyPageSaysWhereItIsAndWhereItGoesOn() {
        topics(3);
        var query = "limit=2&modifiedSince=2020-01-01T00:00:00%2B01:00";

        var first = Lists.ask("/v1/topics?" + query).statusCode(200).extract();
        var next = first.path("links.next").toString();
        assertEquals("http://localhost:8080/v1/topics?" + query, first.path("links.self"));
        assertEquals("http://localhost:8080/v1/topics?" + query + "&cursor=" + first.path("page.next"), next);
        assertEquals("<" + next + ">; rel=\"next\"", first.header("Link"));

        Lists.ask(next.substring("http://localhost:8080".length()))
                .statusCode(200)
                .body("data.slug", contains("t-2"))
                .body("links.self", equalTo(next))
                .body("links.next", nullValue())
                .body("page.next", nullValue())
                .header("Link", nullValue());
    }

    @Test
    void anEmptyListIsAList() {
        Lists.ask("/v1/topics")
                .statusCode(200)
                .body("data", hasSize(0))
                .body("page", equalTo(java.util.Map.of("limit", 20)))
                .body("links", equalTo(java.util.Map.of("self", "http://localhost:8080/v1/topics")))
                .header("Last-Modified", nullValue());
    }

    @Test
    void titlesSortAsInAGermanDictionary() {
        var ordered = List.of(
                "10 Jahre",
                "2 Jahre",
                "„Aal“",
                "Abend",
                "Ärzte",
                "Asche",
                "aß",
                "Assel",
                "École",
                "Eis",
                "KL digital",
                "KLdigital",
                "Öl",
                "Osten",
                "Straße",
                "Strassen",
                "Übermut",
                "Uhr",
                "Zürich");
        var shuffled = new ArrayList<>(ordered);
        java.util.Collections.shuffle(shuffled, new java.util.Random(1));
        city.publishesAll(
                "projects",
                shuffled.stream()
                        .map(title -> "{'title': {'de': '" + title + "', 'en': 'x'}}")
                        .toList());

        Lists.ask("/v1/projects?limit=50").body("data.title", equalTo(ordered));
        Lists.ask("/v1/projects?limit=50&sort=title&lang=en").body("data[0].slug", equalTo("10-jahre"));
    }

    @Test
    void whereLettersAreTheSameAccentsDecideAndThenCase() {
        ordered("apfel", "Apfel", "äpfel", "Äpfel", "Strasse", "Straße", "uber", "Uber", "über", "Über", "Zahl");
    }

    @Test
    void lettersOfOtherScriptsComeAfterLatinOnes() {
        ordered(
                "1 Jahr", "٢ سنة", "Ærø", "izmir", "ızmir", "jena", "Łódź", "Lohr", "zmir", "Zürich", "Þór", "Ελλάς",
                "Ωδή", "Ґанок", "Гора", "ёлка", "ель", "июнь", "йод", "Київ", "яблоко", "ალბომი", "Աբգ", "אבן", "سلام",
                "かな", "日本");
    }

    private void ordered(String... titles) {
        var shuffled = new ArrayList<>(List.of(titles));
        java.util.Collections.shuffle(shuffled, new java.util.Random(1));
        city.publishesAll(
                "projects",
                shuffled.stream()
                        .map(title -> "{'title': {'de': '" + title + "'}}")
                        .toList());

        Lists.ask("/v1/projects?limit=50").body("data.title", equalTo(List.of(titles)));
        Lists.ask("/v1/projects?limit=50&sort=-title").body("data[0].title", equalTo(titles[titles.length - 1]));
        var paged = new ArrayList<String>();
        for (var next = "/v1/projects?limit=2"; !next.isEmpty(); ) {
            var page = Lists.read(next);
            paged.addAll(page.getList("data.title"));
            var cursor = page.getString("page.next");
            next = cursor == null ? "" : "/v1/projects?limit=2&cursor=" + cursor;
        }
        assertEquals(List.of(titles), paged);
    }

    @Test
    void whatAnOlderReleaseSortedIsSortedAnew() {
        ordered("über", "Über", "яблоко");
        city.execute("update content set title_key = 'uber' where title_key like 'uber%'");
        city.execute("update content set title_key = '' where slug like 'item%'");
        city.execute("update instance set indexed_by = 0");

        reindexing.catchUp();

        Lists.ask("/v1/projects").body("data.title", contains("über", "Über", "яблоко"));
    }

    @Test
    void everyTypeHasItsOwnUsualOrder() {
        city.publishesAll(
                "releases",
                List.of(
                        "{'slug': 'alt', 'title': {'de': 'A'}, 'publishedAt': '2020-01-01T00:00:00Z'}",
                        "{'slug': 'neu', 'title': {'de': 'B'}, 'publishedAt': '2021-01-01T00:00:00Z'}",
                        "{'slug': 'nie', 'title': {'de': 'C'}, 'publishedAtUnknown': true}"));
        city.publishesAll(
                "events",
                List.of(
                        "{'slug': 'spaet', 'title': {'de': 'A'}, 'temporal': {'edtf': '2021'}}",
                        "{'slug': 'frueh', 'title': {'de': 'B'}, 'temporal': {'edtf': '2020-01'}}",
                        "{'slug': 'irgendwann', 'title': {'de': 'C'}}"));
        for (var path : new String[] {"projects", "topics"}) {
            var name = path.equals("topics") ? "label" : "title";
            city.publishesAll(
                    path,
                    List.of(
                            "{'slug': 'z', '" + name + "': {'de': 'Ziel'}}",
                            "{'slug': 'o', '" + name + "': {'de': 'Öl'}}"));
        }

        assertEquals(List.of("neu", "alt", "nie"), Lists.slugs("/v1/releases"));
        assertEquals(List.of("frueh", "spaet", "irgendwann"), Lists.slugs("/v1/events"));
        assertEquals(List.of("o", "z"), Lists.slugs("/v1/projects"));
        assertEquals(List.of("o", "z"), Lists.slugs("/v1/topics"));
    }

    @Test
    void itemsThatComeBetweenTwoPagesDisturbNothing() {
        topics(4);
        var next = Lists.read("/v1/topics?limit=2").getString("page.next");
        city.publishesAll(
                "topics",
                List.of(
                        "{'slug': 'davor', 'label': {'de': 'Thema 0000'}}",
                        "{'slug': 'dahinter', 'label': {'de': 'Thema 9999'}}"));

        assertEquals(List.of("t-2", "t-3", "dahinter"), Lists.slugs("/v1/topics?limit=5&cursor=" + next));
    }

    @Test
    void aCursorGoesOnlyWithTheOrderItWasMadeFor() {
        topics(2);
        var next = Lists.read("/v1/topics?limit=1&sort=title").getString("page.next");

        assertEquals(List.of("t-1"), Lists.slugs("/v1/topics?cursor=" + next));
        for (var sort : new String[] {"-title", "createdAt", "title,createdAt"}) {
            refused("/v1/topics?sort=" + sort + "&cursor=" + next);
        }
    }

    @Test
    void forgedCursorsAreRefused() {
        var id = SampleCity.newId();
        for (var forged : List.of(
                "",
                "null",
                "[]",
                "{}",
                "[null]",
                "[\"title\"]",
                "[\"title\",\"a\"]",
                "[\"title\",null,\"" + id + "\"]",
                "[\"title\",\"a\",null]",
                "[\"title\",\"a\",\"b\"]",
                "[\"title\",\"a\\u0000\",\"" + id + "\"]",
                "[\"title\",\"a\",\"" + id + "\",\"b\"]",
                "[\"title\",{},\"" + id + "\"]",
                "[\"title\",\"a\",\"" + id)) {
            refused("/v1/topics?cursor=x" + encoded(forged));
            if (!forged.isEmpty()) {
                refused("/v1/topics?cursor=" + encoded(forged));
            }
        }
        for (var moment :
                new String[] {"+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z", "2020"}) {
            refused("/v1/topics?sort=createdAt&cursor=" + encoded("[\"createdAt\",\"" + moment + "\",\"" + id + "\"]"));
        }
        for (var day : new String[] {"+999999999-12-31", "-999999999-01-01", "2020"}) {
            refused("/v1/events?cursor=" + encoded("[\"temporal\",\"" + day + "\",\"0\",\"" + id + "\"]"));
        }
        refused("/v1/events?cursor=" + encoded("[\"temporal\",\"2020-01-01\",\"99999999999\",\"" + id + "\"]"));
    }

    private void topics(int number) {
        city.publishesAll(
                "topics",
                IntStream.range(0, number)
                        .mapToObj(i -> "{'slug': 't-%d', 'label': {'de': 'Thema %04d'}}".formatted(i, i + 1))
                        .toList());
    }

    private static void refused(String path) {
        Lists.ask(path)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("http://localhost:8080/problems/invalid-parameters"))
                .body("errors.parameter", contains("cursor"))
                .body("errors.code", contains("invalid-cursor"));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
