package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All types in one list: what speaks of something, whatever it is. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SearchStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    private void aLabAndWhatSpeaksOfIt() {
        city.publishes("organisations", "{'slug': 'labor', 'name': {'de': 'Labor'}}");
        city.publishes(
                "people",
                "{'slug': 'chefin', 'name': 'Chefin', 'roles': [{'title': {'de': 'Leiterin'},"
                        + " 'organisation': 'organisations/labor', 'asOf': '2020'}]}");
        city.publishes(
                "events",
                "{'slug': 'feier', 'title': {'de': 'Feier'}, 'temporal': {'edtf': '2020-06'},"
                        + " 'participations': [{'role': 'ORGANISER', 'organisation': 'organisations/labor'}]}");
        city.publishes("projects", "{'slug': 'vorhaben', 'title': {'de': 'Vorhaben'}, 'lead': 'organisations/labor'}");
        city.publishes(
                "releases",
                "{'slug': 'meldung', 'title': {'de': 'Meldung'}, 'mentions': ['organisations/labor'],"
                        + " 'publishedAt': '2020-06-15T10:00:00Z'}");
        city.drafts("releases", "{'slug': 'entwurf', 'title': {'de': 'Entwurf'}, 'mentions': ['organisations/labor']}");
        city.publishes("places", "{'slug': 'ort', 'name': {'de': 'Anderswo'}}");
    }

    @Test
    void whateverSpeaksOfAnItemIsFoundByOneQuestion() {
        aLabAndWhatSpeaksOfIt();
        var id = Lists.read("/v1/organisations/labor").getString("id");

        for (var name : List.of("labor", "organisations/labor", id)) {
            Lists.ask("/v1/search?mentions=" + name)
                    .statusCode(200)
                    .body("data.type", contains("PERSON", "EVENT", "ORGANISATION", "RELEASE", "PROJECT"))
                    .body("data.slug", contains("chefin", "feier", "labor", "meldung", "vorhaben"))
                    .body("data[0].roles[0].organisation.title", equalTo("Labor"))
                    .body("links.self", containsString("/v1/search?mentions="));
        }
        // One for the sizes of the items, one for their rows, one for labels, one for what an id leads to, one for the
        // position of the log; and one for slugs.
        assertEquals(
                5,
                Statements.during(() -> Lists.ask("/v1/search?limit=7&mentions=" + id))
                        .size());
        assertEquals(
                6,
                Statements.during(() -> Lists.ask("/v1/search?limit=7&mentions=labor"))
                        .size());
    }

    @Test
    void itIsNarrowedSortedAndPagedLikeEveryList() {
        aLabAndWhatSpeaksOfIt();

        slugs("feier vorhaben", "mentions=labor&type=EVENT,PROJECT");
        slugs("feier meldung", "from=2020-06&to=2020-06");
        slugs("feier", "kind.not=MUNICIPALITY&year=2020&type=EVENT");
        slugs("vorhaben meldung labor feier chefin", "mentions=labor&sort=-title");
        slugs("meldung", "publishedAt.lt=2020-12-31T00:00:00Z");
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = Lists.read("/v1/search?limit=2&mentions=labor" + cursor);
            seen.addAll(page.getList("data.slug"));
            cursor = page.getString("page.next") == null ? null : "&cursor=" + page.getString("page.next");
        } while (cursor != null);
        assertEquals(List.of("chefin", "feier", "labor", "meldung", "vorhaben"), seen);
        Lists.ask("/v1/search?count=exact").body("page.total", equalTo(7));
        Lists.ask("/v1/search?fields=title,name,slug&include=lead&mentions=labor&lang=en")
                .statusCode(200);
    }

    @Test
    void whatNoTypeKnowsIsRefused() {
        Lists.ask("/v1/search?type=EVNT")
                .statusCode(400)
                .body("errors[0].message", equalTo("type kennt den Wert „EVNT“ nicht. War „EVENT“ gemeint?"))
                .body("errors[0].allowed", hasItem("EVENT_SERIES"));
        Lists.ask("/v1/search?fields=nonsense").statusCode(400).body("errors.code", contains("unknown-value"));
        Lists.ask("/v1/search?mentions=labor").statusCode(400).body("errors.parameter", contains("mentions"));
        Lists.ask("/v1/events?type=EVENT").statusCode(400).body("errors.code", contains("unknown-parameter"));
        Lists.ask("/v1/search/labor").statusCode(404).body("type", containsString("unknown-path"));
    }

    private static void slugs(String expected, String question) {
        assertEquals(List.of(expected.split(" ")), Lists.slugs("/v1/search?" + question), question);
    }
}
