package de.stadtchronik;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list asks the database a fixed number of questions, however long it is and whatever is included. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ConstantQueriesStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void aHundredEventsOfAHundredOrganisers() {
        city.isEmpty();
        city.publishesAll(
                "organisations",
                IntStream.range(0, 100)
                        .mapToObj(i ->
                                "{'slug': 'o-%d', 'name': {'de': 'O'}, 'parent': 'organisations/stadt'}".formatted(i))
                        .toList());
        city.publishesAll(
                "events",
                IntStream.range(0, 100)
                        .mapToObj(i ->
                                ("{'slug': 'e-%d', 'title': {'de': 'E'}, 'publisher': 'organisations/o-%d', 'participations':"
                                                + " [{'role': 'ORGANISER', 'organisation': 'organisations/o-%d'}]}")
                                        .formatted(i, i, 99 - i))
                        .toList());
    }

    @Test
    void aListOfAHundredAsksNoMoreThanAListOfOne() {
        for (var include : List.of("", "&include=publisher,participations")) {
            var expected = include.isEmpty() ? 4 : 6;

            assertEquals(expected, asked("/v1/events?limit=1" + include).size());
            assertEquals(expected, asked("/v1/events?limit=100" + include).size());
        }
        assertEquals(
                100,
                Lists.read("/v1/events?limit=100&include=publisher")
                        .getList("data.publisher.item.slug")
                        .size());
    }

    @Test
    void filtersAddOneQuestionForWhatTheyMeanAndOneForAllSlugs() {
        var id = Lists.read("/v1/organisations/o-7").getString("id");

        assertEquals(4, asked("/v1/events?limit=100&kind.not=LIVESTREAM").size());
        assertEquals(
                5,
                asked("/v1/events?limit=100&organisation=" + id + "&kind.not=LIVESTREAM")
                        .size());
        assertEquals(6, asked("/v1/events?organisation=" + id + "&count=exact").size());
        assertEquals(6, asked("/v1/events?organisation=o-7").size());
        assertEquals(6, asked("/v1/events?organisation=o-7,o-8,o-9").size());
    }

    @Test
    void anItemTakesThreeQuestions() {
        assertEquals(3, asked("/v1/events/e-1").size());
        assertEquals(5, asked("/v1/events/e-1?include=publisher,participations").size());
        assertEquals(2, asked("/v1/events/keins").size());
    }

    @Test
    void whatIsKeptTakesNone() {
        for (var path : List.of("/v1/events/e-1", "/v1/events?limit=7", "/v1/search?limit=7")) {
            asked(path);
            assertEquals(List.of(), asked(path));
        }
    }

    private static List<String> asked(String path) {
        return Statements.during(() -> Lists.ask(path));
    }
}
