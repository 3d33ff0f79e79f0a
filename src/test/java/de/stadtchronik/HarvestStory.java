package de.stadtchronik;

import static de.stadtchronik.Mainz.MAINZ;
import static de.stadtchronik.Mainz.SOURCES;
import static de.stadtchronik.Mainz.after;
import static de.stadtchronik.Mainz.get;
import static de.stadtchronik.Mainz.runs;
import static de.stadtchronik.Mainz.source;
import static de.stadtchronik.Mainz.topic;
import static de.stadtchronik.Mainz.until;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a neighbour publishes is read here too, as the neighbour has it, and goes only when the neighbour says so. */
@QuarkusTest
@TestProfile(Connected.class)
@WithTestResource(TestDatabase.class)
class HarvestStory {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Desk DESK = Desk.ADMIN;

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    private Neighbour neighbour;

    @BeforeEach
    void anEmptyCityAtNoonWithANeighbour() {
        city.isEmpty();
        clock.set(NOON);
        neighbour = new Neighbour();
    }

    @AfterEach
    void theNeighbourCloses() {
        neighbour.close();
    }

    @Test
    void aSourceIsReadAndChangedByItsState() {
        begins("");
        Keys.admin().post("/v1/admin/harvest-sources/mainz/pause").then().statusCode(200);

        States.areHeeded("/v1/admin/harvest-sources/mainz", "{\"interval\": 600}");
    }

    @Test
    void aCopySaysWhatTheOriginalSaysAndWhereItComesFrom() {
        var id = neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins("");

        get("/v1/topics/klima")
                .statusCode(200)
                .body("id", equalTo(id.toString()))
                .body("label", equalTo("Klima"))
                .body("version", equalTo(1))
                .body("createdAt", equalTo("2025-05-01T08:00:00Z"))
                .body("modifiedAt", equalTo("2025-06-01T08:00:00Z"))
                .body("license", equalTo("https://www.govdata.de/dl-de/zero-2-0"))
                .body("source.system", equalTo("mainz"))
                .body("source.externalId", equalTo(id.toString()))
                .body("source.url", equalTo(neighbour.url() + "/v1/items/" + id))
                .body("source.license", equalTo("https://www.govdata.de/dl-de/zero-2-0"))
                .body("source.retrievedAt", equalTo("2026-03-01T13:00:00+01:00"));
        get("/v1/topics?source=mainz").body("data.id", contains(id.toString()));
        get("/v1/topics/" + id + "/versions").body("data.version", contains(1));
        source().body("status", equalTo("ACTIVE"))
                .body("copies", equalTo(1))
                .body("rejects", equalTo(0))
                .body("mismatches", equalTo(0))
                .body("position", equalTo("place-1-1"))
                .body("lastSuccess", equalTo("2026-03-01T12:00:00Z"))
                .body("nextRun", equalTo("2026-03-01T12:05:00Z"))
                .body("running", equalTo(false));
        assertEquals(
                List.of("changes?", "manifest?"),
                neighbour.asked().stream()
                        .map(asked -> asked.replaceAll("\\?.*", "?"))
                        .toList());
        DESK.get("/v1/admin/audit?actor=harvest:mainz")
                .body("data.action", contains("PUBLISH"))
                .body("data.item", contains(id.toString()));
    }

    @Test
    void anUpdateIsFollowedAndTheSameAgainChangesNothing() {
        var id = neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins("");
        var line = head();
        neighbour.publishes("TOPIC", id, 1, topic("klima", "Klima"));
        clock.advance(Duration.ofMinutes(5));
        runs();
        assertEquals(line, head());

        neighbour.publishes("TOPIC", id, 3, topic("klima", "Klimaschutz"));
        runs();
        get("/v1/topics/klima")
                .body("label", equalTo("Klimaschutz"))
                .body("version", equalTo(3))
                .body("modifiedAt", equalTo("2025-06-03T08:00:00Z"))
                .body("source.retrievedAt", equalTo("2026-03-01T13:05:00+01:00"));
        assertEquals(line + 1, head());
    }

    @Test
    void whatTheOriginTakesBackIsGoneWithItsReasonAndMayReturn() {
        var gone = neighbour.publishes("TOPIC", topic("klima", "Klima"));
        var merged = neighbour.publishes("TOPIC", topic("wetter", "Wetter"));
        var survivor = neighbour.publishes("TOPIC", topic("luft", "Luft"));
        var left = neighbour.publishes("TOPIC", topic("wald", "Wald"));
        var erased = neighbour.publishes("PERSON", "{'name': 'Erika Muster', 'slug': 'muster'}");
        begins("");
        source().body("rejects", equalTo(0));
        neighbour.drops(
                "TOPIC", gone, "WITHDRAWN", "{'explanation': {'de': 'Falsch.'}, 'successor': '" + survivor + "'}");
        neighbour.drops("TOPIC", merged, "MERGED", "{'successor': '" + survivor + "'}");
        neighbour.drops("TOPIC", left, "OUT_OF_SCOPE", "{}");
        neighbour.drops("PERSON", erased, "ERASED", "{}");
        neighbour.drops("TOPIC", SampleCity.newId(), "DELETED", "{}");
        runs();

        get("/v1/topics/klima")
                .statusCode(410)
                .body("tombstone.reason", equalTo("WITHDRAWN"))
                .body("tombstone.explanation", equalTo("Falsch."))
                .body("tombstone.successor.slug", equalTo("luft"));
        given().redirects()
                .follow(false)
                .get("/v1/topics/wetter")
                .then()
                .statusCode(308)
                .header("Location", endsWith("/v1/topics/luft"));
        get("/v1/topics/wald").statusCode(410).body("tombstone.reason", equalTo("OUT_OF_SCOPE"));
        get("/v1/people/muster").statusCode(404);
        source().body("copies", equalTo(1)).body("removals", equalTo(0));

        neighbour.publishes("TOPIC", gone, 2, topic("klima", "Klima"));
        runs();
        get("/v1/topics/klima").statusCode(200).body("version", equalTo(2));
    }

    @Test
    void aRunThatBreaksOffGoesOnWhereItWas() {
        neighbour.givesPagesOf(2);
        for (var number = 1; number <= 6; number++) {
            neighbour.publishes("TOPIC", topic("t" + number, "Thema " + number));
        }
        neighbour.fails(2, 500, Map.of());
        begins("");
        source().body("status", equalTo("FAILING"))
                .body("copies", equalTo(4))
                .body("failures", equalTo(1))
                .body("lastError", equalTo("Status 500"))
                .body("position", equalTo("place-1-4"));
        neighbour.asked();

        neighbour.isWell();
        var line = head();
        runs();
        source().body("status", equalTo("ACTIVE")).body("copies", equalTo(6)).body("lastError", nullValue());
        assertEquals("changes?since=place-1-4", neighbour.asked().get(0));
        assertEquals(line + 2, head());
    }

    @Test
    void whoeverDiedLeavesALeaseThatEnds() {
        neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins("");
        neighbour.asked();
        city.execute("update harvest_source set leased_by = '" + UUID.randomUUID()
                + "', leased_until = timestamp with time zone '2026-03-01 12:03:00+00:00'");
        DESK.post(MAINZ + "/run", "").statusCode(202).body("running", equalTo(true));
        assertEquals(List.of(), neighbour.asked());

        clock.advance(Duration.ofMinutes(3));
        runs();
        assertEquals("changes?since=place-1-1", neighbour.asked().get(0));
    }

    @Test
    void afterACursorExpiredAllIsReadAgainAndWhatDidNotComeIsGone() {
        var lost = neighbour.publishes("TOPIC", topic("verloren", "Verloren"));
        neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins("");
        var line = head();
        neighbour.asked();
        neighbour.isRestoredWithout(lost);
        runs();

        assertEquals(
                List.of("changes?since=place-1-2", "changes?", "manifest?"),
                neighbour.asked().stream()
                        .map(asked -> asked.replaceAll("\\?(data|limit|null).*|(manifest\\?).*|\\?$", "?$2")
                                .replace("?manifest?", "?"))
                        .map(asked -> asked.startsWith("manifest") || asked.startsWith("?") ? "manifest?" : asked)
                        .toList());
        get("/v1/topics/verloren").statusCode(410).body("tombstone.reason", equalTo("OUT_OF_SCOPE"));
        get("/v1/topics/klima").statusCode(200);
        assertEquals(line + 1, head());
        source().body("copies", equalTo(1)).body("mismatches", equalTo(0));
    }

    @Test
    void whoeverAsksToBeLeftAloneIsLeftAlone() {
        neighbour.fails(0, 429, Map.of("Retry-After", "1200"));
        begins("");
        source().body("status", equalTo("FAILING"))
                .body("lastError", equalTo("Status 429"))
                .body("nextRun", equalTo("2026-03-01T12:20:00Z"));

        neighbour.fails(0, 500, Map.of());
        for (var pause : List.of(10, 20, 40)) {
            runs();
            source().body(
                            "nextRun",
                            equalTo(NOON.plus(Duration.ofMinutes(pause)).toString()));
        }
        neighbour.isWell();
        runs();
        source().body("failures", equalTo(0)).body("nextRun", equalTo("2026-03-01T12:05:00Z"));
    }

    @Test
    void aRunThatWouldRemoveTooMuchAsksFirst() {
        var ids = new ArrayList<UUID>();
        for (var number = 1; number <= 20; number++) {
            ids.add(neighbour.publishes("TOPIC", topic("t" + number, "Thema " + number)));
        }
        begins("");
        ids.subList(0, 6).forEach(id -> neighbour.drops("TOPIC", id, "DELETED", "{}"));
        neighbour.publishes("TOPIC", ids.get(6), 2, topic("t7", "Anders"));
        runs();

        source().body("status", equalTo("HELD"))
                .body("copies", equalTo(20))
                .body("removals", equalTo(6))
                .body("lastError", equalTo("6 of 20 copies would be removed."))
                .body("$", not(hasKey("nextRun")));
        get("/v1/topics/t1").statusCode(200);
        get("/v1/topics/t7").body("label", equalTo("Anders"));
        neighbour.asked();
        DESK.post(MAINZ + "/run", "").statusCode(202);
        assertEquals(List.of(), neighbour.asked());

        after(() -> DESK.post(MAINZ + "/confirm", "").statusCode(200));
        source().body("status", equalTo("ACTIVE")).body("copies", equalTo(14)).body("removals", equalTo(0));
        get("/v1/topics/t1").statusCode(410);

        ids.subList(7, 13).forEach(id -> neighbour.drops("TOPIC", id, "DELETED", "{}"));
        runs();
        source().body("status", equalTo("HELD")).body("copies", equalTo(14));
        DESK.get("/v1/admin/audit?type=HARVEST_SOURCE")
                .body("data.action", hasItem("HARVEST_CONFIRM"))
                .body("data.action", hasItem("HARVEST_CREATE"));
    }

    @Test
    void aTakenSlugGetsTheNameOfTheSource() {
        city.publishes("topics", topic("klima", "Unser Klima"));
        var first = neighbour.publishes("TOPIC", topic("klima", "Klima"));
        city.publishes("topics", topic("wald-mainz", "Wald bei Mainz"));
        city.publishes("topics", topic("wald", "Wald"));
        var second = neighbour.publishes("TOPIC", topic("wald", "Wald"));
        begins("");
        get("/v1/topics/" + first).body("slug", equalTo("klima-mainz"));
        get("/v1/topics/" + second).body("slug", equalTo("wald-mainz-2"));
        get("/v1/topics/klima").body("label", equalTo("Unser Klima"));
    }

    @Test
    void referencesLeadToWhatIsHereOnceItIsAndElseKeepTheirTitle() {
        var parent = SampleCity.newId();
        var later = SampleCity.newId();
        var never = SampleCity.newId();
        var child = neighbour.publishes("TOPIC", topic("kind", "Kind", "'parent': '" + parent + "'"));
        neighbour.publishes("TOPIC", parent, 1, topic("mutter", "Mutter"));
        var project = neighbour.publishes(
                "PROJECT",
                "{'slug': 'projekt', 'title': {'de': 'Projekt'}, 'mentions': ['" + later + "', {'id': '" + never
                        + "', 'type': 'PERSON', 'title': 'Wer woanders ist', 'url': 'https://x.example/1'}, '"
                        + SampleCity.newId() + "', 'organisations/stadt']}");
        begins("");
        get("/v1/topics/" + child).body("parent.slug", equalTo("mutter"));
        get("/v1/projects/projekt").body("mentions.title", contains("Wer woanders ist"));

        neighbour.publishes("TOPIC", later, 1, topic("spaeter", "Später"));
        runs();
        get("/v1/projects/projekt").body("mentions.title", contains("Später", "Wer woanders ist"));
        get("/v1/search?mentions=" + later).body("data.id", hasItem(project.toString()));
        source().body("rejects", equalTo(0)).body("mismatches", equalTo(0));
    }

    @Test
    void badDataIsSetAsideAndNeverStopsTheRest() {
        var nameless = neighbour.publishes("TOPIC", "{'code': 'X', 'slug': 'ohne-namen'}");
        neighbour.says("{'op': 'UPSERT', 'id': 'nonsense'}");
        neighbour.says("{'op': 'UPSERT', 'type': 'TOPIC', 'id': '" + SampleCity.newId() + "', 'version': 1}");
        neighbour.publishes("TOPIC", topic("link", "Link", "'exactMatch': ['javascript:alert(1)']"));
        neighbour.publishes("TOPIC", topic("zeichen", "Steuer\\u0000zeichen"));
        neighbour.publishes("UNICORN", topic("einhorn", "Einhorn"));
        neighbour.publishes("TOPIC", topic("klima", "Klima", "'newerThanUs': 1"));
        begins("");
        get("/v1/topics/klima").statusCode(200).body("$", not(hasKey("newerThanUs")));
        get("/v1/topics/zeichen").statusCode(200).body("label", equalTo("Steuerzeichen"));
        source().body("status", equalTo("ACTIVE"))
                .body("copies", equalTo(2))
                .body("rejects", equalTo(5))
                .body("mismatches", equalTo(0));
        var rejects = DESK.get(MAINZ + "/rejects?limit=4").statusCode(200).body("data.size()", equalTo(4));
        DESK.get(MAINZ + "/rejects?cursor=" + rejects.extract().<String>path("page.next"))
                .body("data.size()", equalTo(1));
        DESK.get(MAINZ + "/rejects")
                .body("data.faults.code.flatten()", hasItem("unreadable"))
                .body("data.entry", hasItem("{\"op\":\"UPSERT\",\"id\":\"nonsense\"}"));

        neighbour.publishes("TOPIC", nameless, 2, topic("ohne-namen", "Doch einer"));
        runs();
        source().body("copies", equalTo(3)).body("rejects", equalTo(4));
    }

    @Test
    void whatAnOlderInstanceAllowedIsTakenOverAsItIs() {
        neighbour.publishes(
                "EVENT_SERIES",
                "{'slug': 'alt', 'title': {'de': 'Alt'}, 'recurrence': 'FREQ=WEEKLY;BYDAY=XX', 'figures': [{'metric': 'STAFF',"
                        + " 'bound': 'EXACT', 'value': -7}], 'identifiers': [{'scheme': 'AGS', 'value': '7312000'}]}");
        neighbour.publishes(
                "ORGANISATION",
                "{'slug': 'alte', 'name': {'de': '\u00a0'}, 'website': 'https://anna@example.org/ä',"
                        + " 'contactPoints': [{'telephone': '+490631365'}]}");
        begins("");

        get("/v1/event-series/alt")
                .body("recurrence", equalTo("FREQ=WEEKLY;BYDAY=XX"))
                .body("figures[0].value", equalTo(-7))
                .body("identifiers[0].value", equalTo("7312000"));
        get("/v1/organisations/alte")
                .body("name", equalTo("\u00a0"))
                .body("website", equalTo("https://anna@example.org/ä"))
                .body("contactPoints[0].telephone", equalTo("+490631365"));
        source().body("copies", equalTo(2)).body("rejects", equalTo(0));
    }

    @Test
    void anItemOfOurOwnIsNeverOverwritten() {
        var ours = city.publishes("topics", topic("klima", "Unser Klima"));
        neighbour.publishes("TOPIC", ours, 7, topic("klima", "Ihr Klima"));
        neighbour.publishes("TOPIC", topic("wald", "Wald"));
        begins("");
        get("/v1/topics/klima").body("label", equalTo("Unser Klima")).body("version", equalTo(1));
        DESK.get(MAINZ + "/rejects")
                .body("data.item", contains(ours.toString()))
                .body("data.faults[0].code", contains("own-item"));
        source().body("copies", equalTo(1)).body("mismatches", equalTo(0));

        neighbour.drops("TOPIC", ours, "DELETED", "{}");
        runs();
        get("/v1/topics/klima").statusCode(200);
        source().body("rejects", equalTo(0));
    }

    @Test
    void aCopyIsOfTheFirstSourceThatBroughtIt() {
        var id = neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins("");
        try (var other = new Neighbour()) {
            other.publishes("TOPIC", id, 9, topic("klima", "Anders"));
            Mainz.create("worms", other.url(), "");
            until(() -> DESK.get(SOURCES + "/worms").extract().<Integer>path("runs") == 1);
        }
        get("/v1/topics/klima").body("label", equalTo("Klima"));
        DESK.get(SOURCES + "/worms/rejects").body("data.faults[0].code", contains("other-source"));
    }

    @Test
    void nobodyHereChangesACopyButAnEditorCanHideIt() {
        var id = neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins("");
        var item = "/v1/topics/" + id;
        var project = DESK.publishes("/v1/projects", Desk.titled("Projekt", ", 'topics': ['" + id + "']"));
        for (var action : List.of("/publish", "/withdraw", "/archive", "/erase")) {
            DESK.on(item, "POST", action, "{}").statusCode(409).body("type", endsWith("/harvested"));
        }
        DESK.on(item, "PUT", "", topic("klima", "Unseres")).statusCode(409).body("type", endsWith("/harvested"));
        DESK.on(item, "PATCH", "", "{'label': {'de': 'Unseres'}}").statusCode(409);
        DESK.on(item, "DELETE", "?detach=true", "").statusCode(409).body("type", endsWith("/harvested"));
        DESK.on(item, "POST", "/restore", "{'version': 1}").statusCode(409);
        DESK.on(item, "POST", "/schedule", "{'publishAt': '2027-01-01T00:00:00Z'}")
                .statusCode(409);
        DESK.send("PUT", "/v1/topics/by-source/mainz/" + id, topic("klima", "Unseres"))
                .statusCode(409);
        DESK.on(project, "POST", "/hide", "").statusCode(409).body("type", endsWith("/not-a-copy"));
        get(project).body("topics.id", contains(id.toString()));

        DESK.on(item, "POST", "/hide", "").statusCode(200);
        get(item).statusCode(404);
        get("/v1/topics/klima").statusCode(404);
        get("/v1/topics").body("data", empty());
        get(project).body("$", not(hasKey("topics")));
        neighbour.publishes("TOPIC", id, 2, topic("klima", "Klimaschutz"));
        runs();
        get(item).statusCode(404);
        source().body("copies", equalTo(1)).body("mismatches", equalTo(0));

        DESK.on(item, "POST", "/unhide", "").statusCode(200);
        get(item).body("label", equalTo("Klimaschutz"));
        get(project).body("topics.id", contains(id.toString()));
    }

    @Test
    void aCopyIsNeverHandedOn() {
        var partner = new Partner("");
        partner.pulls();
        var id = neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins("");
        assertEquals(List.of(), partner.pulls());
        partner.isComplete();
        assertEquals(1, Partner.manifest("data=none").getInt("count"));
        neighbour.drops("TOPIC", id, "DELETED", "{}");
        runs();
        assertEquals(List.of(), partner.pulls());
        assertEquals(List.of("UPSERT 1 stadt"), new Partner("").pulls());
    }

    @Test
    void copiesThatAreNotWhatTheOriginHasAreReadAgainOnce() {
        neighbour.publishes("TOPIC", topic("klima", "Klima"));
        neighbour.lies();
        begins("");
        source().body("mismatches", equalTo(2))
                .body("status", equalTo("ACTIVE"))
                .body("copies", equalTo(1));
        neighbour.asked();
        runs();
        source().body("mismatches", equalTo(3));
        assertEquals(2, neighbour.asked().size());
    }

    @Test
    void anExportCarriesCopiesAndSaysThatTheyAre() {
        var id = neighbour.publishes("TOPIC", topic("klima", "Klima", "'parent': '" + SampleCity.newId() + "'"));
        var gone = neighbour.publishes("TOPIC", topic("wetter", "Wetter"));
        // An export is in the order of ids: one that refers to what stands after it.
        var sooner = SampleCity.newId();
        var later = SampleCity.newId();
        neighbour.publishes("TOPIC", sooner, 1, topic("luft", "Luft", "'parent': '" + later + "'"));
        neighbour.publishes("TOPIC", later, 1, topic("himmel", "Himmel"));
        begins("");
        neighbour.drops("TOPIC", gone, "WITHDRAWN", "{'successor': '" + later + "'}");
        runs();
        get("/v1/topics/luft").body("parent.slug", equalTo("himmel"));
        DESK.on("/v1/topics/" + id, "POST", "/hide", "").statusCode(200);
        var export = DESK.get("/v1/export").statusCode(200).extract().asString();
        assertTrue(export.contains("\"harvestedFrom\":\"mainz\",\"hidden\":true"));
        city.isBare();
        DESK.request()
                .contentType("application/x-ndjson")
                .body(export.getBytes(StandardCharsets.UTF_8))
                .post("/v1/import")
                .then()
                .statusCode(200);
        get("/v1/topics/klima").statusCode(404);
        DESK.on("/v1/topics/" + id, "DELETE", "", "").statusCode(409).body("type", endsWith("/harvested"));
        DESK.on("/v1/topics/" + id, "POST", "/unhide", "").statusCode(200);
        get("/v1/topics/klima").body("version", equalTo(1));
        get("/v1/topics/luft").body("parent.slug", equalTo("himmel"));
        get("/v1/topics/wetter").statusCode(410).body("tombstone.successor.slug", equalTo("himmel"));
        assertEquals(List.of("UPSERT 1 stadt"), new Partner("").pulls());
        begins("");
        source().body("copies", equalTo(3)).body("mismatches", equalTo(0));
    }

    @Test
    void whoeverAsksDuringARunGetsAnother() {
        begins("");
        neighbour.takesItsTime(() -> {
            neighbour.takesItsTime(() -> {});
            clock.advance(Duration.ofSeconds(1));
            DESK.post(MAINZ + "/run", "").statusCode(202);
        });
        DESK.post(MAINZ + "/run", "").statusCode(202);

        until(() -> source().extract().<Integer>path("runs") == 3);
    }

    @Test
    void theKeyOfOneHostIsNotGivenToAnother() {
        begins(", 'key': 'secret-of-mainz'");
        try (var other = new Neighbour()) {
            DESK.send("PATCH", MAINZ, "{'url': '" + other.url() + "'}")
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/key"))
                    .body("errors[0].code", equalTo("required"));
            after(() -> DESK.send("PATCH", MAINZ, "{'url': '" + neighbour.url() + "/'}")
                    .statusCode(200)
                    .body("hasKey", equalTo(true)));
            after(() -> DESK.send("PATCH", MAINZ, "{'url': '" + other.url() + "', 'key': 'secret-of-other'}")
                    .statusCode(200));
            assertEquals("Bearer secret-of-other", other.keys().get(0));
            after(() -> DESK.send("PATCH", MAINZ, "{'url': '" + neighbour.url() + "', 'key': null}")
                    .statusCode(200)
                    .body("hasKey", equalTo(false)));
        }
    }

    @Test
    void sourcesAreLookedAfter() {
        given().get(SOURCES).then().statusCode(401);
        Keys.with(Keys.of("editor")).get(SOURCES).then().statusCode(403);
        var id = neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins(", 'key': 'secret-of-mainz', 'types': ['TOPIC', 'EVENT'], 'languages': ['de']");
        assertEquals("Bearer secret-of-mainz", neighbour.keys().get(0));
        assertEquals(
                "changes?lang=de&type=TOPIC,EVENT", sorted(neighbour.asked().get(0)));
        var shown = source().body("hasKey", equalTo(true)).extract().asString();
        assertTrue(!shown.contains("secret-of-mainz"));
        Mainz.create("mainz", neighbour.url(), "").statusCode(409).body("type", endsWith("/harvest-source-taken"));
        Mainz.create("private", "http://10.0.0.1", "")
                .statusCode(422)
                .body("errors[0].code", equalTo("forbidden-address"));
        Mainz.create("Not a name", "ftp://x.example", ", 'interval': 1, 'more': true")
                .statusCode(422);
        DESK.get(SOURCES).body("data.name", contains("mainz"));
        Mainz.create("alzey", neighbour.url(), ", 'types': ['FAQ']").statusCode(201);
        var next = DESK.get(SOURCES + "?limit=1")
                .body("data.name", contains("alzey"))
                .extract()
                .<String>path("page.next");
        DESK.get(SOURCES + "?limit=1&cursor=" + next)
                .statusCode(200)
                .body("data.name", contains("mainz"))
                .body("page.next", nullValue());
        for (var forged : List.of("xxx", "mainz", "bnVsbA", "W10")) {
            DESK.get(SOURCES + "?cursor=" + forged).statusCode(400).body("errors.code", contains("invalid-cursor"));
        }
        DESK.send("DELETE", SOURCES + "/alzey", "").statusCode(204);
        Map.of("https://mainz.example/ä", "not-a-web-address", "https://mainz.example/#a", "invalid-url")
                .forEach((url, code) -> Mainz.create("alzey", url, "")
                        .statusCode(422)
                        .body("errors.pointer", contains("/url"))
                        .body("errors.code", contains(code)));
        DESK.get(SOURCES + "/worms").statusCode(404);
        DESK.send("PATCH", MAINZ, "{'name': 'worms'}").statusCode(422);

        DESK.post(MAINZ + "/pause", "").statusCode(200).body("status", equalTo("PAUSED"));
        neighbour.asked();
        DESK.post(MAINZ + "/run", "").statusCode(202);
        assertEquals(List.of(), neighbour.asked());
        after(() -> DESK.post(MAINZ + "/resume", "").statusCode(200));
        after(() -> DESK.send("PATCH", MAINZ, "{'types': ['TOPIC'], 'interval': 60}")
                .statusCode(200)
                .body("interval", equalTo(60))
                .body("hasKey", equalTo(true)));
        assertEquals("changes?lang=de&type=TOPIC", sorted(neighbour.asked().get(2)));

        DESK.send("DELETE", MAINZ, "").statusCode(204);
        get("/v1/topics/klima").statusCode(200);
        begins("");
        source().body("copies", equalTo(1)).body("rejects", equalTo(0));
        DESK.send("DELETE", MAINZ + "?purge=yes", "").statusCode(400).body("errors[0].code", equalTo("unknown-value"));
        DESK.send("DELETE", MAINZ + "?purge=true", "").statusCode(202);
        until(() -> DESK.get(MAINZ).extract().statusCode() == 404);
        get("/v1/topics/" + id).statusCode(410).body("tombstone.reason", equalTo("OUT_OF_SCOPE"));
    }

    private static String sorted(String asked) {
        var query =
                asked.substring(asked.indexOf('?') + 1).replaceAll("^&|&$", "").split("&");
        java.util.Arrays.sort(query);
        return asked.substring(0, asked.indexOf('?') + 1) + String.join("&", query);
    }

    private void begins(String more) {
        Mainz.begins(neighbour, more);
    }

    private long head() {
        return ((Number) city.rows("select head, id from change_counter").get(0)[0]).longValue();
    }
}
