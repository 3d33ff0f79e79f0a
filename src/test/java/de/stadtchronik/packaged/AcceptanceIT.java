package de.stadtchronik.packaged;

import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.TestDatabase;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What city frontends, harvesters and developers ask of the year 2020, each by one request to a fresh start. */
@ParameterizedClass(name = "{0} with {1}")
@CsvSource({"EMBEDDED, REVIEW_2020", "EMBEDDED, ENRICHED", "POSTGRESQL, REVIEW_2020", "POSTGRESQL, ENRICHED"})
record AcceptanceIT(Edition edition, Sample sample) {

    private static final String RELEASE = "ein-aussergewoehnliches-jahr-in-vielerlei-hinsicht";
    private static final String FOUNDING = "/v1/events/gruendung-der-digitalisierungseinheit";
    private static final String UNIT = "/v1/organisations/digitalisierung-i-8";
    private static final Pattern A_DAY_OF_JUNE =
            Pattern.compile("2020-06-\\d\\d|\\d+\\. Juni 2020|\\d+ June 2020|June \\d+, 2020");

    @Test
    void livestreamsOfSpringArePossibleUntilTheirDaysAreKnown() {
        var spring = "/v1/event-series?kind=LIVESTREAM&from=2020-03&to=2020-05&lang=de";

        assertEquals(Map.of("kulturlivestreams", sample.says("POSSIBLE", "CERTAIN")), certainties(spring));
        assertEquals(
                sample.says(Map.of(), Map.of("kulturlivestreams", "CERTAIN")),
                certainties(spring + "&certainty=certain"));
        get(spring)
                .body("data[0].temporal.edtf", equalTo(sample.says("2020", "2020-03-24/2020-05")))
                .body("data[0].temporal.duration", equalTo("P7W"))
                .body("data[0].figures.find { it.preferred }.metric", equalTo("VIEWERS"))
                .body("data[0].figures.find { it.preferred }.value", equalTo(100_000))
                .body("data[0].figures.find { it.preferred }.bound", equalTo("MORE_THAN"))
                .body("data[0].figures.find { it.preferred }.channels", contains("Soziale Medien", "Offene Kanäle"))
                .body(
                        "data[0].participations.find { it.role == 'ORGANISER' }.organisation.slug",
                        equalTo("herzlich-digital"))
                .body(
                        "data[0].participations.find { it.role == 'CO_ORGANISER' }.organisation.slug",
                        equalTo("kulturreferat"));
        // Whoever asks all types at once finds the single streams that are known as well.
        assertEquals(
                sample.says(
                        Map.of("kulturlivestreams", "POSSIBLE"),
                        Map.of("kulturlivestreams", "CERTAIN", "erster-kulturlivestream", "CERTAIN")),
                certainties("/v1/search?kind=LIVESTREAM&from=2020-03&to=2020-05&type=EVENT,EVENT_SERIES"));
    }

    @Test
    void whatInvolvesDfkiIsFoundInEveryKind() {
        var id = get("/v1/organisations/dfki").extract().<String>path("id");
        var expected = Set.of(
                "ORGANISATION dfki",
                "ORGANISATION smart-city-living-lab",
                "EVENT kooperation-mit-dem-dfki",
                "PROJECT smart-city-technik-fuer-tegel",
                "PERSON martin-memmel",
                "RELEASE " + RELEASE);

        for (var name : List.of("dfki", "organisations/dfki", id)) {
            var found = get("/v1/search?limit=100&mentions=" + name).extract().jsonPath();
            assertEquals(expected, Set.copyOf(found.<String>getList("data.collect { it.type + ' ' + it.slug }")));
            assertEquals(expected.size(), found.getList("data").size());
        }
        get("/v1/people?mentions=dfki").body("data.slug", contains("martin-memmel"));
    }

    @Test
    void theHeadOfTheUnitIsKnownAsOfTheReviewAndNotShownAsCurrent() {
        get("/v1/people?organisation=digitalisierung-i-8&lang=en")
                .body("data.name", contains("Dirk Andres", "Dr. Martin Memmel"))
                .body("data[0].roles", hasSize(1))
                .body("data[0].roles[0].title", equalTo("Head of the digitalisation unit"))
                .body("data[0].roles[0].organisation.slug", equalTo("digitalisierung-i-8"))
                .body("data[0].roles[0].asOf", equalTo("2020"))
                .body("data[0].roles[0].validUntil", nullValue())
                // A direct link, but no role there.
                .body("data[1].roles.organisation.slug", contains("smart-city-living-lab"));
    }

    @Test
    void theNetworkIsLedByTheCityAndHasMoreMembersThanAreKnown() {
        get("/v1/organisations?mentions=ikone-ds")
                .body("data.slug", contains("ikone-ds", "stadt-kaiserslautern"))
                .body("data[1].relations.find { it.type == 'LEADS' }.target.slug", equalTo("ikone-ds"))
                .body("data[0].figures[0].metric", equalTo("MEMBERS"))
                .body("data[0].figures[0].value", equalTo(15))
                .body("data[0].figures[0].preferred", is(true))
                .body("data[0].figures.value", equalTo(sample.says(List.of(15), List.of(15, 10))))
                .body(
                        "data[0].summary",
                        containsString(sample.says(
                                "namentlich genannt sind sie nicht", "zehn Mitglieder namentlich genannt")));
    }

    @Test
    void theFaqListIsLivingAndSaysWhenItWasReviewed() {
        get("/v1/faqs?topic=corona&fields=*")
                .body("data.slug", contains("corona-faq"))
                .body("data[0].living", is(true))
                .body("data[0].reviewedAt", equalTo("2020"))
                .body("data[0].entries", hasSize(4))
                .body("data[0].entries.reviewedAt", contains("2020", "2020", "2020", "2020"))
                .body("data[0].entries[1].question", equalTo("Wie aktuell ist diese Liste?"));
        get("/v1/faqs?topic=wlan").body("data", hasSize(0));
    }

    @Test
    void numbersAreFoundByWhatIsReported() {
        get("/v1/search?minFigure=VIEWERS:100000").body("data.slug", contains("kulturlivestreams"));
        get("/v1/events?minFigure=ATTENDEES:300").body("data.slug", contains("buergerversammlung-smart-city-5g"));
        get("/v1/events?minFigure=ATTENDEES:301").body("data", hasSize(0));
        get("/v1/organisations?minFigure=MEMBERS:15").body("data.slug", contains("ikone-ds"));
    }

    @Test
    void placesAreFoundByAreaAndWhatHappenedThereByPlace() {
        get("/v1/places?area=07312")
                .body(
                        "data.slug",
                        contains("bahnhofstrasse-26-28", "fruchthalle", "innenstadt-west", "kaiserslautern"));
        get("/v1/places?area=11").body("data.slug", contains("ehemaliger-flughafen-berlin-tegel"));
        get("/v1/event-series?place=fruchthalle").body("data.slug", contains("kulturlivestreams"));
        get("/v1/releases?person=klaus-weichel").body("data.slug", contains(RELEASE));
        get("/v1/events?series=kulturlivestreams")
                .body(
                        "data.slug",
                        equalTo(sample.says(
                                List.of(), List.of("erster-kulturlivestream", "fuenfzigster-kulturlivestream"))));
    }

    @Test
    void inJuneTheUnitWasFoundedAndWhatIsKnownByYearOnlyIsPossible() {
        var review = Map.of(
                "gruendung-der-digitalisierungseinheit", "CERTAIN",
                "erste-massnahmen-covid-19", "CERTAIN",
                "videokonferenzen-mit-bigbluebutton", "POSSIBLE",
                "kooperation-mit-dem-dfki", "POSSIBLE",
                "kooperation-mit-der-tegel-projekt-gmbh", "POSSIBLE",
                "kommunalkongress-rheinland-pfalz-2020", "POSSIBLE");
        var enriched = Map.of(
                "gruendung-der-digitalisierungseinheit", "CERTAIN",
                "erste-massnahmen-covid-19", "CERTAIN",
                "videokonferenz-der-ikone-ds-juni-2020", "CERTAIN",
                "videokonferenzen-mit-bigbluebutton", "POSSIBLE",
                "kooperation-mit-dem-dfki", "POSSIBLE");

        assertEquals(sample.says(review, enriched), certainties("/v1/events?from=2020-06&to=2020-06"));
        assertEquals(
                Map.of(
                        "kulturlivestreams", "POSSIBLE",
                        "netzwerktreffen-der-ikone-ds", "POSSIBLE",
                        "netzwerktreffen-der-modellstaedte", "POSSIBLE"),
                certainties("/v1/event-series?from=2020-06&to=2020-06"));
        assertEquals(
                Map.of("digitalisierung-i-8", "CERTAIN"), certainties("/v1/organisations?from=2020-06&to=2020-06"));
        get(FOUNDING).body("temporal.precision", equalTo("MONTH"));
        get(UNIT).body("founded.precision", equalTo("MONTH"));
    }

    @ParameterizedTest
    @CsvSource({"de, Juni 2020", "en, June 2020"})
    void theFoundingIsKnownByMonthAndNoAnswerNamesADay(String language, String display) {
        var founding = get(FOUNDING + "?lang=" + language)
                .body("temporal.edtf", equalTo("2020-06"))
                .body("temporal.earliest", equalTo("2020-06"))
                .body("temporal.latest", equalTo("2020-06"))
                .body("temporal.display", equalTo(display));
        assertNamesNoDay(founding.extract().asString());

        var unit = get(UNIT + "?lang=" + language)
                .body("founded.edtf", equalTo("2020-06"))
                .body("founded.display", equalTo(display));
        assertNamesNoDay(unit.extract().jsonPath().getMap("founded").toString());
        if (sample == Sample.REVIEW_2020) {
            assertNamesNoDay(unit.extract().asString());
        }
        assertNamesNoDay(get(FOUNDING + "?lang=*").extract().asString());
    }

    @Test
    void oneFundingIsJointAndKnowsNoShares() {
        var funding = get("/v1/projects?limit=100").extract().jsonPath().getList("data.funding.findAll().flatten()");
        assertEquals(1, funding.size());

        for (var ministry : List.of(
                "bundesministerium-des-innern-fuer-bau-und-heimat",
                "ministerium-des-innern-und-fuer-sport-rheinland-pfalz")) {
            get("/v1/projects?organisation=" + ministry)
                    .body("data.slug", contains("projekte-herzlich-digital"))
                    .body("data[0].funding", hasSize(1))
                    .body("data[0].funding[0].amount", equalTo("17000000.00"))
                    .body("data[0].funding[0].currency", equalTo("EUR"))
                    .body("data[0].funding[0].bound", equalTo("MORE_THAN"))
                    .body(
                            "data[0].funding[0].funders.slug",
                            containsInAnyOrder(
                                    "bundesministerium-des-innern-fuer-bau-und-heimat",
                                    "ministerium-des-innern-und-fuer-sport-rheinland-pfalz"))
                    .body(
                            "data[0].funding[0].funders[0].keySet()",
                            equalTo(Set.of("id", "type", "slug", "title", "url")));
        }
    }

    @Test
    void theCongressWasCommissionedByTheLandAndSupportedByTheNetwork() {
        get("/v1/events?kind=CONGRESS&highlight=true")
                .body("data.slug", contains("kommunalkongress-rheinland-pfalz-2020"))
                .body("data[0].highlight", is(true))
                .body("data[0].participations", hasSize(2))
                .body(
                        "data[0].participations.find { it.role == 'COMMISSIONER' }.organisation.slug",
                        equalTo("ministerium-des-innern-und-fuer-sport-rheinland-pfalz"))
                .body("data[0].participations.find { it.role == 'SUPPORTER' }.organisation.slug", equalTo("ikone-ds"))
                .body("data[0].temporal.edtf", equalTo(sample.says("2020", "2020-09-11")));
    }

    @Test
    void schoolsGotWifiFromTheAdministrationWithSupport() {
        get("/v1/projects?topic=schule")
                .body("data.slug", contains("wlan-fuer-schulen"))
                .body("data[0].title", equalTo("WLAN für Grundschulen und weiterführende Schulen"))
                .body("data[0].participations", hasSize(2))
                .body(
                        "data[0].participations.find { it.role == 'LEAD' }.organisation.slug",
                        equalTo("stadtverwaltung-kaiserslautern"))
                .body(
                        "data[0].participations.find { it.role == 'SUPPORTER' }.organisation.slug",
                        equalTo("herzlich-digital"));
    }

    @Test
    void whoLeadsAProjectIsNotWhoPublishedIt() {
        get("/v1/projects?organisation=LEAD:stadtverwaltung-kaiserslautern")
                .body("data.slug", contains("wlan-fuer-schulen"));
        get("/v1/projects?publisher=kl-digital").body("data", hasSize(7));
        get("/v1/projects?organisation=LEAD:kl-digital").body("data", hasSize(0));
        get("/v1/projects?organisation=kl-digital").body("data", hasSize(0));
    }

    /** A shared cache keeps one answer for all who ask the same, and by Vary knows who does not. */
    @Test
    void aCacheMayGiveToEveryWebsiteWhatItGotForOne() {
        var path = "/v1/events?limit=1";
        var unasked =
                get(path).header("Access-Control-Allow-Origin", equalTo("*")).extract();
        var asked =
                api().header("Origin", "https://city.example").get(path).then().extract();
        var english = api().header("Accept-Language", "en").get(path).then().extract();

        assertEquals(unasked.header("ETag"), asked.header("ETag"));
        assertEquals(unasked.header("Access-Control-Expose-Headers"), asked.header("Access-Control-Expose-Headers"));
        assertTrue(unasked.header("Vary").contains("Accept-Language"));
        assertFalse(unasked.header("Vary").contains("Origin"));
        assertEquals("de", unasked.header("Content-Language"));
        // The publisher has a German name only.
        assertEquals("de, en", english.header("Content-Language"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "releases",
                "events",
                "event-series",
                "projects",
                "organisations",
                "people",
                "places",
                "topics",
                "faqs",
                "media",
                "search"
            })
    void everythingHasATitleInEveryLanguageAndSaysWhereItFellBack(String path) {
        for (var language : List.of("en", "de-simple")) {
            var items = get("/v1/" + path + "?limit=100&lang=" + language)
                    .extract()
                    .jsonPath()
                    .<Map<String, Object>>getList("data");
            assertFalse(items.isEmpty());
            for (var item : items) {
                var available = (List<?>) item.get("availableLanguages");
                assertFalse(title(item).isBlank(), () -> "no title: " + item);
                assertEquals(available.contains(language) ? language : "de", item.get("language"), item::toString);
                if (!available.contains(language)) {
                    assertEquals(true, item.get("fallback"), item::toString);
                }
            }
        }
    }

    @Test
    void theReleaseSpeaksEnglishAndPlainLanguage() {
        get("/v1/releases/" + RELEASE + "?lang=en")
                .header("Content-Language", containsString("en"))
                .body("language", equalTo("en"))
                .body("title", equalTo("An extraordinary year – in many respects"));
        get("/v1/releases/" + RELEASE + "?lang=de-simple")
                .body("language", equalTo("de-simple"))
                .body("title", equalTo("Ein besonderes Jahr"));
        get("/v1/events/motto-herzlich-digital?lang=de-simple")
                .header("Content-Language", equalTo("de"))
                .body("language", equalTo("de"))
                .body("title", equalTo("Das Motto „herzlich digital“ entsteht"))
                .body("fallback", is(true));
        get("/v1/topics/kultur?lang=en").body("label", equalTo("Culture")).body("fallback", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "releases?from=2020-13, from, malformed-date, YYYY-MM",
        "releases?sort=foo, sort, unknown-value, -publishedAt",
        "releases?limit=100000, limit, out-of-range, 1 … 100",
        "events?kind=LIVESTREM, kind, unknown-value, LIVESTREAM",
        "releases?orderby=title, orderby, unknown-parameter, sort"
    })
    void aBadParameterIsRefusedWithWhatIsAllowed(String request, String parameter, String code, String allowed) {
        refused(
                        api().get("/v1/" + request).then(),
                        400,
                        "invalid-parameters",
                        "/v1/" + request.substring(0, request.indexOf('?')))
                .body("errors", hasSize(1))
                .body("errors[0].parameter", equalTo(parameter))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].message", not(blankOrNullString()))
                .body("errors[0].allowed", hasItem(allowed));
    }

    @Test
    void aSlipIsAnsweredWithTheNearestValue() {
        api().header("Accept-Language", "en")
                .get("/v1/events?kind=LIVESTREM")
                .then()
                .header("Content-Language", equalTo("en"))
                .body(
                        "errors[0].message",
                        equalTo("kind does not know the value “LIVESTREM”. Did you mean “LIVESTREAM”?"));
    }

    @Test
    void aBodyOfTwoMebibytesIsRefused() {
        var response = api().contentType("application/json")
                .body(new byte[2 << 20])
                .post("/v1/releases")
                .then();
        refused(response, 413, "body-too-large", "/v1/releases").body("detail", containsString("1 MiB"));
    }

    @Test
    void brokenJsonIsRefused() {
        var response = api().header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY)
                .contentType("application/json")
                .body("{\"title\":")
                .post("/v1/releases")
                .then();
        refused(response, 400, "malformed-json", "/v1/releases");
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /v1/releases", "POST, /v1/releases/" + RELEASE})
    void aWrongMethodIsRefusedWithThoseAllowed(String method, String path) {
        refused(api().request(method, path).then(), 405, "method-not-allowed", path)
                .header("Allow", containsString("GET"))
                .header("Allow", containsString("HEAD"))
                .header("Allow", containsString("OPTIONS"));
    }

    /** Question 17, in a city of its own, because it changes something. */
    @Test
    void theReleaseUnderItsOldSlugLeadsToTheNewOneAndKeepsItsId() {
        try (var city = Installation.fresh(edition, sample).start()) {
            var operator = new Operator(city);
            var id = city.api().get("/v1/releases/" + RELEASE).then().extract().<String>path("id");
            operator.patches("/v1/releases/" + id, "{\"slug\": \"jahresrueckblick-2020\"}");
            operator.does("/v1/releases/" + id, "publish", "{}");

            city.api()
                    .redirects()
                    .follow(false)
                    .get("/v1/releases/" + RELEASE + "?lang=en")
                    .then()
                    .statusCode(308)
                    .header("Location", endsWith("/v1/releases/jahresrueckblick-2020?lang=en"));
            city.api()
                    .get("/v1/releases/jahresrueckblick-2020")
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/relaeses, unknown-path",
        "/v2/releases, unknown-path",
        "/anything, unknown-path",
        "/v1/releases/no-such-slug, not-found",
        "/v1/releases/017674dc-dc00-761f-9b6b-ff9060b9a07c, not-found"
    })
    void whatIsNotThereIsAProblemToo(String path, String problem) {
        refused(api().get(path).then(), 404, problem, path);
    }

    @Test
    void theApiDocumentIsPublicAndHealthIsNot() throws IOException {
        assertEquals(
                Files.readString(Path.of("openapi/stadtchronik.yaml")),
                api().get("/q/openapi").asString());
        api().get("/q/openapi?format=json").then().statusCode(200).body("openapi", equalTo("3.1.0"));
        api().get("/q/swagger-ui/").then().statusCode(200);
        api().get("/q/health").then().statusCode(404);
        app().management().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    private PackagedApp app() {
        return Installation.shared(edition, sample);
    }

    private RequestSpecification api() {
        return app().api();
    }

    private ValidatableResponse get(String path) {
        return api().get(path).then().statusCode(200);
    }

    private Map<String, String> certainties(String path) {
        var found = new TreeMap<String, String>();
        var page = get(path + "&limit=100").extract().jsonPath();
        page.<Map<String, String>>getList("data").forEach(item -> found.put(item.get("slug"), item.get("certainty")));
        return found;
    }

    private static String title(Map<String, Object> item) {
        return String.valueOf(item.getOrDefault("title", item.getOrDefault("name", item.getOrDefault("label", ""))));
    }

    private static void assertNamesNoDay(String answer) {
        assertFalse(A_DAY_OF_JUNE.matcher(answer).find(), answer);
    }

    private static ValidatableResponse refused(
            ValidatableResponse response, int status, String problem, String instance) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", equalTo("no-store"))
                .body("type", containsString("/problems/" + problem))
                .body("status", equalTo(status))
                .body("title", not(blankOrNullString()))
                .body("detail", not(blankOrNullString()))
                .body("instance", equalTo(instance))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }
}
