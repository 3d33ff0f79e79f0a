package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.stadtchronik.writing.ContentStore;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists narrowed by what items speak of. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ReferenceFilterStory {

    @Inject
    SampleCity city;

    @Inject
    ContentStore store;

    @BeforeEach
    void aCityWithTopicsAndAnInstitute() {
        city.isEmpty();
        city.publishes("topics", "{'slug': 'netz', 'label': {'de': 'Netz'}}");
        city.publishes("topics", "{'slug': 'schule', 'label': {'de': 'Schule'}}");
        city.publishes("organisations", "{'slug': 'dfki', 'name': {'de': 'DFKI'}}");
        city.publishes(
                "projects", "{'slug': 'wlan', 'title': {'de': 'WLAN'}, 'topics': ['topics/netz', 'topics/schule']}");
        city.publishes(
                "projects",
                "{'slug': 'funk', 'title': {'de': 'Funk'}, 'topics': ['topics/netz'], 'lead': 'organisations/dfki'}");
        city.publishes(
                "projects",
                "{'slug': 'teil', 'title': {'de': 'Teil'}, 'parent': 'projects/wlan',"
                        + " 'participations': [{'role': 'PARTNER', 'organisation': 'organisations/dfki'}]}");
    }

    @Test
    void topicsAreNamedByIdPathOrSlug() {
        var netz = Lists.read("/v1/topics/netz").getString("id");

        found("funk wlan", "topic=netz");
        found("funk wlan", "topic=topics/netz");
        found("funk wlan", "topic=" + netz);
        found("funk wlan", "topic=" + netz.toUpperCase(java.util.Locale.ROOT));
        found("funk wlan", "topic=netz,schule");
        found("wlan", "topic=schule");
        found("wlan", "topic.all=netz,schule");
        found("funk wlan", "topic.all=netz");
        found("", "topic.all=netz," + SampleCity.newId());
        found("wlan", "topic=netz&topic.all=schule");
    }

    @Test
    void organisationsAndProjectsAreFoundInAnyRole() {
        found("funk teil", "organisation=dfki");
        found("", "organisation=stadt");
        found("funk teil", "organisation=organisations/dfki");
        found("teil", "project=wlan");
        found("", "project=teil");
    }

    @Test
    void parentFindsWhatStandsDirectlyBelow() {
        city.publishes("projects", "{'slug': 'stueck', 'title': {'de': 'Stück'}, 'parent': 'projects/teil'}");
        city.publishes("organisations", "{'slug': 'labor', 'name': {'de': 'Labor'}, 'parent': 'organisations/dfki'}");

        found("teil", "parent=wlan");
        found("stueck", "parent=projects/teil");
        found("stueck teil", "parent=teil," + Lists.read("/v1/projects/wlan").getString("id"));
        found("", "parent=" + SampleCity.newId());
        assertEquals(List.of("labor"), Lists.slugs("/v1/organisations?parent=dfki"));
        assertEquals(List.of("labor", "teil"), Lists.slugs("/v1/search?sort=title&parent=dfki,wlan"));
        Lists.ask("/v1/projects?parent=wlam")
                .statusCode(400)
                .body("errors[0].message", equalTo("parent kennt den Wert „wlam“ nicht. War „wlan“ gemeint?"));
        Lists.ask("/v1/events?parent=wlan").statusCode(400).body("errors.code", contains("unknown-parameter"));
    }

    @Test
    void mentionsFindsAnyReferenceAndTheItemItself() {
        city.publishes("topics", "{'slug': 'dfki', 'label': {'de': 'DFKI'}}");
        city.publishes("projects", "{'slug': 'rede', 'title': {'de': 'Rede'}, 'topics': ['topics/dfki']}");

        found("teil wlan", "mentions=projects/wlan");
        found("teil wlan", "mentions=wlan");
        found("teil wlan", "mentions=" + Lists.read("/v1/projects/wlan").getString("id"));
        found("funk teil", "mentions=organisations/dfki");
        found("funk rede teil", "mentions=dfki");
        found("funk teil wlan", "mentions=projects/wlan,organisations/dfki");
        assertEquals(List.of("dfki"), Lists.slugs("/v1/organisations?mentions=organisations/dfki"));
        assertEquals(List.of(), Lists.slugs("/v1/topics?mentions=organisations/stadt"));
        assertEquals(List.of("stadt"), Lists.slugs("/v1/organisations?mentions=organisations/stadt"));
    }

    @Test
    void whoPublishesAnItemHasNoOtherPartInIt() {
        city.publishes(
                "projects",
                "{'slug': 'haus', 'title': {'de': 'Haus'}, 'lead': 'organisations/stadt', 'publisher': 'organisations/dfki'}");

        found("haus", "organisation=stadt");
        found("funk teil wlan", "publisher=stadt");
        found("haus", "publisher=dfki&organisation=stadt");
        found("funk haus teil wlan", "publisher=dfki,organisations/stadt");
        Lists.ask("/v1/projects?organisation=PUBLISHER:dfki")
                .statusCode(400)
                .body(
                        "errors[0].message",
                        equalTo(
                                "organisation fragt nach jeder anderen Rolle; was jemand veröffentlicht hat, findet publisher=."))
                .body("errors[0].allowed", hasItems("LEAD", "PARENT", "SUPPORTER"));
    }

    /** LEAD is the property of a project and a participation, and here it means both. */
    @Test
    void aRoleBeforeAnItemAsksForThatRoleAlone() {
        city.publishes(
                "projects",
                "{'slug': 'saal', 'title': {'de': 'Saal'},"
                        + " 'participations': [{'role': 'LEAD', 'organisation': 'organisations/dfki'}]}");
        city.publishes("organisations", "{'slug': 'labor', 'name': {'de': 'Labor'}, 'parent': 'organisations/dfki'}");

        found("funk saal", "organisation=LEAD:dfki");
        found("teil", "organisation=PARTNER:organisations/dfki");
        found("funk saal teil", "organisation=LEAD:dfki,PARTNER:dfki");
        found("funk saal teil", "organisation=LEAD:stadt,dfki");
        found("", "organisation=SUPPORTER:dfki");
        found("", "organisation=LEAD:" + SampleCity.newId());
        assertEquals(List.of("labor"), Lists.slugs("/v1/search?organisation=PARENT:dfki"));
        found("teil wlan", "organisation.not=LEAD:dfki");
        found("wlan", "organisation.not=dfki");
        found("wlan", "organisation.not=LEAD:dfki,PARTNER:dfki");
        found("teil", "organisation.not=LEAD:dfki&organisation=dfki");
        Lists.ask("/v1/projects?organisation=LEED:dfki")
                .statusCode(400)
                .body("errors[0].message", equalTo("organisation kennt den Wert „LEED“ nicht. War „LEAD“ gemeint?"));
        Lists.ask("/v1/projects?topic=LEAD:netz").statusCode(400).body("errors.parameter", contains("topic"));
    }

    @Test
    void anUnknownIdFindsNothing() {
        for (var parameter : List.of("topic", "topic.all", "organisation", "project", "mentions")) {
            found("", parameter + "=" + SampleCity.newId());
        }
        found("funk wlan", "topic=netz," + SampleCity.newId());
    }

    @Test
    void anUnknownSlugIsRefusedWithTheNearest() {
        Lists.ask("/v1/projects?topic=netzz")
                .statusCode(400)
                .body("errors.parameter", contains("topic"))
                .body("errors.code", contains("unknown-value"))
                .body("errors[0].message", equalTo("topic kennt den Wert „netzz“ nicht. War „netz“ gemeint?"))
                .body("errors[0].allowed", contains("netz", "schule"));
        Lists.ask("/v1/projects?organisation=organisations/dkfi")
                .statusCode(400)
                .body(
                        "errors[0].message",
                        equalTo(
                                "organisation kennt den Wert „organisations/dkfi“ nicht. War „organisations/dfki“ gemeint?"));
        Lists.ask("/v1/projects?mentions=wlam")
                .statusCode(400)
                .body("errors[0].allowed", hasItems("wlan", "dfki", "netz"));
        Lists.ask("/v1/projects?topic=organisations/dfki")
                .statusCode(400)
                .body("errors[0].allowed", contains("topics/{slug}"));
        Lists.ask("/v1/projects?mentions=orte/halle")
                .statusCode(400)
                .body("errors[0].allowed", hasItem("organisations/{slug}"));
        Lists.ask("/v1/projects?topic=a/b/c").statusCode(400).body("errors.code", contains("unknown-value"));
    }

    @Test
    void whatIsNotPublicIsUnknownToFilters() {
        var hidden = city.drafts("organisations", "{'slug': 'geheim', 'name': {'de': 'Geheim'}}");
        city.publishes("projects", "{'slug': 'p', 'title': {'de': 'P'}, 'lead': 'organisations/geheim'}");

        found("", "organisation=" + hidden);
        found("", "mentions=" + hidden);
        Lists.ask("/v1/projects?organisation=geheim")
                .statusCode(400)
                .body("errors[0].allowed", contains("dfki", "stadt"));
        Lists.ask("/v1/projects?mentions=organisations/geheim")
                .statusCode(400)
                .body("errors.code", contains("unknown-value"));

        store.write(SampleCity.STORY, writing -> writing.publish(hidden));

        found("p", "organisation=" + hidden);
        found("p", "mentions=geheim");
    }

    @Test
    void whatOnlyADraftSaysIsFoundByNoFilter() {
        var id = city.publishes("projects", "{'slug': 'p', 'title': {'de': 'P'}, 'lead': 'organisations/dfki'}");
        store.write(
                SampleCity.STORY,
                writing -> writing.save(
                        id,
                        city.item("projects", id, "{'slug': 'p', 'title': {'de': 'P'}, 'topics': ['topics/schule']}")
                                .document()));

        found("wlan", "topic=schule");
        found("funk p teil", "organisation=dfki");

        store.write(SampleCity.STORY, writing -> writing.publish(id));

        found("p wlan", "topic=schule");
        found("funk teil", "organisation=dfki");
    }

    /** That a draft was merged is not told to whom has its id. */
    @Test
    void whatWasMergedBeforeItWasPublicStaysUnknown() {
        var draft = city.drafts("topics", "{'slug': 'funknetz', 'label': {'de': 'Funknetz'}}");
        var twin = city.publishes("topics", "{'slug': 'netze', 'label': {'de': 'Netze'}}");
        Desk.ADMIN
                .on("/v1/topics/" + draft, "POST", "/merge", "{'into': 'topics/netz'}")
                .statusCode(200);
        Desk.ADMIN
                .on("/v1/topics/" + twin, "POST", "/merge", "{'into': 'topics/netz'}")
                .statusCode(200);

        found("", "topic=" + draft);
        found("", "mentions=" + draft);
        assertEquals(
                Lists.slugs("/v1/projects?sort=title&topic=netz"),
                Lists.slugs("/v1/projects?sort=title&topic=" + twin));
        assertEquals(
                Lists.slugs("/v1/projects?sort=title&topic=netz"), Lists.slugs("/v1/projects?sort=title&topic=netze"));
    }

    private static void found(String slugs, String question) {
        var expected = slugs.isEmpty() ? List.of() : List.of(slugs.split(" "));
        assertEquals(expected, Lists.slugs("/v1/projects?sort=title&" + question), question);
    }
}
