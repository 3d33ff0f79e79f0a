package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What documents may say: numbers, names in registers, addresses, recurrences, and characters. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class DocumentRulesStory {

    private static final Desk DESK = Desk.ADMIN;

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void aRecurrenceIsARuleOfRfc5545() {
        for (var rule : List.of(
                "FREQ=WEEKLY;FREQ=DAILY",
                "FREQ=WEEKLY;COUNT=3;UNTIL=20201231",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;INTERVAL=1;INTERVAL=1",
                "FREQ=WEEKLY;INTERVAL=+2",
                "FREQ=WEEKLY;COUNT=+3",
                "FREQ=WEEKLY;UNTIL=GESTERN",
                "FREQ=WEEKLY;UNTIL=20201340",
                "FREQ=WEEKLY;BYDAY=1MO",
                "FREQ=YEARLY;SKIP=FORWARD",
                "COUNT=3",
                "jede Woche")) {
            wrong("event-series", "'recurrence': '" + rule + "'", "/recurrence");
        }
        for (var rule : List.of(
                "INTERVAL=2;FREQ=WEEKLY",
                "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20201231T225959Z",
                "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR;BYHOUR=17;BYMINUTE=0")) {
            var series = DESK.publishes("/v1/event-series", Desk.titled("S", ", 'recurrence': '" + rule + "'"));
            Lists.ask(series).body("recurrence", equalTo(rule));
        }
    }

    @Test
    void aFigureHasANumberOrIsAReportInWords() {
        for (var figure : List.of(
                "'bound': 'EXACT'",
                "'bound': 'ABOUT', 'text': {'de': 'viele'}",
                "'bound': 'EXACT', 'min': 5",
                "'bound': 'EXACT', 'max': 5",
                "'bound': 'EXACT', 'min': 5, 'value': 3",
                "'bound': 'EXACT', 'max': 2, 'value': 3")) {
            wrong("events", "'figures': [{'metric': 'ATTENDEES', " + figure + "}]", "/figures/0/value");
        }
        wrong("events", "'figures': [{'metric': 'ATTENDEES', 'bound': 'EXACT', 'min': 5, 'max': 3}]", "/figures/0/max");
        for (var number : List.of("value", "min", "max")) {
            wrong(
                    "events",
                    "'figures': [{'metric': 'ATTENDEES', 'bound': 'ABOUT', '" + number + "': -7}]",
                    "/figures/0/" + number);
        }
        DESK.drafts(
                "/v1/events",
                Desk.titled(
                        "F",
                        ", 'figures': [{'metric': 'STAFF', 'bound': 'UNSPECIFIED', 'text': {'de': 'viele'}},"
                                + " {'metric': 'STAFF', 'bound': 'EXACT', 'value': 0},"
                                + " {'metric': 'STAFF', 'bound': 'EXACT', 'min': 3, 'max': 3}]"));
    }

    @Test
    void aValueOfTheWrongFormIsToldOneOfTheRightForm() {
        Map.of(
                        "'slug': 'Ä b'", "herzlich-digital",
                        "'kind': 'live'", "LIVESTREAM",
                        "'price': {'amount': '5,00', 'currency': 'EUR'}", "12.50",
                        "'figures': [{'metric': 'Gäste', 'bound': 'EXACT', 'value': 1}]", "ATTENDEES",
                        "'identifiers': [{'scheme': 'ags', 'value': '07312000'}]", "AGS")
                .forEach((property, right) -> DESK.post("/v1/events", Desk.titled("E", ", " + property))
                        .statusCode(422)
                        .body("errors.code", contains("pattern"))
                        .body("errors[0].message", equalTo("Hier wird ein Wert wie " + right + " erwartet."))
                        .body("errors[0].allowed", contains(right)));
        DESK.post(
                        "/v1/media",
                        Desk.titled("M", ", 'sha256': 'ABC', 'mediaKind': 'VIDEO', 'contentUrl': 'https://a.example'"))
                .statusCode(422)
                .body("errors.pointer", contains("/sha256"))
                .body("errors[0].message", equalTo("hat nicht die Form, die das API-Dokument nennt"));
    }

    @Test
    void wordsThatPeopleTryLeadToTheRightProperties() {
        Map.of(
                        "media url", "contentUrl",
                        "organisations url", "website“ oder „links",
                        "organisations sameAs", "identifiers“ oder „links",
                        "events url", "links",
                        "events startDate", "startAt“ oder „temporal",
                        "projects endDate", "temporal",
                        "events location", "place",
                        "places location", "address",
                        "people jobTitle", "roles",
                        "topics description", "definition")
                .forEach((tried, right) -> {
                    var words = tried.split(" ", 2);
                    DESK.post("/v1/" + words[0], "{'" + words[1] + "': 'https://a.example/b'}")
                            .statusCode(422)
                            .body(
                                    "errors.find { it.pointer == '/" + words[1] + "' }.message",
                                    equalTo("Dieses Feld gibt es hier nicht. War „" + right + "“ gemeint?"));
                });
        // What was read may be sent back.
        var topic = DESK.publishes("/v1/topics", "{'label': {'de': 'T'}, " + Desk.PUBLISHER + "}");
        var url = Lists.ask(topic).extract().<String>path("url");
        DESK.changes(topic, "{'url': '" + url + "', 'label': {'de': 'U'}}");
    }

    @Test
    void oneFigureOfTheSameIsPreferred() {
        var figure = "{'metric': 'STAFF', 'bound': 'EXACT', 'value': 3, 'preferred': true";
        for (var type : List.of("events", "event-series", "projects", "organisations")) {
            wrong(type, "'figures': [" + figure + "}, " + figure + "}]", "/figures/1/preferred");
        }
        DESK.drafts(
                "/v1/events",
                Desk.titled(
                        "F",
                        ", 'figures': [" + figure + "}, " + figure + ", 'scope': 'Land'}, " + figure
                                + ", 'asOf': '2020'}, {'metric': 'STAFF', 'bound': 'EXACT', 'value': 4}]"));
    }

    @Test
    void whatLastsWholeDaysBeginsAndEndsAtMidnight() {
        DESK.post(
                        "/v1/events",
                        Desk.titled(
                                "F",
                                ", 'allDay': true, 'startAt': '2020-06-13T10:00:00+02:00', 'endAt': '2020-06-13T12:00:00+02:00'"))
                .statusCode(422)
                .body("errors.pointer", contains("/startAt", "/endAt"))
                .body("errors.code", contains("contradicts-all-day", "contradicts-all-day"));
        wrong("events", "'allDay': true, 'startAt': '2020-06-13T00:00:00Z'", "/startAt");
        DESK.drafts(
                "/v1/events",
                Desk.titled(
                        "F",
                        ", 'allDay': true, 'startAt': '2020-06-12T22:00:00Z', 'endAt': '2020-06-14T00:00:00+02:00'"));
    }

    @Test
    void nothingEndsBeforeItBegins() {
        var dates = "'validFrom': '2021', 'validUntil': '2020'";
        wrong("people", "'roles': [{'title': {'de': 'Leitung'}, " + dates + "}]", "/roles/0/validUntil");
        wrong(
                "faqs",
                "'entries': [{'id': 'a', 'question': {'de': 'F'}, 'answer': {'de': 'A'}, " + dates + "}]",
                "/entries/0/validUntil");
        wrong(
                "organisations",
                "'relations': [{'type': 'MEMBER_OF', 'target': {'title': {'de': 'O'}}, 'since': '2021-02', 'until': '2021-01'}]",
                "/relations/0/until");
        wrong("organisations", "'founded': {'edtf': '2020-06'}, 'dissolved': {'edtf': '2019'}", "/dissolved");
        wrong("releases", "'embargoUntil': '2030-01-02T00:00:00Z', 'expiresAt': '2030-01-01T00:00:00Z'", "/expiresAt");
        DESK.drafts(
                "/v1/people",
                "{'name': 'P', 'roles': [{'title': {'de': 'L'}, 'validFrom': '2020-06', 'validUntil': '2020'}]}");
    }

    @Test
    void anAmountHasACurrency() {
        wrong("events", "'price': {'amount': '5.00'}", "/price/currency");
        wrong(
                "projects",
                "'funding': [{'funders': [{'title': {'de': 'Land'}}], 'amount': '17000000'}]",
                "/funding/0/currency");
        wrong("events", "'price': {'amount': '5.00', 'currency': 'XYZ'}", "/price/currency");
        wrong(
                "projects",
                "'funding': [{'funders': [{'title': {'de': 'Land'}}], 'amount': '17000000', 'currency': 'XYZ'}]",
                "/funding/0/currency");
    }

    @Test
    void whatIsFreeCostsNothing() {
        wrong("events", "'price': {'free': true, 'amount': '5.00', 'currency': 'EUR'}", "/price/amount");
        wrong("event-series", "'price': {'free': true, 'amount': '0.01', 'currency': 'EUR'}", "/price/amount");
        DESK.drafts("/v1/events", Desk.titled("F", ", 'price': {'free': true, 'amount': '0.00', 'currency': 'EUR'}"));
        DESK.drafts("/v1/events", Desk.titled("F", ", 'price': {'free': false, 'amount': '5.00', 'currency': 'EUR'}"));
    }

    @Test
    void eachPartSaysSomething() {
        wrong("releases", "'links': [{'label': {'de': 'nirgendwohin'}}]", "/links/0/url");
        wrong("events", "'recordings': [{'label': {'de': 'nirgendwohin'}, 'target': null}]", "/recordings/0/url");
        wrong("events", "'virtualLocations': [{'access': 'PUBLIC'}]", "/virtualLocations/0/url");
        wrong("event-series", "'virtualLocations': [{'access': 'PUBLIC'}]", "/virtualLocations/0/url");
        wrong("events", "'price': {'currency': 'EUR'}", "/price/amount");
        DESK.drafts("/v1/events", Desk.titled("F", ", 'virtualLocations': [{'access': 'INVITED'}]"));
    }

    @Test
    void somebodyTakesPart() {
        wrong("events", "'participations': [{'role': 'PARTNER'}]", "/participations/0/organisation");
        wrong("projects", "'participations': [{'role': 'PARTNER', 'person': null}]", "/participations/0/organisation");
        wrong("event-series", "'participations': [{'role': 'PARTNER'}]", "/participations/0/organisation");
        wrong(
                "events",
                "'participations': [{'role': 'PARTNER', 'organisation': {'title': {'de': 'O'}}, 'person': {'title': {'de': 'P'}}}]",
                "/participations/0/person");
    }

    @Test
    void anIdentifierIsAsItsRegisterWritesIt() {
        Map.of(
                        "AGS", List.of("7312000", "07312000 ", "0731", "073120000000", "00000000", "99312000", "17"),
                        "ARS", List.of("07312", "73120000000", "07312000", "003120000000"),
                        "WIKIDATA", List.of("6837", "q6837", "Q06837", "https://de.wikipedia.org/wiki/Q6837"),
                        "ROR",
                                List.of(
                                        "x",
                                        "05x2bcf3",
                                        "05X2BCF33",
                                        "05x2bcf34",
                                        "https://ror.org/01ayc5b75",
                                        "https://ror.org/",
                                        "https://orcid.org/05x2bcf33"),
                        "ISNI", List.of("x", "0000 0001 2175 426", "0000 0001 2175 4264 "),
                        "GND", List.of(" 1", "1 ", "1\u00a0"))
                .forEach((scheme, values) -> values.forEach(value ->
                        wrong("topics", "'identifiers': [" + identifier(scheme, value) + "]", "/identifiers/0/value")));
        wrong(
                "topics",
                "'identifiers': [" + identifier("AGS", "07312000") + ", " + identifier("AGS", "07312000") + "]",
                "/identifiers");
        DESK.drafts(
                "/v1/topics",
                "{'label': {'de': 'T'}, 'identifiers': ["
                        + String.join(
                                ", ",
                                identifier("AGS", "07312000"),
                                identifier("AGS", "07312"),
                                identifier("ARS", "073120000000"),
                                identifier("WIKIDATA", "Q6837"),
                                identifier("ROR", "05x2bcf33"),
                                identifier("ISNI", "0000 0001 2175 4264"))
                        + "]}");
    }

    @Test
    void anIdentifierIsTheSameWithAndWithoutItsAddress() {
        Map.of(
                        "ROR", List.of("01ayc5b57", "https://ror.org/01ayc5b57", "http://ror.org/01ayc5b57"),
                        "WIKIDATA",
                                List.of(
                                        "Q6837",
                                        "https://www.wikidata.org/wiki/Q6837",
                                        "http://www.wikidata.org/entity/Q6837"),
                        "ORCID", List.of("0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
                        "GND", List.of("4029283-3", "https://d-nb.info/gnd/4029283-3"),
                        "ISNI", List.of("0000000121754264", "https://isni.org/isni/0000000121754264"),
                        "VIAF", List.of("123", "http://viaf.org/viaf/123"),
                        "DOI", List.of("https://doi.org/10.1/x"))
                .forEach((scheme, values) -> values.forEach(value -> {
                    var one = identifier(scheme, value);
                    DESK.post("/v1/topics", "{'label': {'de': 'T'}, 'identifiers': [" + one + "]}")
                            .statusCode(201)
                            .body("identifiers.value", contains(values.get(0)));
                    wrong(
                            "topics",
                            "'identifiers': [" + identifier(scheme, values.get(0)) + ", " + one + "]",
                            "/identifiers");
                }));
    }

    @Test
    void theKeysOfAPlaceAreOfOneAreaInALand() {
        for (var key : List.of("00000000", "99312000", "0731")) {
            wrong("places", "'ags': '" + key + "'", "/ags");
        }
        wrong("places", "'ars': '993120000000'", "/ars");
        for (var ars : List.of("073120000001", "073110000000", "07311", "073119999", "08")) {
            wrong("places", "'ags': '07312000', 'ars': '" + ars + "'", "/ars");
        }
        for (var ars : List.of("073129999000", "07312", "073129999", "07")) {
            DESK.drafts("/v1/places", "{'name': {'de': 'P'}, 'ags': '07312000', 'ars': '" + ars + "'}");
        }
    }

    private static String identifier(String scheme, String value) {
        return "{'scheme': '" + scheme + "', 'value': '" + value + "'}";
    }

    @Test
    void aTelephoneNumberCanExist() {
        for (var number : List.of("+490631365", "+49 631 3650", "06313650", "+4912345", "+999123456789", "+49115")) {
            wrong("organisations", "'contactPoints': [{'telephone': '" + number + "'}]", "/contactPoints/0/telephone");
        }
        wrong("releases", "'pressContact': {'telephone': '+490631365'}", "/pressContact/telephone");
        DESK.drafts("/v1/organisations", "{'name': {'de': 'O'}, 'contactPoints': [{'telephone': '+496313650'}]}");
    }

    @Test
    void aMailboxIsWrittenAsMailIsSent() {
        for (var address : List.of("a@ä.de", "ä@example.org", "a@" + "b".repeat(64) + ".de", "a")) {
            wrong("organisations", "'contactPoints': [{'email': '" + address + "'}]", "/contactPoints/0/email");
        }
        DESK.drafts("/v1/organisations", "{'name': {'de': 'O'}, 'contactPoints': [{'email': 'a@xn--4ca.de'}]}");
    }

    @Test
    void anAddressIsWrittenAsItIsSent() {
        for (var address : List.of(
                "https://anna@example.org/",
                "https://anna:geheim@example.org/",
                "https://example.org:99999/",
                "https://example.org:0/",
                "ftp://example.org/",
                "//example.org/",
                "https:///pfad",
                "https://example.org/a b",
                "https://" + "a".repeat(64) + ".example.org/",
                "example.org")) {
            wrong("organisations", "'website': '" + address + "'", "/website");
        }
        Map.of(
                        "https://exämple.org", "https://xn--exmple-cua.org",
                        "https://example.org/straße?q=ä#ö", "https://example.org/stra%C3%9Fe?q=%C3%A4#%C3%B6",
                        "http://bücher.example:8080/ü", "http://xn--bcher-kva.example:8080/%C3%BC")
                .forEach((address, instead) -> DESK.post(
                                "/v1/organisations", "{'name': {'de': 'O'}, 'website': '" + address + "'}")
                        .statusCode(422)
                        .body("errors.pointer", contains("/website"))
                        .body("errors.code", contains("not-a-web-address"))
                        .body("errors[0].allowed", contains(instead)));
        // Older and newer rules for names disagree about this one.
        DESK.post("/v1/organisations", "{'name': {'de': 'O'}, 'website': 'https://straße.example'}")
                .statusCode(422)
                .body("errors[0].allowed", nullValue());
        wrong("releases", "'links': [{'label': {'de': 'L'}, 'url': 'https://a@example.org'}]", "/links/0/url");
        wrong("topics", "'exactMatch': ['https://example.org/ä']", "/exactMatch/0");
        wrong("events", "'source': {'url': 'https://example.org:0'}", "/source/url");
        DESK.drafts("/v1/organisations", "{'name': {'de': 'O'}, 'website': 'https://example.org:8443/a?b=%C3%A4#c'}");
    }

    @Test
    void whatNobodySeesIsEmpty() {
        for (var blank : List.of(
                "\u00a0",
                "\u200b",
                "\u00ad",
                "\ufeff",
                "\u3000\u2028",
                "\u2800",
                "\u3164",
                "\u0301",
                " \u0301\u0308",
                "")) {
            DESK.post("/v1/releases", Desk.titled(blank))
                    .statusCode(422)
                    .body("errors.pointer", contains("/title/de"))
                    .body("errors.code", contains("text"));
            wrong("organisations", "'legalName': '" + blank + "'", "/legalName");
        }
    }

    @Test
    void whatIsEmptyIsLeftOutAndEverythingIsSaidOnce() {
        city.publishes("topics", "{'slug': 't', 'label': {'de': 'T'}}");
        city.publishes("topics", "{'slug': 'u', 'label': {'de': 'U'}}");
        var organisation = DESK.publishes(
                "/v1/organisations",
                "{'name': {'de': 'O'}, " + Desk.PUBLISHER + ", 'address': {}, 'contactPoints': [{}, {'label': null}],"
                        + " 'topics': ['topics/t', 'topics/u', {'id': '" + id("topics/t") + "'}],"
                        + " 'alternateNames': ['A', 'B', 'A'], 'mentions': []}");

        Lists.ask(organisation)
                .body("address", nullValue())
                .body("contactPoints", nullValue())
                .body("topics.slug", contains("t", "u"))
                .body("alternateNames", contains("A", "B"));
        DESK.get(organisation + "?view=draft").body("address", nullValue()).body("topics.size()", equalTo(2));
        // Saved again as it was, it is no change.
        var revision = DESK.revision(organisation);
        DESK.changes(organisation, "{'address': {}, 'topics': ['topics/t', 'topics/u', 'topics/t']}");
        assertEquals(revision, DESK.revision(organisation));
    }

    private static String id(String path) {
        return Lists.read("/v1/" + path).getString("id");
    }

    @Test
    void charactersThatNothingCanCarryAreRefused() {
        for (var character : List.of(
                "\\u0000",
                "\\u0001",
                "\\u001b",
                "\\u007f",
                "\\u0085",
                "\\ufdd0",
                "\\uffff",
                "\\ud800",
                "\\ud83f\\udfff")) {
            var text = "'A" + character + "B'";
            refused("releases", "{'title': {'de': " + text + "}}", "/title/de");
            wrong("organisations", "'website': 'https://a.example/" + character + "'", "/website");
            refused("releases", "{'title': {'de': 'A', 'en': " + text + "}}", "/title/en");
            refused("releases", "{'title': {'de': 'A'}, 'slug': " + text + "}", "/slug");
            refused("releases", "{'title': {'de': 'A'}, 'kind': " + text + "}", "/kind");
            refused("releases", "{'title': {'de': 'A'}, 'attributionText': " + text + "}", "/attributionText");
            refused("releases", "{'title': {'de': 'A'}, 'source': {'system': " + text + "}}", "/source/system");
            refused("releases", "{'title': {'de': 'A'}, 'publisher': " + text + "}", "/publisher");
            refused("releases", "{'title': {'de': 'A'}, 'publisher': {'title': " + text + "}}", "/publisher/title");
            refused(
                    "releases",
                    "{'title': {'de': 'A'}, 'topics': [{'source': {'system': 'a', 'externalId': " + text + "}}]}",
                    "/topics/0/source/externalId");
        }
        for (var lines : List.of("'a\\nb'", "'a\\tb'", "'a\\rb'")) {
            refused("releases", "{'title': {'de': 'A'}, 'attributionText': " + lines + "}", "/attributionText");
            refused("releases", "{'title': {'de': " + lines + "}}", "/title/de");
            refused("releases", "{'title': {'de': 'A'}, 'subtitle': {'de': " + lines + "}}", "/subtitle/de");
            refused("organisations", "{'name': {'de': " + lines + "}}", "/name/de");
            refused("topics", "{'label': {'de': 'T'}, 'altLabels': [{'de': " + lines + "}]}", "/altLabels/0/de");
            refused(
                    "media",
                    "{'title': {'de': 'M'}, 'mediaKind': 'IMAGE', 'contentUrl': 'https://example.org/m.png', 'altText': {'de': "
                            + lines + "}}",
                    "/altText/de");
            refused(
                    "releases",
                    "{'title': {'de': 'A'}, 'links': [{'url': 'https://example.org', 'label': {'de': " + lines + "}}]}",
                    "/links/0/label/de");
            refused(
                    "releases",
                    "{'title': {'de': 'A'}, 'publisher': {'title': {'de': " + lines + "}}}",
                    "/publisher/title/de");
        }
        DESK.post("/v1/releases", "{'title': {'de': 'A'}, 'body': {'de': 'zwei\\n\\tZeilen'}}")
                .statusCode(201);
        DESK.post("/v1/admin/keys", "{'name': 'a\\u0000', 'roles': ['author']}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/name"));
    }

    private static void refused(String type, String document, String pointer) {
        DESK.post("/v1/" + type, document)
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains("unfit-character"));
    }

    /** A document that has one thing wrong with it. */
    private static void wrong(String type, String property, String pointer) {
        var label = switch (type) {
            case "topics" -> "'label': {'de': 'X'}";
            case "organisations", "places" -> "'name': {'de': 'X'}";
            case "people" -> "'name': 'X'";
            default -> "'title': {'de': 'X'}";
        };
        DESK.post("/v1/" + type, "{" + label + ", " + property + "}")
                .statusCode(422)
                .body("errors.pointer", contains(pointer));
    }
}
