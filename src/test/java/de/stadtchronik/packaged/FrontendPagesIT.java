package de.stadtchronik.packaged;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every request in docs/frontends.md is answered, with as many bytes as stand above it, and holds what its page shows. */
@ParameterizedClass(name = "{0}")
@EnumSource
record FrontendPagesIT(Edition edition) {

    private static final Pattern REQUEST =
            Pattern.compile("# ([0-9.]+) kB: [^\\n]+\\ncurl 'http://localhost:8080([^']+)'\\n");

    /** How far a size may be off: ids, ports and moments differ from run to run. */
    private static final double TOLERANCE = 0.05;

    private static final double ROUNDING = 0.1;
    private static final int KILOBYTE = 1000;

    @Test
    void homeTakesThreeSmallRequestsAndShowsTheLatestEventsWhereNothingIsComing() throws IOException {
        var home = ask("Home", "Three requests.", 4, 20);

        home.get(0)
                .body("data.title", contains("Ein außergewöhnliches Jahr – in vielerlei Hinsicht"))
                .body("data[0].media[0].role", equalTo("HERO"))
                .body("data[0].media[0].media.item.contentUrl", endsWith("/sample/fruchthalle-zeichnung.svg"))
                .body("data[0].media[0].media.item.altText", startsWith("Schematische Zeichnung: eine Halle"))
                .body("data[0].publishedAt", nullValue())
                .body("data[0].body", nullValue())
                .body("data[0].coveragePeriod.display", equalTo("2020"));
        home.get(1).body("data", hasSize(0)).body("links.next", nullValue());
        home.get(2).body("data.title", contains("Kommunalkongress Rheinland-Pfalz 2020"));
        home.get(3)
                .body(
                        "data.title",
                        contains(
                                "50. Kulturlivestream aus der Fruchthalle",
                                "Zwei Weihnachtskampagnen",
                                "Kommunalkongress Rheinland-Pfalz 2020",
                                "Videokonferenz der IKONE DS im September 2020",
                                "Kooperation mit der Tegel Projekt GmbH"));
    }

    @Test
    void aMonthAndItsPlacesTakeOneRequest() throws IOException {
        ask("Calendar with a map", "One request", 1, 20)
                .get(0)
                .body("data", hasSize(8))
                .body(
                        "data.findAll { it.certainty == 'CERTAIN' }.temporal.display",
                        contains("seit 13. März 2020", "Juni 2020", "8. Juni 2020"))
                .body(
                        "data.findAll { it.temporal.precision == 'DAY' && it.certainty == 'CERTAIN' && "
                                + "it.temporal.earliest == it.temporal.latest }.title",
                        contains("Videokonferenz der IKONE DS im Juni 2020"))
                .body("data.originPlace.findAll { it }.slug", contains("fruchthalle"))
                .body("data.originPlace.findAll { it }.item.geo.latitude", contains(49.445f))
                .body("data.originPlace.findAll { it }.item.geo.longitude", contains(7.772f));
    }

    @Test
    void anOrganisationItsProjectsAndItsEventsTakeThreeRequests() throws IOException {
        var page = ask("Organisation", "Three requests:", 3, 20);

        page.get(0)
                .body("title", equalTo("herzlich digital"))
                .body("figures.find { it.preferred }.text", equalTo("mehr als 20 Mitarbeiterinnen und Mitarbeiter"));
        page.get(1)
                .body(
                        "data.title",
                        contains("Kulturlivestreams aus der Fruchthalle", "Projekte des Teams herzlich digital"));
        page.get(2)
                .body(
                        "data.title",
                        contains(
                                "Zwei Weihnachtskampagnen",
                                "Kooperation mit der Tegel Projekt GmbH",
                                "Kooperation mit dem DFKI vereinbart",
                                "Erster Kulturlivestream aus der Fruchthalle",
                                "Corona-FAQ-Liste geht online",
                                "Videokonferenzen mit BigBlueButton eingerichtet",
                                "Das Motto „herzlich digital“ entsteht"));
    }

    @Test
    void aYearInOrderTakesOneRequest() throws IOException {
        ask("Timeline", "One request", 1, 20)
                .get(0)
                .body("data.findAll { it.type == 'RELEASE' }.coveragePeriod.display", contains("2020"))
                .body(
                        "data.findAll { it.type == 'EVENT' }.temporal.edtf",
                        contains(
                                "2020",
                                "2020-01-29",
                                "2020-03~",
                                "2020-03-13/..",
                                "2020-03-24",
                                "2020-05-25",
                                "2020-06",
                                "2020-22",
                                "2020-06-08",
                                "2020-08-27",
                                "2020-09-09",
                                "2020-09-11",
                                "2020-12~"))
                .body("data.findAll { it.highlight }.title", contains("Kommunalkongress Rheinland-Pfalz 2020"));
    }

    /**
     * The answers to all requests of a page.
     *
     * @param promise how its text begins: how many requests it takes
     * @param most what no answer reaches, in kB
     */
    private List<ValidatableResponse> ask(String page, String promise, int requests, int most) throws IOException {
        var text = Files.readString(Path.of("docs/frontends.md"));
        var begin = text.indexOf("\n## " + page + "\n");
        var section = text.substring(begin, text.indexOf("\n## ", begin + 1));
        assertTrue(section.startsWith(promise, ("\n## " + page + "\n\n").length()), section);

        var answers = new ArrayList<ValidatableResponse>();
        for (var request : REQUEST.matcher(section).results().toList()) {
            var path = request.group(2);
            var answer = Installation.shared(edition, Sample.ENRICHED)
                    .api()
                    .urlEncodingEnabled(false)
                    .header("Origin", "https://www.example.org")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", "*");
            var size = (double) answer.extract().asByteArray().length / KILOBYTE;
            assertEquals(Double.parseDouble(request.group(1)), size, ROUNDING + TOLERANCE * size, path);
            assertTrue(size < most, path);
            answers.add(answer);
        }
        assertEquals(requests, answers.size());
        assertEquals(requests, section.split("curl '", -1).length - 1, "a request without a size");
        return answers;
    }
}
