package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.stadtchronik.writing.ContentStore;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How items speak of other items, and never of those that are not public. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ReferenceStory {

    @Inject
    SampleCity city;

    @Inject
    ContentStore store;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void aReferenceCarriesItsLabel() {
        var lab = city.publishes("organisations", "{'slug': 'labor', 'name': {'de': 'Labor', 'en': 'Lab'}}");
        city.publishes("projects", "{'slug': 'p', 'title': {'de': 'P', 'en': 'P'}, 'lead': 'organisations/labor'}");

        Lists.ask("/v1/projects/p?lang=en")
                .body(
                        "lead",
                        equalTo(Map.of(
                                "id", lab.toString(),
                                "type", "ORGANISATION",
                                "slug", "labor",
                                "title", "Lab",
                                "url", "http://localhost:8080/v1/organisations/" + lab)));
    }

    @Test
    void aReferenceThatLeadsNowhereIsToldTheNearest() {
        city.publishes("topics", "{'slug': 'digitalisierung', 'label': {'de': 'Digitalisierung'}}");
        city.drafts("topics", "{'slug': 'netz', 'label': {'de': 'Netz'}}");
        Map.of(
                        "'topics': ['digitaliserung']", "topics/digitalisierung",
                        "'topics': ['topics/digitaliserung']", "topics/digitalisierung",
                        "'topics': ['topic/netz']", "topics/netz",
                        "'mentions': ['organisations/stdt']", "organisations/stadt",
                        "'mentions': ['stadt']", "organisations/stadt",
                        "'publisher': 'Stadt'", "organisations/stadt")
                .forEach((property, right) -> Desk.ADMIN
                        .post("/v1/releases", "{'title': {'de': 'R'}, " + property + "}")
                        .statusCode(422)
                        .body("errors.code", contains("unknown-reference"))
                        .body("errors[0].message", endsWith("“. War „" + right + "“ gemeint?"))
                        .body("errors[0].allowed", hasItem(right)));
        Desk.ADMIN
                .post(
                        "/v1/releases",
                        "{'title': {'de': 'R'}, 'topics': ['topics/xxxxxxxx', '" + SampleCity.newId() + "']}")
                .statusCode(422)
                .body("errors[0].message", equalTo("Es gibt nichts unter „topics/xxxxxxxx“."))
                .body("errors[0].allowed", contains("topics/digitalisierung", "topics/netz"))
                .body("errors[1].allowed", nullValue());
    }

    @Test
    void includeAddsTheWholeItemOneLevelDeep() {
        city.publishes("organisations", "{'slug': 'mutter', 'name': {'de': 'Mutter'}}");
        city.publishes("organisations", "{'slug': 'kind', 'name': {'de': 'Kind'}, 'parent': 'organisations/mutter'}");
        city.publishes(
                "events",
                "{'slug': 'e', 'title': {'de': 'E'}, 'publisher': 'organisations/kind',"
                        + " 'participations': [{'role': 'ORGANISER', 'organisation': 'organisations/kind'},"
                        + " {'role': 'PARTNER', 'organisation': 'organisations/mutter'}]}");

        for (var path : List.of(
                "/v1/events/e?include=publisher,participations", "/v1/events?include=participations,publisher")) {
            var root = path.contains("/e?") ? "" : "data[0].";
            Lists.ask(path)
                    .statusCode(200)
                    .body(root + "publisher.title", equalTo("Kind"))
                    .body(root + "publisher.item.name", equalTo("Kind"))
                    .body(root + "publisher.item.parent.title", equalTo("Mutter"))
                    .body(root + "publisher.item.parent.item", nullValue())
                    .body(root + "publisher.item.publisher.title", equalTo("Stadt"))
                    .body(root + "publisher.item.publisher.item", nullValue())
                    .body(root + "participations.organisation.item.slug", contains("kind", "mutter"));
        }
        Lists.ask("/v1/events/e?include=publisher").body("participations[0].organisation.item", nullValue());
        Lists.ask("/v1/events/e?include=publisher&fields=title").body("publisher.item.name", equalTo("Kind"));
        Lists.ask("/v1/events/e?include=title").statusCode(400).body("errors.code", contains("unknown-value"));
    }

    @Test
    void whatIsNotPublicIsNotReferredToUntilItIs() {
        var hidden = city.drafts("organisations", "{'slug': 'geheim', 'name': {'de': 'Geheim'}}");
        city.publishes(
                "events",
                "{'slug': 'e', 'title': {'de': 'E'}, 'mentions': ['organisations/geheim', 'organisations/stadt'],"
                        + " 'participations': [{'role': 'ORGANISER', 'organisation': 'organisations/geheim'},"
                        + " {'role': 'PARTNER', 'organisation': 'organisations/stadt'}]}");
        city.publishes(
                "projects",
                "{'slug': 'p', 'title': {'de': 'P'}, 'lead': 'organisations/geheim',"
                        + " 'mentions': ['organisations/geheim'], 'funding': [{'funders': ['organisations/geheim'],"
                        + " 'amount': '5.00', 'currency': 'EUR'}]}");

        for (var query : List.of("", "?lang=*", "?include=participations,mentions")) {
            var event = Lists.ask("/v1/events/e" + query).statusCode(200);
            event.body("mentions", hasSize(1))
                    .body("participations", hasSize(1))
                    .body("participations[0].role", equalTo("PARTNER"));
            assertFalse(event.extract().asString().contains(hidden.toString()));
            assertFalse(event.extract()
                    .asString()
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains("geheim"));
        }
        Lists.ask("/v1/projects/p?include=lead,funding")
                .body("lead", nullValue())
                .body("mentions", nullValue())
                .body("funding", equalTo(List.of(Map.of("amount", "5.00", "currency", "EUR"))));

        store.write(SampleCity.STORY, writing -> writing.publish(hidden));

        Lists.ask("/v1/events/e")
                .body("mentions.slug", contains("geheim", "stadt"))
                .body("participations.role", contains("ORGANISER", "PARTNER"))
                .body("version", equalTo(1));
        Lists.ask("/v1/projects/p?include=lead")
                .body("lead.item.name", equalTo("Geheim"))
                .body("funding[0].funders.title", contains("Geheim"));
    }

    @Test
    void aQuoteKeepsItsWordsWithoutThePersonWhoIsNotPublic() {
        city.publishes(
                "releases",
                "{'slug': 'r', 'title': {'de': 'R'}, 'quotes': [{'text': {'de': 'Ja.'}, 'roleAsQuoted': {'de': 'Chefin'}}],"
                        + " 'media': [], 'links': [{'label': {'de': 'Dorthin'}, 'target': 'organisations/stadt'}]}");
        city.drafts("projects", "{'slug': 'entwurf', 'title': {'de': 'Entwurf'}}");
        city.publishes(
                "releases",
                "{'slug': 's', 'title': {'de': 'S'}, 'links': [{'label': {'de': 'Dorthin'}, 'target': 'projects/entwurf'}]}");

        Lists.ask("/v1/releases/r")
                .body("quotes", equalTo(List.of(Map.of("text", "Ja.", "roleAsQuoted", "Chefin"))))
                .body("links[0].target.title", equalTo("Stadt"));
        Lists.ask("/v1/releases/s").body("links", equalTo(List.of(Map.of("label", "Dorthin"))));
    }

    @Test
    void aMeetingForInvitedPeopleNeverShowsItsAddress() {
        var id = city.publishes(
                "events",
                "{'slug': 'intern', 'title': {'de': 'Intern'}, 'mentions': ['organisations/stadt'], 'virtualLocations': ["
                        + "{'platform': 'Jitsi', 'url': 'https://meet.example.org/GEHEIM', 'label': {'de': 'Raum'}, 'access': 'INVITED'},"
                        + "{'platform': 'YouTube', 'url': 'https://video.example.org/live', 'access': 'PUBLIC'}]}");
        city.publishes("projects", "{'slug': 'p', 'title': {'de': 'P'}, 'mentions': ['events/intern']}");

        for (var path : List.of(
                "/v1/events/intern",
                "/v1/events/" + id + "?lang=*",
                "/v1/events?lang=*",
                "/v1/events?fields=virtualLocations",
                "/v1/events/intern?bodyFormat=markdown&lang=en",
                "/v1/projects/p?include=mentions",
                "/v1/projects?lang=*",
                "/")) {
            assertFalse(Lists.ask(path).statusCode(200).extract().asString().contains("GEHEIM"), path);
        }
        Lists.ask("/v1/events/intern")
                .body(
                        "virtualLocations",
                        equalTo(List.of(
                                Map.of("platform", "Jitsi", "label", "Raum", "access", "INVITED"),
                                Map.of(
                                        "platform",
                                        "YouTube",
                                        "url",
                                        "https://video.example.org/live",
                                        "access",
                                        "PUBLIC"))));
        assertEquals(
                List.of(true, false),
                city.columns(id, "draft", "published").stream()
                        .map(document -> String.valueOf(document).contains("GEHEIM"))
                        .toList());
    }
}
