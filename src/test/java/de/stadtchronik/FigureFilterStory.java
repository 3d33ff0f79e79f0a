package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists narrowed by reported numbers, which may disagree and may have bounds. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class FigureFilterStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void aBoundSaysWhetherANumberWasReached() {
        event("genau", "{'metric': 'ATTENDEES', 'value': 300, 'bound': 'EXACT'}");
        event("mehr", "{'metric': 'ATTENDEES', 'value': 300, 'bound': 'MORE_THAN'}");
        event("fast", "{'metric': 'ATTENDEES', 'value': 300, 'bound': 'ALMOST'}");
        event("zwischen", "{'metric': 'ATTENDEES', 'min': 250, 'max': 400, 'bound': 'ABOUT'}");
        event("bis", "{'metric': 'ATTENDEES', 'max': 400, 'bound': 'UNSPECIFIED'}");
        event("viele", "{'metric': 'ATTENDEES', 'text': {'de': 'viele'}, 'bound': 'UNSPECIFIED'}");
        event("andere", "{'metric': 'VIEWERS', 'value': 1000, 'bound': 'EXACT'}");

        found("fast genau mehr zwischen", "minFigure=ATTENDEES:250");
        found("fast genau mehr", "minFigure=ATTENDEES:250.5");
        found("fast genau mehr", "minFigure=ATTENDEES:299");
        found("genau mehr", "minFigure=ATTENDEES:300");
        found("", "minFigure=ATTENDEES:301");
        found("fast genau mehr zwischen", "minFigure=ATTENDEES:0");
        found("andere", "minFigure=VIEWERS:1000");
        found("", "minFigure=MEMBERS:1");
    }

    @Test
    void oneReportIsEnoughAndSeveralNumbersAllHaveToHold() {
        event(
                "a",
                "{'metric': 'ATTENDEES', 'value': 250, 'bound': 'EXACT'},"
                        + "{'metric': 'ATTENDEES', 'value': 300, 'bound': 'MORE_THAN', 'preferred': true},"
                        + "{'metric': 'ATTENDEES', 'value': 300, 'bound': 'EXACT'},"
                        + "{'metric': 'CAMPAIGNS', 'value': 2, 'bound': 'EXACT'}");
        event("b", "{'metric': 'ATTENDEES', 'value': 300, 'bound': 'EXACT'}");

        found("a b", "minFigure=ATTENDEES:300");
        found("a", "minFigure=ATTENDEES:300,CAMPAIGNS:2");
        found("", "minFigure=ATTENDEES:300,CAMPAIGNS:3");
    }

    @Test
    void whatIsCorrectedIsFoundByItsNewNumberOnly() {
        var id = event("a", "{'metric': 'ATTENDEES', 'value': 300, 'bound': 'EXACT'}");
        city.changes(
                "events",
                id,
                "{'slug': 'a', 'title': {'de': 'a'},"
                        + " 'figures': [{'metric': 'ATTENDEES', 'value': 250, 'bound': 'EXACT'}]}");

        found("", "minFigure=ATTENDEES:251");
        found("a", "minFigure=ATTENDEES:250");
    }

    @Test
    void aMetricNobodyReportsIsASlip() {
        event("a", "{'metric': 'BENCHES', 'value': 3, 'bound': 'EXACT'}");
        city.drafts(
                "events", "{'title': {'de': 'b'}, 'figures': [{'metric': 'SECRETS', 'value': 3, 'bound': 'EXACT'}]}");

        found("a", "minFigure=BENCHES:3");
        Lists.ask("/v1/events?minFigure=BENCHS:3")
                .statusCode(400)
                .body("errors.code", contains("unknown-value"))
                .body("errors[0].parameter", equalTo("minFigure"))
                .body("errors[0].message", equalTo("minFigure kennt den Wert „BENCHS“ nicht. War „BENCHES“ gemeint?"))
                .body("errors[0].allowed", hasItems("ATTENDEES", "BENCHES"));
        Lists.ask("/v1/events?minFigure=SECRETS:3").statusCode(400);
        for (var malformed : List.of("ATTENDEES", "ATTENDEES:", "ATTENDEES:-1", "ATTENDEES:1e3", "300", "a:1")) {
            Lists.ask("/v1/events?minFigure=" + malformed)
                    .statusCode(400)
                    .body("errors.code", contains("malformed-figure"))
                    .body("errors[0].allowed", contains("ATTENDEES:250"));
        }
        Lists.ask("/v1/topics?minFigure=ATTENDEES:1")
                .statusCode(400)
                .body("errors.code", contains("unknown-parameter"));
    }

    private UUID event(String slug, String figures) {
        return city.publishes(
                "events", "{'slug': '%s', 'title': {'de': '%s'}, 'figures': [%s]}".formatted(slug, slug, figures));
    }

    private static void found(String slugs, String question) {
        var expected = slugs.isEmpty() ? List.of() : List.of(slugs.split(" "));
        assertEquals(expected, Lists.slugs("/v1/events?sort=title&" + question), question);
    }
}
