package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists narrowed by municipal keys, AGS and ARS. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class AreaFilterStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void aKeyIsFoundByItsBeginning() {
        organisation("lautern", "{'scheme': 'AGS', 'value': '07312000'}");
        organisation("land", "{'scheme': 'AGS', 'value': '07'}");
        organisation("berlin", "{'scheme': 'ARS', 'value': '110000000000'}, {'scheme': 'WIKIDATA', 'value': 'Q7'}");
        organisation("ohne", "");

        found("land lautern", "area=07");
        found("lautern", "area=073");
        found("lautern", "area=07312");
        found("lautern", "area=07312000");
        found("berlin land lautern", "area=07,11");
        found("", "area=08");
    }

    /** Two municipalities whose keys begin alike, one being the 4th and the other the 40th of their Kreis. */
    @Test
    void anArsContainsTheAgsAndAnAgsIsNoBeginningOfAnArs() {
        organisation("vierte", "{'scheme': 'ARS', 'value': '073355001004'}");
        organisation("vierzigste", "{'scheme': 'ARS', 'value': '073350040040'}");

        found("vierte", "area=073355001004");
        found("vierte", "area=073355001");
        found("vierte", "area=07335004");
        found("vierzigste", "area=07335040");
        found("vierte vierzigste", "area=07335");
    }

    @Test
    void aWholeArsFindsWhatIsKnownByItsAgs() {
        organisation("mit-ags", "{'scheme': 'AGS', 'value': '07312000'}");
        organisation("mit-ars", "{'scheme': 'ARS', 'value': '073120000000'}");
        city.publishes("events", "{'slug': 'e', 'title': {'de': 'e'}, 'mentions': ['organisations/mit-ags']}");

        found("mit-ags mit-ars", "area=073120000000");
        found("mit-ags mit-ars", "area=07312000");
        found("", "area=073120000001");
        assertEquals(List.of("e"), Lists.slugs("/v1/events?area=073120000000"));
        assertEquals(
                List.of("e", "mit-ags", "mit-ars"),
                Lists.read("/v1/changes?area=073120000000").getList("data.item.slug").stream()
                        .sorted()
                        .toList());
    }

    @Test
    void whatRefersToAnAreaBelongsToItUnlessTheAreaIsNotPublic() {
        organisation("lautern", "{'scheme': 'AGS', 'value': '07312000'}");
        city.drafts(
                "organisations",
                "{'slug': 'geheim', 'name': {'de': 'g'}, 'identifiers': [{'scheme': 'AGS', 'value': '05315000'}]}");
        city.publishes("events", "{'slug': 'a', 'title': {'de': 'a'}, 'mentions': ['organisations/lautern']}");
        city.publishes("events", "{'slug': 'b', 'title': {'de': 'b'}, 'publisher': 'organisations/lautern'}");
        city.publishes("events", "{'slug': 'c', 'title': {'de': 'c'}, 'mentions': ['organisations/geheim']}");
        city.publishes("events", "{'slug': 'd', 'title': {'de': 'd'}}");

        // A city also speaks of what is elsewhere.
        assertEquals(List.of("a"), Lists.slugs("/v1/events?sort=title&area=07312"));
        assertEquals(List.of(), Lists.slugs("/v1/events?area=05315"));
    }

    /** What is archived still names the place that became part of another. */
    @Test
    void whatRefersToAPartOfAPlaceIsWhereThatPlaceIs() {
        var hall = city.publishes("places", "{'slug': 'halle', 'name': {'de': 'Halle'}, 'ags': '07312000'}");
        city.publishes("places", "{'slug': 'arena', 'name': {'de': 'Arena'}, 'ags': '07335004'}");
        var event =
                city.publishes("events", "{'slug': 'konzert', 'title': {'de': 'Konzert'}, 'place': 'places/halle'}");
        Desk.ADMIN.on("/v1/events/" + event, "POST", "/archive", "{}").statusCode(200);
        var before = new Partner("type=EVENT&area=07312");
        var after = new Partner("type=EVENT&area=07335");
        assertEquals(List.of("UPSERT 1 konzert"), before.pulls());
        assertEquals(List.of(), after.pulls());

        Desk.ADMIN
                .on("/v1/places/" + hall, "POST", "/merge", "{'into': 'places/arena'}")
                .statusCode(200);

        assertEquals(List.of(), Lists.slugs("/v1/events?area=07312"));
        assertEquals(List.of("konzert"), Lists.slugs("/v1/events?area=07335"));
        assertEquals(List.of("DELETE OUT_OF_SCOPE EVENT"), before.pulls());
        assertEquals(List.of("UPSERT 1 konzert"), after.pulls());
        Desk.ADMIN
                .on("/v1/events/" + event, "POST", "/withdraw", "{'reason': 'WITHDRAWN'}")
                .statusCode(200);
        assertEquals(List.of(), before.pulls());
        assertEquals(List.of("DELETE WITHDRAWN EVENT"), after.pulls());
        before.isComplete();
        after.isComplete();
    }

    @Test
    void aMovedItemIsFoundByItsNewKeyOnly() {
        var id = organisation("a", "{'scheme': 'AGS', 'value': '07312000'}");
        city.changes(
                "organisations",
                id,
                "{'slug': 'a', 'name': {'de': 'a'}, 'identifiers': [{'scheme': 'AGS', 'value': '07335004'}]}");

        found("", "area=07312");
        found("a", "area=07335");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (var malformed : List.of("7", "0731", "073120", "0731200", "07312000000", "Kaiserslautern", "07%25")) {
            Lists.ask("/v1/organisations?area=" + malformed)
                    .statusCode(400)
                    .body("errors.code", contains("malformed-key"))
                    .body("errors[0].allowed", hasItem("07312000"));
        }
    }

    private java.util.UUID organisation(String slug, String identifiers) {
        return city.publishes(
                "organisations",
                "{'slug': '%s', 'name': {'de': '%s'}, 'identifiers': [%s]}".formatted(slug, slug, identifiers));
    }

    private static void found(String slugs, String question) {
        var expected = slugs.isEmpty() ? List.of() : List.of(slugs.split(" "));
        assertEquals(expected, Lists.slugs("/v1/organisations?sort=title&" + question), question);
    }
}
