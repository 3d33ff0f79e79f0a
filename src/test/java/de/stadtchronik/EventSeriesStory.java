package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What repeats or runs in seasons, with pauses between. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EventSeriesStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void aSeriesIsFoundInAllItsSeasonsButCertainOnlyWhereThereIsNoPause() {
        city.publishes(
                "event-series",
                "{'slug': 's', 'title': {'de': 'S'}, 'temporal': {'edtf': '2020-03-24/2020-05', 'duration': 'P7W'},"
                        + " 'seasons': [{'title': {'de': '1'}, 'temporal': {'edtf': '2020-03-24/2020-05'}},"
                        + " {'title': {'de': '2'}, 'temporal': {'edtf': '2020-12/2021-05'}, 'eventStatus': 'SCHEDULED'}]}");

        found("CERTAIN", "from=2020-03&to=2020-05");
        found("CERTAIN", "from=2020-04-01&to=2020-04-02");
        found("POSSIBLE", "from=2020-05-15&to=2020-05-20");
        found("POSSIBLE", "from=2020-07&to=2020-08");
        found("POSSIBLE", "year=2021");
        found("", "year=2021&certainty=certain");
        found("", "from=2021-06");
        found("", "to=2020-03-23");
        Lists.ask("/v1/event-series/s")
                .body("temporal.display", equalTo("24. März bis Mai 2020, sieben Wochen lang"))
                .body("seasons.temporal.display", contains("24. März bis Mai 2020", "Dezember 2020 bis Mai 2021"))
                .body("seasons[1].eventStatus", equalTo("SCHEDULED"));
    }

    @Test
    void aSeriesNeedsNeitherATimeNorAnEvent() {
        city.publishes(
                "event-series", "{'slug': 's', 'title': {'de': 'S'}, 'recurrence': 'FREQ=MONTHLY;BYDAY=TU,-1FR'}");
        city.publishes("event-series", "{'slug': 't', 'title': {'de': 'T'}, 'temporal': {'duration': 'P7W'}}");

        assertEquals(List.of("s", "t"), Lists.slugs("/v1/event-series"));
        assertEquals(List.of(), Lists.slugs("/v1/event-series?year=2020"));
        assertEquals(
                Map.of("/recurrence", "pattern"),
                Faults.of(() -> city.drafts("event-series", "{'title': {'de': 'S'}, 'recurrence': 'every Tuesday'}")));
    }

    @Test
    void theEventsOfASeriesAreAListOfTheirOwn() {
        city.publishes("event-series", "{'slug': 's', 'title': {'de': 'S'}}");
        city.publishes("events", "{'slug': 'a', 'title': {'de': 'A'}, 'series': 'event-series/s'}");
        city.publishes("events", "{'slug': 'b', 'title': {'de': 'B'}}");

        Lists.ask("/v1/events?series=s&include=series")
                .body("data.slug", contains("a"))
                .body("data[0].series.item.title", equalTo("S"));
        assertEquals(
                Map.of("/series", "wrong-type"),
                Faults.of(() -> city.drafts("events", "{'title': {'de': 'C'}, 'series': 'events/a'}")));
    }

    @Test
    void aMeetingForInvitedPeopleNeverShowsItsAddress() {
        city.publishes(
                "event-series",
                "{'slug': 's', 'title': {'de': 'S'}, 'virtualLocations': [{'platform': 'Jitsi',"
                        + " 'url': 'https://meet.example.org/GEHEIM', 'access': 'INVITED'}, {'url':"
                        + " 'https://video.example.org/live', 'access': 'PUBLIC'}]}");

        for (var path : List.of("/v1/event-series/s", "/v1/event-series?lang=*", "/v1/search", "/v1/search?lang=*")) {
            var answer = Lists.ask(path).statusCode(200).extract().asString();
            assertFalse(answer.contains("GEHEIM"), path);
        }
        Lists.ask("/v1/event-series/s").body("virtualLocations[0].containsKey('url')", equalTo(false));
    }

    private static void found(String certainty, String question) {
        var expected = certainty.isEmpty() ? List.of() : List.of(certainty);
        assertEquals(expected, Lists.read("/v1/event-series?" + question).getList("data.certainty"), question);
    }
}
