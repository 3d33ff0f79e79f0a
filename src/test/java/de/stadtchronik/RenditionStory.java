package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an item looks: which of its properties, and with what its texts are formatted. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RenditionStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void fieldsNarrowAnItemToWhatIsAskedForAndWhatTellsWhatItIs() {
        city.publishes("releases", "{'slug': 'neu', 'title': {'de': 'Neu'}, 'summary': {'de': 'Kurz'}}");

        var item = Lists.read("/v1/releases/neu?fields=title,version");
        assertEquals(
                Set.of("id", "type", "url", "title", "version"), item.getMap("").keySet());
        assertEquals("Neu", item.getString("title"));
        assertEquals(1, item.getInt("version"));
        assertEquals(
                Set.of("id", "type", "url", "title", "publisher"),
                Lists.read("/v1/releases?fields=publisher").getMap("data[0]").keySet());
        var included = Lists.read("/v1/releases?fields=title&include=publisher");
        assertEquals(
                Set.of("id", "type", "url", "title", "publisher"),
                included.getMap("data[0]").keySet());
        assertEquals("Stadt", included.getString("data[0].publisher.item.name"));
        assertEquals(
                "Stadt",
                Lists.read("/v1/releases/neu?fields=title&include=publisher").getString("publisher.item.name"));
        Lists.ask("/v1/releases?fields=titel")
                .statusCode(400)
                .body("errors.code", contains("unknown-value"))
                .body("errors[0].message", equalTo("fields kennt den Wert „titel“ nicht. War „title“ gemeint?"))
                .body("errors[0].allowed", hasItem("title"));
    }

    @Test
    void aListLeavesLongTextsOutUnlessTheyAreNamed() {
        city.publishes(
                "releases",
                "{'slug': 'lang', 'title': {'de': 'Lang'}, 'summary': {'de': 'Kurz'}, 'body': {'de': 'Viel'},"
                        + " 'boilerplate': {'de': 'Wir'}, 'quotes': [{'text': {'de': 'Wort'}}],"
                        + " 'corrections': [{'at': '2020-01-01T00:00:00Z', 'text': {'de': 'Statt'}}]}");
        var longOnes = Set.of("body", "boilerplate", "quotes", "corrections");

        var whole = Lists.read("/v1/releases/lang").getMap("").keySet();
        assertTrue(whole.containsAll(longOnes));
        var brief = new HashSet<>(whole);
        brief.removeAll(longOnes);
        assertEquals(brief, Lists.read("/v1/releases").getMap("data[0]").keySet());
        assertEquals(
                brief, Lists.read("/v1/search?type=RELEASE").getMap("data[0]").keySet());
        assertEquals(
                whole, Lists.read("/v1/releases?fields=*").getMap("data[0]").keySet());
        assertEquals(whole, Lists.read("/v1/releases/lang?fields=*").getMap("").keySet());
        assertEquals(
                Set.of("id", "type", "url", "title", "body"),
                Lists.read("/v1/releases?fields=body").getMap("data[0]").keySet());
        assertFalse(Lists.read("/v1/releases?lang=*").getMap("data[0]").containsKey("body"));
        assertEquals(
                Map.of("de", "Viel"),
                Lists.read("/v1/releases?lang=*&fields=body").getMap("data[0].body"));
    }

    /** A page has at most about a MiB, whatever its limit, and the next goes on where it ends. */
    @Test
    void aPageOfLongTextsIsShorterAndTheNextGoesOn() {
        var all = new ArrayList<String>();
        for (var n = 0; n < 13; n++) {
            all.add("lang-" + n);
            city.publishes(
                    "releases",
                    "{'slug': 'lang-" + n + "', 'title': {'de': 'Lang'}, 'body': {'de': '" + "a".repeat(99_000)
                            + "'}}");
        }
        var seen = new ArrayList<String>();
        var pages = 0;
        for (var next = "/v1/releases?limit=100&fields=slug,body&sort=createdAt"; next != null; pages++) {
            var page = Lists.read(next.replaceFirst("^http://[^/]+", ""));
            assertTrue(page.prettify().length() < 1_200_000);
            seen.addAll(page.getList("data.slug"));
            next = page.getString("links.next");
        }
        assertEquals(2, pages);
        assertEquals(all, seen);
    }

    @Test
    void anIncludedItemLooksAsInAList() {
        var place = city.publishes(
                "places", "{'name': {'de': 'Halle'}, 'summary': {'de': 'Groß'}, 'accessibility': {'de': 'Rampe'}}");
        city.publishes("events", "{'slug': 'e', 'title': {'de': 'E'}, 'place': '" + place + "'}");

        Lists.ask("/v1/events/e?include=place")
                .body("place.item.title", equalTo("Halle"))
                .body("place.item.name", equalTo("Halle"))
                .body("place.item.summary", equalTo("Groß"))
                .body("place.item.accessibility", nullValue());
    }

    @Test
    void everyTypeSaysWhatAnItemIsCalledAsTitle() {
        city.publishes("topics", "{'slug': 't', 'label': {'de': 'Klang', 'en': 'Sound'}}");
        city.publishes("people", "{'slug': 'p', 'name': 'Ada'}");

        Lists.ask("/v1/topics/t?lang=en").body("title", equalTo("Sound")).body("label", equalTo("Sound"));
        Lists.ask("/v1/people/p?fields=kind").body("title", equalTo("Ada")).body("name", nullValue());
        // What is written has the properties of its record, and no other.
        Lists.ask("/v1/topics/t?lang=*").body("title", nullValue());
    }

    @Test
    void documentsAsTheyAreWrittenHaveAMediaTypeOfTheirOwn() {
        city.publishes("topics", "{'slug': 't', 'label': {'de': 'T'}}");
        var written = "application/vnd.stadtchronik.document+json";

        for (var path : List.of("/v1/topics/t", "/v1/topics", "/v1/topics/t/versions/1")) {
            Lists.ask(path).contentType(equalTo("application/json"));
            Lists.ask(path + "?lang=*").contentType(equalTo(written));
        }
        Desk.ADMIN.get("/v1/topics/t?view=draft").contentType(equalTo(written));
        Desk.ADMIN.get("/v1/topics?view=draft").contentType(equalTo(written));
        given().accept(written)
                .get("/v1/topics/t?lang=*")
                .then()
                .statusCode(200)
                .contentType(equalTo(written));
        given().accept("application/json").get("/v1/topics/t?lang=*").then().statusCode(200);
    }

    @Test
    void whatIsEmptyIsLeftOutAndNothingIsNull() {
        var topic = city.publishes("topics", "{'slug': 't', 'label': {'de': 'T'}, 'altLabels': []}");
        city.publishes(
                "releases",
                "{'slug': 'r', 'title': {'de': 'R'}, 'summary': null, 'quotes': [], 'links': [{'label': {'de': 'L'}, 'url': 'https://example.org/', 'target': null}],"
                        + " 'topics': ['" + topic + "'], 'boilerplate': null}");

        for (var path :
                List.of("/v1/releases/r", "/v1/releases", "/v1/topics/t?lang=*", "/v1/releases?lang=*", "/v1/events")) {
            assertFalse(Lists.ask(path).extract().asString().contains("null"), path);
        }
        Lists.ask("/v1/releases/r")
                .body("links", equalTo(List.of(Map.of("label", "L", "url", "https://example.org/"))))
                .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("quotes")));
        assertEquals(
                Set.of(
                        "id",
                        "type",
                        "url",
                        "status",
                        "version",
                        "createdAt",
                        "modifiedAt",
                        "title",
                        "label",
                        "slug",
                        "publishedAt",
                        "publisher",
                        "license",
                        "language",
                        "availableLanguages"),
                Lists.read("/v1/topics/t").getMap("").keySet());
    }

    @Test
    void markdownIsGivenAsHtmlAsWrittenOrAsText() {
        city.publishes(
                "releases",
                "{'slug': 'm', 'title': {'de': 'M'}, 'body':"
                        + " {'de': '# Netz\\n\\nEin **starkes** [Netz](https://example.org/netz?a=1&b=2).\\n\\n- eins\\n- zwei'}}");

        var html =
                "<h1>Netz</h1>\n<p>Ein <strong>starkes</strong> <a href=\"https://example.org/netz?a&#61;1&amp;b&#61;2\">"
                        + "Netz</a>.</p>\n<ul><li>eins</li><li>zwei</li></ul>\n";
        Lists.ask("/v1/releases/m").body("body", equalTo(html));
        Lists.ask("/v1/releases/m?bodyFormat=html").body("body", equalTo(html));
        Lists.ask("/v1/releases/m?bodyFormat=markdown")
                .body(
                        "body",
                        equalTo(
                                "# Netz\n\nEin **starkes** [Netz](https://example.org/netz?a=1&b=2).\n\n- eins\n- zwei"));
        Lists.ask("/v1/releases?bodyFormat=text&fields=body")
                .body(
                        "data[0].body",
                        equalTo("Netz\n\nEin starkes \"Netz\" (https://example.org/netz?a=1&b=2).\n\n- eins\n- zwei"));
        Lists.ask("/v1/releases?bodyFormat=pdf")
                .statusCode(400)
                .body("errors[0].allowed", contains("html", "markdown", "text"));
    }

    @Test
    void aTextHasNoMarkupWhateverItWasWrittenIn() {
        city.publishes(
                "releases",
                "{'slug': 'h', 'title': {'de': 'H'}, 'body': {'de': 'Ein <b>fettes</b> Wort,<br>"
                        + "<script>alert(1)</script>und 5 &lt; 6 <!-- weg -->\\n\\n<div>Ein &uuml;bles <p>Stück</div>\\n\\n"
                        + "<script>\\nalert(2)\\n</script>\\n\\n| Jahr | Zahl |\\n|---|--:|\\n| 2020 | *7* |'}}");

        Lists.ask("/v1/releases/h?bodyFormat=text")
                .body("body", equalTo("Ein fettes Wort,\nund 5 < 6 \n\nEin übles \nStück\n\nJahr| Zahl\n2020| 7"));
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        for (var path : List.of("/v1/releases", "/v1/releases/nichts", "/v1/search")) {
            Lists.ask(path + "?lang=*&include=publisher")
                    .statusCode(400)
                    .body("errors.parameter", contains("include"))
                    .body("errors.code", contains("not-together"));
            Lists.ask(path + "?view=draft&fields=title&include=publisher")
                    .statusCode(400)
                    .body("errors.parameter", contains("fields", "include"));
        }
    }

    @Test
    void aTextNamesNoAddressThatHtmlWouldNotLinkTo() {
        city.publishes(
                "releases",
                "{'slug': 'k', 'title': {'de': 'K'}, 'body': {'de': '[Klick *hier*](javascript:alert(1)) oder"
                        + " ![Bild](//evil.example) oder [da](https://example.org)'}}");

        Lists.ask("/v1/releases/k?bodyFormat=text")
                .body("body", equalTo("Klick hier oder Bild oder \"da\" (https://example.org)"));
    }

    @Test
    void tablesAndTelephoneNumbersAreGivenAsHtml() {
        city.publishes(
                "releases",
                "{'slug': 't', 'title': {'de': 'T'}, 'body': {'de': '| Jahr | Zahl |\\n|---|--:|\\n| 2020 | *7* |\\n\\n"
                        + "[Anruf](tel:+496313650)'}}");

        Lists.ask("/v1/releases/t")
                .body(
                        "body",
                        equalTo("<table><thead><tr><th>Jahr</th><th align=\"right\">Zahl</th></tr></thead>"
                                + "<tbody><tr><td>2020</td><td align=\"right\"><em>7</em></td></tr></tbody></table>\n"
                                + "<p><a href=\"tel:&#43;496313650\">Anruf</a></p>\n"));
    }

    @Test
    void renderedTextsAreSafeToShow() {
        var attacks = Map.ofEntries(
                Map.entry("Hallo <script>alert(1)</script>", "<p>Hallo </p>"),
                Map.entry("<script>alert(1)</script>", ""),
                Map.entry("[Klick](javascript:alert(1))", "<p>Klick</p>"),
                Map.entry("[Klick](JaVaScRiPt&#58;alert(1))", "<p>Klick</p>"),
                Map.entry("[Klick](data:text/html;base64,PHNjcmlwdD4)", "<p>Klick</p>"),
                Map.entry("![Bild](javascript:alert(1))", "<p><img alt=\\\"Bild\\\" /></p>"),
                Map.entry("<b onclick=x()>fett</b>", "<p>fett</p>"),
                Map.entry("<img src=x onerror=alert(1)>", "<img src=\\\"x\\\" />"),
                Map.entry("[Klick](//evil.example)", "<p>Klick</p>"),
                Map.entry("[Klick](/\\\\evil.example)", "<p>Klick</p>"),
                Map.entry("[Klick](</\\u0009/evil.example>)", "<p>Klick</p>"),
                Map.entry("<a href=//evil.example>Klick</a>", "<p>Klick</p>"),
                Map.entry("<a href=&#47;&#47;evil.example>Klick</a>", "<p>Klick</p>"),
                Map.entry("![Bild](//evil.example/x.png)", "<p><img alt=\\\"Bild\\\" /></p>"),
                Map.entry("[Klick](ftp://example.org)", "<p>Klick</p>"),
                Map.entry("[Klick](https:///evil.example)", "<p>Klick</p>"),
                Map.entry("[Klick](https:evil.example)", "<p>Klick</p>"),
                Map.entry("[Klick](https:\\\\evil.example)", "<p>Klick</p>"),
                Map.entry("[Klick](<\\\\evil.example>)", "<p>Klick</p>"),
                Map.entry("[Klick](https://nutzer:wort@example.org)", "<p>Klick</p>"),
                Map.entry("[Klick](https://example.org:99999/)", "<p>Klick</p>"),
                Map.entry("[Klick]()", "<p>Klick</p>"),
                Map.entry("[Klick](mailto:)", "<p>Klick</p>"),
                Map.entry("[Klick](tel:abc)", "<p>Klick</p>"),
                Map.entry("![Bild](tel:115)", "<p><img alt=\\\"Bild\\\" /></p>"),
                Map.entry("[Klick](über/uns?a=1:2)", "<p><a href=\\\"über/uns?a&#61;1:2\\\">Klick</a></p>"),
                Map.entry(
                        "[Klick](https://exämple.org/größe)",
                        "<p><a href=\\\"https://xn--exmple-cua.org/gr%C3%B6%C3%9Fe\\\">Klick</a></p>"),
                Map.entry("[Klick](mailto:a@example.org)", "<p><a href=\\\"mailto:a&#64;example.org\\\">Klick</a></p>"),
                Map.entry("[Klick](?a#b)", "<p><a href=\\\"?a#b\\\">Klick</a></p>"),
                Map.entry("<iframe src=https://example.org></iframe>", ""),
                Map.entry(
                        "<a href=https://example.org style=color:red onmouseover=x()>da</a>",
                        "<p><a href=\\\"https://example.org\\\">da</a></p>"),
                Map.entry("<svg><a xlink:href=javascript:x()>y</a></svg>", "<p>y</p>"));
        attacks.forEach((markdown, html) -> {
            var id = city.publishes("releases", "{'title': {'de': 'X'}, 'body': {'de': '" + markdown + "'}}");

            assertEquals(
                    html.replace("\\\"", "\""),
                    Lists.read("/v1/releases/" + id).getString("body").strip(),
                    markdown);
        });
    }

    @Test
    void plainTextsAreGivenOutAsTheyAre() {
        city.publishes("releases", "{'slug': 'p', 'title': {'de': '<b>5 < 6 & 7</b>'}, 'summary': {'de': '**roh**'}}");

        Lists.ask("/v1/releases/p")
                .body("title", equalTo("<b>5 < 6 & 7</b>"))
                .body("summary", equalTo("**roh**"))
                .contentType("application/json");
    }

    @Test
    void somebodyWithoutAnItemIsReferredToByTitle() {
        city.publishes(
                "releases",
                "{'slug': 'z', 'title': {'de': 'Z'}, 'quotes': [{'text': {'de': 'Ja.'}, 'order': 1,"
                        + " 'person': {'title': {'de': 'Die Leiterin', 'en': 'The head'}}}]}");

        Lists.ask("/v1/releases/z")
                .body(
                        "quotes",
                        equalTo(List.of(Map.of("text", "Ja.", "order", 1, "person", Map.of("title", "Die Leiterin")))));
        Lists.ask("/v1/releases/z?lang=en")
                .body("quotes[0].person.title", equalTo("The head"))
                .body("fallback", equalTo(true));
        Lists.ask("/v1/releases/z?lang=*")
                .body("quotes[0].person", equalTo(Map.of("title", Map.of("de", "Die Leiterin", "en", "The head"))))
                .body("fallback", nullValue());
    }
}
