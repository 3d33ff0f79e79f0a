package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How items leave, or move, and what remains for whoever still follows an old link. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class GoneStory {

    private static final Desk DESK = Desk.ADMIN;

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void anOldSlugLeadsOnForGoodAndTheIdNeverChanges() {
        var item = DESK.publishes("/v1/releases", Desk.titled("Alt", ", 'slug': 'alt'"));
        DESK.changes(item, "{'slug': 'neu'}");
        Lists.ask("/v1/releases/neu").statusCode(404);
        Lists.ask("/v1/releases/alt").statusCode(200);
        DESK.publishes(item);

        moved("/v1/releases/alt", "/v1/releases/neu");
        moved("/v1/releases/alt?lang=en&fields=title", "/v1/releases/neu?lang=en&fields=title");
        moved("/v1/releases/alt/versions/1?lang=en", "/v1/releases/neu/versions/1?lang=en");
        Lists.ask(item).statusCode(200).body("slug", equalTo("neu"));
        DESK.post("/v1/releases", Desk.titled("Anderes", ", 'slug': 'alt'"))
                .statusCode(409)
                .body("type", endsWith("/problems/slug-taken"));
        DESK.post("/v1/releases", Desk.titled("Alt")).statusCode(201).body("slug", equalTo("alt-2"));
        DESK.changes(item, "{'slug': 'alt'}");
        DESK.publishes(item);
        moved("/v1/releases/neu", "/v1/releases/alt");
        Lists.ask("/v1/releases/nie-gehoert").statusCode(404);
    }

    @Test
    void anOldSlugThatIsCalledLikeItsCollectionLeadsOnToo() {
        var item = DESK.publishes("/v1/releases", Desk.titled("R", ", 'slug': 'releases'"));
        DESK.changes(item, "{'slug': 'versions'}");
        DESK.publishes(item);
        moved("/v1/releases/releases", "/v1/releases/versions");
        DESK.changes(item, "{'slug': 'neu'}");
        DESK.publishes(item);
        moved("/v1/releases/versions/versions/1", "/v1/releases/neu/versions/1");
    }

    private static void moved(String from, String to) {
        given().redirects()
                .follow(false)
                .get(from)
                .then()
                .statusCode(308)
                .header("Cache-Control", equalTo("public, max-age=10, stale-while-revalidate=10, stale-if-error=600"))
                .header("Vary", equalTo("Authorization"))
                .header("Location", equalTo("http://localhost:8080" + to));
    }

    @Test
    void aSlugThatWasNeverPublicBecomesFreeAgain() {
        var item = DESK.drafts("/v1/releases", Desk.titled("A", ", 'slug': 'a'"));
        DESK.changes(item, "{'slug': 'b'}");
        DESK.post("/v1/releases", Desk.titled("A", ", 'slug': 'b'")).statusCode(409);
        DESK.post("/v1/releases", Desk.titled("A", ", 'slug': 'a'")).statusCode(201);
        DESK.on(item, "DELETE", "", "").statusCode(204);
        DESK.post("/v1/releases", Desk.titled("B", ", 'slug': 'b'")).statusCode(201);
    }

    @Test
    void whatIsWithdrawnSaysWhyAndWhereToLookInstead() {
        var better = DESK.publishes("/v1/releases", Desk.titled("Besser"));
        var item = DESK.publishes("/v1/releases", Desk.titled("Falsch"));
        DESK.on(
                        item,
                        "POST",
                        "/withdraw",
                        "{'explanation': {'de': 'Falsche Zahl', 'en': 'Wrong number'}, 'successor': 'releases/besser'}")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("title.de", equalTo("Falsch"));

        for (var address : List.of(item, "/v1/releases/falsch")) {
            Lists.ask(address + "?lang=en")
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .header("Cache-Control", equalTo("no-store"))
                    .body("type", endsWith("/problems/gone"))
                    .body("tombstone.type", equalTo("RELEASE"))
                    .body("tombstone.slug", equalTo("falsch"))
                    .body("tombstone.reason", equalTo("WITHDRAWN"))
                    .body("tombstone.deletedAt", notNullValue())
                    .body("tombstone.explanation", equalTo("Wrong number"))
                    .body("tombstone.successor.url", endsWith(better))
                    .body("tombstone.successor.title", equalTo("Besser"));
        }
        assertEquals(List.of("besser"), Lists.slugs("/v1/releases"));
        assertEquals(List.of("besser"), Lists.slugs("/v1/search?type=RELEASE"));
        DESK.on(item, "POST", "/withdraw", "{}").statusCode(409).body("type", endsWith("/problems/not-public"));
        DESK.publishes(item);
        Lists.ask(item).statusCode(200).body("version", equalTo(2));
    }

    @Test
    void whatIsArchivedStaysWithANoticeAndNeverChangesAgain() {
        var item = DESK.publishes("/v1/projects", Desk.titled("Fertig"));
        DESK.changes(item, "{'highlight': true}");
        DESK.on(item, "POST", "/archive", "{}").statusCode(409).body("type", endsWith("/problems/unpublished-draft"));
        DESK.publishes(item);
        DESK.on(
                        item,
                        "POST",
                        "/archive",
                        "{'notice': {'de': 'Wird nicht mehr gepflegt', 'en': 'No longer maintained'}}")
                .statusCode(200);

        Lists.ask(item + "?lang=en")
                .body("status", equalTo("ARCHIVED"))
                .body("notice", equalTo("No longer maintained"))
                .body("version", equalTo(2));
        Lists.ask("/v1/projects?status=ARCHIVED").body("data.slug", contains("fertig"));
        for (var call : List.of("PATCH ", "POST /publish", "POST /restore", "POST /archive")) {
            var parts = call.split(" ", -1);
            DESK.on(item, parts[0], parts[1], parts[1].equals("/restore") ? "{'version': 1}" : "{}")
                    .statusCode(409)
                    .body("type", endsWith("/problems/item-archived"));
        }
        DESK.on(item, "POST", "/withdraw", "{}").statusCode(200);
        Lists.ask(item).statusCode(410);
    }

    @Test
    void whatOthersReferToIsDeletedOnlyWithThemDetached() {
        var topic = DESK.publishes("/v1/topics", "{'label': {'de': 'Netz'}, " + Desk.PUBLISHER + "}");
        var event = DESK.publishes("/v1/events", Desk.titled("Treffen", ", 'topics': ['topics/netz']"));
        var draft =
                DESK.drafts("/v1/events", Desk.titled("Entwurf", ", 'mentions': ['topics/netz', 'events/treffen']"));

        DESK.on(topic, "DELETE", "", "")
                .statusCode(409)
                .body("type", endsWith("/problems/still-referred-to"))
                .body("referrers.title", containsInAnyOrder("Treffen", "Entwurf"))
                .body("referrers.type", contains("EVENT", "EVENT"));
        Lists.ask(topic).statusCode(200);

        DESK.on(topic, "DELETE", "?detach=true", "").statusCode(204);
        Lists.ask(topic).statusCode(410).body("tombstone.reason", equalTo("DELETED"));
        Lists.ask(event).body("topics", nullValue()).body("version", equalTo(2));
        Lists.ask(event + "/versions/1").body("topics", nullValue());
        DESK.get(event + "/versions/2/diff").body("changes.pointer", contains("/topics"));
        DESK.get(draft + "?view=draft").body("mentions", hasSize(1)).body("revision", equalTo(2));
        DESK.get(topic + "?view=draft").body("status", equalTo("DELETED")).body("label", nullValue());
        DESK.on(topic, "PATCH", "", "{'label': {'de': 'X'}}").statusCode(410);
        DESK.post("/v1/events", Desk.titled("Neu", ", 'topics': ['topics/netz']"))
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-reference"));
    }

    @Test
    void aPublisherThatOthersNeedCannotBeDetached() {
        var office = DESK.publishes("/v1/organisations", "{'name': {'de': 'Amt'}, " + Desk.PUBLISHER + "}");
        DESK.publishes("/v1/releases", "{'title': {'de': 'R'}, 'publisher': 'organisations/amt'}");

        DESK.on(office, "DELETE", "?detach=true", "")
                .statusCode(409)
                .body("type", endsWith("/problems/still-referred-to"))
                .body("referrers.title", contains("R"));
        Lists.ask(office).statusCode(200);
        Lists.ask("/v1/releases/r").body("publisher.title", equalTo("Amt")).body("version", equalTo(1));
    }

    @Test
    void whoPublishesIsPublicBefore() {
        var office = DESK.drafts("/v1/organisations", "{'name': {'de': 'Amt'}, 'slug': 'amt', " + Desk.PUBLISHER + "}");
        var release = DESK.drafts("/v1/releases", "{'title': {'de': 'R'}, 'publisher': 'organisations/amt'}");
        for (var action : List.of("/publish {}", "/schedule {'publishAt': '2099-01-01T00:00:00Z'}")) {
            var parts = action.split(" ", 2);
            DESK.on(release, "POST", parts[0], parts[1])
                    .statusCode(422)
                    .body("errors.pointer", contains("/publisher"))
                    .body("errors.code", contains("not-public"))
                    .body(
                            "errors[0].message",
                            equalTo("„amt“ ist nicht öffentlich; der Eintrag erschiene ohne Herausgeber."));
        }
        Lists.ask(release).statusCode(404);
        DESK.on(office, "POST", "/schedule", "{'publishAt': '2099-01-01T00:00:00Z'}")
                .statusCode(200);
        DESK.on(release, "POST", "/schedule", "{'publishAt': '2099-01-01T00:00:00Z'}")
                .statusCode(200);
        DESK.publishes(office);
        DESK.publishes(release);

        Lists.ask(release).body("publisher.title", equalTo("Amt"));
        // Taking back is always possible.
        DESK.on(office, "POST", "/withdraw", "{}").statusCode(200);
        Lists.ask(release).body("publisher", nullValue());
        DESK.changes(release, "{'title': {'de': 'S'}}");
        DESK.on(release, "POST", "/publish", "{}").statusCode(422).body("errors.code", contains("not-public"));
        // A city that publishes itself comes first.
        var town = DESK.drafts(
                "/v1/organisations", "{'name': {'de': 'Ort'}, 'slug': 'ort', 'publisher': 'organisations/stadt'}");
        DESK.changes(town, "{'publisher': 'organisations/ort'}");
        DESK.publishes(town);
        Lists.ask(town).body("publisher.title", equalTo("Ort"));
    }

    @Test
    void oneOfTwoRecordsOfTheSameBecomesPartOfTheOther() {
        var loser = DESK.publishes(
                "/v1/organisations",
                "{'name': {'de': 'DFKI GmbH'}, 'slug': 'dfki-gmbh', 'source': {'system': 's', 'externalId': '1'}, "
                        + Desk.PUBLISHER + "}");
        var survivor = DESK.publishes("/v1/organisations", "{'name': {'de': 'DFKI'}, " + Desk.PUBLISHER + "}");
        var event = DESK.publishes(
                "/v1/events",
                Desk.titled(
                        "E",
                        ", 'mentions': ['organisations/dfki', 'organisations/dfki-gmbh'], 'participations':"
                                + " [{'role': 'PARTNER', 'organisation': 'organisations/dfki-gmbh'}]"));

        DESK.on(loser, "POST", "/merge", "{'into': 'organisations/dfki-gmbh'}").statusCode(422);
        DESK.on(loser, "POST", "/merge", "{'into': 'events/e'}").statusCode(422);
        DESK.on(loser, "POST", "/merge", "{'into': 'organisations/dfki'}")
                .statusCode(200)
                .body("slug", equalTo("dfki"));

        moved("/v1/organisations/dfki-gmbh?lang=en", "/v1/organisations/dfki?lang=en");
        moved(loser, survivor);
        Lists.ask(event)
                .body("mentions.slug", contains("dfki"))
                .body("participations.organisation.slug", contains("dfki"))
                .body("version", equalTo(2));
        Lists.ask(event + "/versions/1").body("participations.organisation.slug", contains("dfki"));
        Lists.ask("/v1/events?organisation=dfki").body("data.slug", contains("e"));
        // Whoever goes on bringing the one must not overwrite the other.
        DESK.send("PUT", "/v1/organisations/by-source/s/1", "{'name': {'de': 'DFKI'}, " + Desk.PUBLISHER + "}")
                .statusCode(409)
                .body("type", endsWith("/problems/source-taken"))
                .body("errors[0].pointer", equalTo("/source"));
        DESK.on(survivor, "PATCH", "", "{'source': {'system': 's', 'externalId': '1'}}")
                .statusCode(409)
                .body("type", endsWith("/problems/source-taken"));
        DESK.post("/v1/projects", Desk.titled("P", ", 'lead': 'organisations/dfki-gmbh'"))
                .statusCode(201)
                .body("lead", equalTo(survivor.substring(survivor.lastIndexOf('/') + 1)));
    }

    /** What is archived, and what was, stays as it is: it shows the survivor of a merger, and nothing of what is deleted. */
    @Test
    void historyIsNotRewritten() {
        var organisation = "{'name': {'de': '%s'}, 'slug': '%s', " + Desk.PUBLISHER + "}";
        var loser = DESK.publishes("/v1/organisations", organisation.formatted("DFKI GmbH", "dfki-gmbh"));
        var survivor = DESK.publishes("/v1/organisations", organisation.formatted("DFKI", "dfki"));
        var topic = DESK.publishes("/v1/topics", "{'label': {'de': 'Netz'}, " + Desk.PUBLISHER + "}");
        var more = ", 'slug': '%s', 'topics': ['topics/netz'], 'participations':"
                + " [{'role': 'PARTNER', 'organisation': 'organisations/dfki-gmbh'}]";
        var archived = DESK.publishes("/v1/events", Desk.titled("Alt", more.formatted("alt")));
        var living = DESK.publishes("/v1/events", Desk.titled("Neu", more.formatted("neu")));
        DESK.on(archived, "POST", "/archive", "{}").statusCode(200);
        var stored = documents(archived);

        DESK.on(loser, "POST", "/merge", "{'into': 'organisations/dfki'}").statusCode(200);
        DESK.on(topic, "DELETE", "?detach=true", "").statusCode(204);

        assertEquals(stored, documents(archived));
        Lists.ask(archived + "?include=participations")
                .body("version", equalTo(1))
                .body("participations.organisation.slug", contains("dfki"))
                .body("participations.organisation.url", contains(endsWith(survivor)))
                .body("participations.organisation.item.name", contains("DFKI"))
                .body("topics", nullValue());
        Lists.ask(living).body("version", equalTo(3)).body("topics", nullValue());
        Lists.ask(living + "/versions/1?include=participations")
                .body("participations.organisation.slug", contains("dfki"))
                .body("participations.organisation.item.name", contains("DFKI"));
        Lists.ask(living + "/versions/2/diff").body("changes.pointer", contains("/participations/0/organisation"));
        DESK.get(living + "/versions/3/diff").body("changes.pointer", contains("/topics"));
        // By whatever name, both are found.
        for (var name : List.of("dfki", "dfki-gmbh", id(survivor), id(loser))) {
            assertEquals(List.of("alt", "neu"), Lists.slugs("/v1/events?organisation=" + name), name);
        }
        DESK.on(living, "POST", "/restore", "{'version': 1}")
                .statusCode(200)
                .body("participations.organisation", contains(id(survivor)))
                .body("topics", nullValue());

        DESK.on(survivor, "POST", "/erase", "").statusCode(200);
        Lists.ask(archived).body("participations", nullValue()).body("status", equalTo("ARCHIVED"));
        for (var gone : List.of(loser, survivor)) {
            Lists.ask(gone)
                    .statusCode(410)
                    .body("tombstone.reason", equalTo("ERASED"))
                    .body("tombstone.slug", nullValue());
            for (var column : List.of("content.published", "content.draft", "content_version.document")) {
                var parts = column.split("\\.", -1);
                assertEquals(
                        List.of(),
                        city.rows("select 1, 2 from " + parts[0] + " where " + parts[1] + " like '%" + id(gone) + "%'"),
                        column);
            }
        }
        Lists.ask("/v1/organisations/dfki-gmbh").statusCode(404);
        Lists.ask("/v1/organisations/dfki").statusCode(404);
    }

    /** What is stored; its place in the feed is another one, because it shows differently. */
    private List<Object> documents(String item) {
        return List.of(city.rows("select cast(published as varchar(100000)), version, revision from content"
                        + " where id = '" + id(item) + "'")
                .get(0));
    }

    private static String id(String item) {
        return item.substring(item.lastIndexOf('/') + 1);
    }

    @Test
    void whatNobodyEverSawLeadsNowhereWhenItIsMerged() {
        var survivor = DESK.publishes("/v1/releases", Desk.titled("Bleibt"));
        var draft = DESK.drafts("/v1/releases", Desk.titled("Entwurf"));
        DESK.on(draft, "POST", "/merge", "{'into': 'releases/bleibt'}").statusCode(200);
        Lists.ask(draft).statusCode(404);
        Lists.ask("/v1/releases/entwurf").statusCode(404);
        Lists.ask(survivor).statusCode(200);
    }

    @Test
    void theSourceOfWhatBecamePartOfSomethingDeletedIsFreeAgain() {
        var source = ", 'source': {'system': 's', 'externalId': '%s'}";
        var one = DESK.publishes("/v1/releases", Desk.titled("Eins", source.formatted("1")));
        var two = DESK.publishes("/v1/releases", Desk.titled("Zwei", source.formatted("2")));
        DESK.on(one, "POST", "/merge", "{'into': 'releases/zwei'}").statusCode(200);
        DESK.on(two, "DELETE", "", "").statusCode(204);

        for (var key : List.of("1", "2")) {
            DESK.send("PUT", "/v1/releases/by-source/s/" + key, Desk.titled("Neu"))
                    .statusCode(201);
        }
    }

    @Test
    void nothingStandsAboveItself() {
        var document = "{'label': {'de': '%1$s'}, 'slug': '%1$s'%2$s, " + Desk.PUBLISHER + "}";
        var top = DESK.publishes("/v1/topics", document.formatted("oben", ""));
        var middle = DESK.publishes("/v1/topics", document.formatted("mitte", ", 'parent': 'topics/oben'"));
        var bottom = DESK.publishes("/v1/topics", document.formatted("unten", ", 'parent': 'topics/mitte'"));

        for (var parent : List.of("oben", "mitte", "unten")) {
            DESK.on(top, "PATCH", "", "{'parent': 'topics/" + parent + "'}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/parent"))
                    .body("errors.code", contains("circle"));
        }
        for (var into : List.of("mitte", "unten")) {
            DESK.on(top, "POST", "/merge", "{'into': 'topics/" + into + "'}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/into"))
                    .body("errors.code", contains("circle"));
        }
        DESK.on(bottom, "POST", "/merge", "{'into': 'topics/oben'}").statusCode(200);
        DESK.on(middle, "POST", "/merge", "{'into': 'topics/oben'}").statusCode(200);
        Lists.ask(top).body("parent", nullValue());
    }

    @Test
    void whatBecamePartOfAPartLeadsToTheWhole() {
        var document = "{'label': {'de': '%1$s'}, 'slug': '%1$s', " + Desk.PUBLISHER + "}";
        var one = DESK.publishes("/v1/topics", document.formatted("eins"));
        var two = DESK.publishes("/v1/topics", document.formatted("zwei"));
        var three = DESK.publishes("/v1/topics", document.formatted("drei"));
        var event = DESK.publishes("/v1/events", Desk.titled("E", ", 'topics': ['topics/eins']"));
        DESK.on(event, "POST", "/archive", "{}").statusCode(200);

        DESK.on(one, "POST", "/merge", "{'into': 'topics/zwei'}").statusCode(200);
        DESK.on(two, "POST", "/merge", "{'into': 'topics/drei'}").statusCode(200);

        moved(one, three);
        moved("/v1/topics/eins", "/v1/topics/drei");
        Lists.ask(event).body("topics.slug", contains("drei"));
        assertEquals(List.of("e"), Lists.slugs("/v1/events?topic=drei"));
    }

    @Test
    void anErasureLeavesNoTraceOfWhomItWasAbout() {
        var person = DESK.publishes(
                "/v1/people",
                "{'name': 'Erika Mustermann', 'familyName': 'Mustermann', 'roles': [{'title': {'de': 'Leitung'}, 'asOf':"
                        + " '2020'}], " + Desk.PUBLISHER + "}");
        var speech = DESK.publishes(
                "/v1/releases",
                Desk.titled(
                        "Rede",
                        ", 'quotes': [{'text': {'de': 'Guten Tag'}, 'person': 'people/erika-mustermann'}],"
                                + " 'body': {'de': 'Frau Mustermann sprach.'}"));
        DESK.changes(speech, "{'body': {'de': 'Die Leiterin sprach.'}}");
        DESK.publishes(speech);
        DESK.json("{'name': 'Erika Mustermann', " + Desk.PUBLISHER + "}")
                .header("Idempotency-Key", "erika")
                .post("/v1/people?dryRun=true")
                .then()
                .statusCode(200);
        var hidden = DESK.publishes(
                "/v1/projects", Desk.titled("Projekt", ", 'mentions': ['people/erika-mustermann', 'releases/rede']"));

        var withdrawn = DESK.publishes("/v1/releases", Desk.titled("Zurück"));
        DESK.on(withdrawn, "POST", "/withdraw", "{'explanation': {'de': 'Auf Wunsch von Frau Mustermann'}}")
                .statusCode(200);
        var noted = DESK.publishes("/v1/releases", Desk.titled("Notiert"));
        DESK.changes(noted, "{'highlight': true}");
        DESK.on(noted, "POST", "/publish", "{'changeNote': {'de': 'Frau MUSTERMANN entfernt'}}")
                .statusCode(200);
        DESK.changes(noted, "{'highlight': false}");
        DESK.publishes(noted);

        DESK.on(person, "POST", "/erase", "")
                .statusCode(200)
                .body("mentionedIn.url", contains(endsWith(speech), endsWith(withdrawn), endsWith(noted)))
                .body("mentionedIn[0].places", contains("versions/1"))
                .body("mentionedIn[1].places", contains("explanation"))
                .body("mentionedIn[2].places", contains("versions/2"));

        Lists.ask(person)
                .statusCode(410)
                .body("tombstone.reason", equalTo("ERASED"))
                .body("tombstone.slug", nullValue());
        Lists.ask("/v1/people/erika-mustermann").statusCode(404);
        Lists.ask(speech).body("quotes[0].person", nullValue()).body("quotes[0].text", equalTo("Guten Tag"));
        Lists.ask(hidden).body("mentions", hasSize(1)).body("mentions.slug", not(contains("erika-mustermann")));
        assertEquals(
                List.of(1L),
                city.rows("select count(*), 1 from content_version where document like '%Mustermann%'").stream()
                        .map(row -> ((Number) row[0]).longValue())
                        .toList());
        for (var column : List.of(
                "content.draft",
                "content.published",
                "content.label",
                "content.slug",
                "content.title_key",
                "slug.slug",
                "acknowledgement.body",
                "change.properties",
                "change.replaced_keys",
                "refusal.action")) {
            var parts = column.split("\\.", -1);
            var traces = city.rows("select lower(" + parts[1] + "), 1 from " + parts[0] + " where lower(" + parts[1]
                    + ") like '%mustermann%'");
            assertEquals(List.of(), traces, column);
        }
        DESK.post("/v1/people", "{'name': 'Erika Mustermann', " + Desk.PUBLISHER + "}")
                .statusCode(201)
                .body("slug", equalTo("erika-mustermann"));
    }

    @Test
    void aNameIsFoundHoweverItWasTyped() {
        var person = DESK.publishes("/v1/people", "{'name': 'Jo\u0308rg Gru\u0308belsam', " + Desk.PUBLISHER + "}");
        var composed = DESK.drafts("/v1/releases", Desk.titled("Rede von Jörg Grübelsam"));
        var apart = DESK.drafts("/v1/releases", Desk.titled("Rede von JO\u0308RG GRU\u0308BELSAM"));

        DESK.on(person, "POST", "/erase", "")
                .statusCode(200)
                .body("mentionedIn.url", contains(endsWith(composed), endsWith(apart)));
    }

    @Test
    void whatWasDeletedCanStillBeErased() {
        var person = DESK.publishes("/v1/people", "{'name': 'Max Muster', " + Desk.PUBLISHER + "}");
        DESK.on(person, "DELETE", "", "").statusCode(204);
        Lists.ask("/v1/people/max-muster").statusCode(410);

        DESK.on(person, "POST", "/erase", "").statusCode(200).body("mentionedIn", hasSize(0));
        Lists.ask("/v1/people/max-muster").statusCode(404);
        Lists.ask(person).statusCode(410).body("tombstone.reason", equalTo("ERASED"));
    }
}
