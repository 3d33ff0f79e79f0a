package de.stadtchronik;

import static de.stadtchronik.Mainz.MAINZ;
import static de.stadtchronik.Mainz.SOURCES;
import static de.stadtchronik.Mainz.after;
import static de.stadtchronik.Mainz.begins;
import static de.stadtchronik.Mainz.get;
import static de.stadtchronik.Mainz.rejects;
import static de.stadtchronik.Mainz.runs;
import static de.stadtchronik.Mainz.source;
import static de.stadtchronik.Mainz.topic;
import static de.stadtchronik.Mainz.until;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a neighbour says, what is here stays as our rules want it, and costs no more than it may. */
@QuarkusTest
@TestProfile(Connected.class)
@WithTestResource(TestDatabase.class)
class HostileNeighbourStory {

    private static final Desk DESK = Desk.ADMIN;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

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
    void titlesOfWhatIsNotHereAreHeldToTheRulesForTitles() {
        neighbour.publishes(
                "PROJECT",
                "{'slug': 'projekt', 'title': {'de': 'Projekt'}, 'mentions': ["
                        + mention("{'en': 'Not in German'}") + ", " + mention("{'de': 7}") + ", "
                        + mention("{'de': '" + "x".repeat(301) + "'}") + ", " + mention("{'de': 'Gut', 'no tag!': 'x'}")
                        + ", " + mention("{'de': ''}") + ", " + mention("{'de': 'Steuer\\u0000zeichen'}") + ", "
                        + mention("'Ein Wort'") + "]}");
        begins(neighbour, "");
        get("/v1/projects/projekt").statusCode(200).body("mentions.title", contains("Steuerzeichen", "Ein Wort"));
        get("/v1/projects").statusCode(200);
        source().body("rejects", equalTo(0)).body("mismatches", equalTo(0));
    }

    private static String mention(String title) {
        return "{'id': '" + SampleCity.newId() + "', 'type': 'PERSON', 'title': " + title + "}";
    }

    @Test
    void numbersAreTakenOverAsTheyAreAndWhatIsNoneStopsNobody() {
        neighbour.publishes("PROJECT", project("genau", "123456789012345.1234"));
        neighbour.publishes("PROJECT", project("riesig", "1e99999"));
        neighbour.publishes("PROJECT", project("zuviel", "1e400"));
        neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins(neighbour, "");
        var shown = get("/v1/projects/genau").statusCode(200).extract().asString();
        assertTrue(shown.contains("123456789012345.1234"), shown);
        get("/v1/topics/klima").statusCode(200);
        source().body("status", equalTo("ACTIVE"))
                .body("copies", equalTo(2))
                .body("rejects", equalTo(2))
                .body("mismatches", equalTo(0));
    }

    private static String project(String slug, String value) {
        return "{'slug': '" + slug
                + "', 'title': {'de': 'Projekt'}, 'figures': [{'metric': 'FUNDING', 'bound': 'EXACT'," + " 'value': "
                + value + "}]}";
    }

    @Test
    void nobodyStandsAboveItself() {
        var first = SampleCity.newId();
        var second = SampleCity.newId();
        var alone = SampleCity.newId();
        neighbour.publishes("TOPIC", alone, 1, topic("allein", "Allein", "'parent': '" + alone + "'"));
        neighbour.publishes("TOPIC", first, 1, topic("eins", "Eins", "'parent': '" + second + "'"));
        neighbour.publishes("TOPIC", second, 1, topic("zwei", "Zwei", "'parent': '" + first + "'"));
        begins(neighbour, "");
        get("/v1/topics/allein").statusCode(200).body("$", not(hasKey("parent")));
        get("/v1/topics/zwei").statusCode(200).body("parent.slug", equalTo("eins"));
        get("/v1/topics/eins").statusCode(200).body("$", not(hasKey("parent")));
        source().body("copies", equalTo(3)).body("rejects", equalTo(0)).body("mismatches", equalTo(0));

        neighbour.publishes("TOPIC", second, 2, topic("zwei", "Zwei"));
        runs();
        get("/v1/topics/zwei").body("$", not(hasKey("parent")));
        get("/v1/topics/eins").body("parent.slug", equalTo("zwei"));
    }

    @Test
    void aNoticeOfWhatIsArchivedIsInGermanToo() {
        var archived = "'altLabels': [], 'status': 'ARCHIVED', 'notice': ";
        neighbour.publishes("TOPIC", topic("gut", "Gut", archived + "{'de': 'Alt\\u0000es'}"));
        neighbour.publishes("TOPIC", topic("englisch", "Englisch", archived + "{'en': 'Old'}"));
        neighbour.publishes("TOPIC", topic("lang", "Lang", archived + "{'de': '" + "x".repeat(2001) + "'}"));
        begins(neighbour, "");
        get("/v1/topics/gut").statusCode(200).body("notice", equalTo("Altes"));
        source().body("copies", equalTo(1)).body("rejects", equalTo(2));
        rejects().body("data.faults.pointer.flatten()", contains("/notice", "/notice"));
    }

    @Test
    void anExplanationIsHeldToTheRulesForOurs() {
        var explanations = Map.of(
                "gut",
                "{'de': 'Fa\\u0007lsch.', 'en': 'Wrong.'}",
                "englisch",
                "{'en': 'Wrong.'}",
                "lang",
                "{'de': '" + "x".repeat(2001) + "'}",
                "zahl",
                "{'de': 7}",
                "tag",
                "{'de': 'Falsch.', '<b>': 'x'}");
        var ids = new java.util.TreeMap<String, UUID>();
        explanations.keySet().forEach(slug -> ids.put(slug, neighbour.publishes("TOPIC", topic(slug, "Thema"))));
        begins(neighbour, "");
        explanations.forEach((slug, explanation) ->
                neighbour.drops("TOPIC", ids.get(slug), "WITHDRAWN", "{'explanation': " + explanation + "}"));
        runs();
        explanations
                .keySet()
                .forEach(slug -> get("/v1/topics/" + slug)
                        .statusCode(410)
                        .body("tombstone.explanation", equalTo(slug.equals("gut") ? "Falsch." : null)));
    }

    @Test
    void onlyTheNewestThousandOfWhatSaysNoIdAreKept() {
        for (var i = 1; i <= 1100; i++) {
            neighbour.says("{'op': 'UPSERT', 'id': '" + (i <= 500 ? "old " : "new ") + i + "'}");
        }
        neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins(neighbour, "");
        source().body("copies", equalTo(1)).body("rejects", equalTo(1000)).body("mismatches", equalTo(0));
        var old = city.rows("select count(*), 1 from harvest_reject where entry like '%old%'");
        assertEquals(400L, ((Number) old.get(0)[0]).longValue());
    }

    @Test
    void theEntriesOfManyRejectsAreKeptInBrief() {
        for (var i = 0; i < 1010; i++) {
            neighbour.publishes("TOPIC", "{'slug': 'x', 'altLabels': ['" + "x".repeat(400) + "']}");
        }
        begins(neighbour, "");
        source().body("copies", equalTo(0)).body("rejects", equalTo(1010)).body("mismatches", equalTo(0));
        var rows = city.rows("select max(length(entry)), min(length(entry)) from harvest_reject");
        assertTrue(((Number) rows.get(0)[0]).intValue() > 400);
        assertEquals(200, ((Number) rows.get(0)[1]).intValue());
    }

    @Test
    void whatWasNeverHereNeedNotBeRemoved() {
        var here = neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins(neighbour, "");
        neighbour.givesPagesOf(3);
        neighbour.drops("TOPIC", SampleCity.newId(), "DELETED", "{}");
        neighbour.drops("TOPIC", here, "DELETED", "{}");
        neighbour.drops("TOPIC", SampleCity.newId(), "DELETED", "{}");
        neighbour.drops("TOPIC", SampleCity.newId(), "DELETED", "{}");
        neighbour.fails(1, 500, Map.of());
        runs();
        source().body("status", equalTo("FAILING")).body("removals", equalTo(1));
        neighbour.isWell();
        runs();
        source().body("status", equalTo("ACTIVE")).body("removals", equalTo(0)).body("copies", equalTo(0));
    }

    @Test
    void ofTwoEntriesOfAnItemTheLastOneCounts() {
        var good = SampleCity.newId();
        var bad = SampleCity.newId();
        neighbour.says(upsert(good, 1, "{'slug': 'gut'}"));
        neighbour.says(upsert(good, 2, topic("gut", "Gut")));
        neighbour.says(upsert(bad, 1, topic("schlecht", "Schlecht")));
        neighbour.says(upsert(bad, 2, "{'slug': 'schlecht'}"));
        begins(neighbour, "");
        rejects().body("data.item", contains(bad.toString()));
        get("/v1/topics/gut").body("version", equalTo(2));
        source().body("copies", equalTo(2)).body("rejects", equalTo(1));
    }

    private String upsert(UUID id, int version, String document) {
        var head = "{'id': '" + id + "', 'type': 'TOPIC', 'url': '" + neighbour.url() + "', 'status': 'PUBLISHED',"
                + " 'version': " + version
                + ", 'createdAt': '2025-05-01T08:00:00Z', 'modifiedAt': '2025-06-01T08:00:00Z', ";
        return "{'op': 'UPSERT', 'id': '" + id + "', 'type': 'TOPIC', 'version': " + version + ", 'item': " + head
                + document.substring(1) + "}";
    }

    @Test
    void whoeverForgetsAtOnceIsNotAskedAgainAndAgain() {
        neighbour.givesPagesOf(1);
        neighbour.publishes("TOPIC", topic("eins", "Eins"));
        neighbour.publishes("TOPIC", topic("zwei", "Zwei"));
        neighbour.forgets();
        begins(neighbour, "");
        source().body("status", equalTo("FAILING"))
                .body("lastError", equalTo("The origin does not know the place that it has just given."))
                .body("copies", equalTo(1));
        assertEquals(4, neighbour.asked().size());
    }

    @Test
    void whoeverIsSlowIsReadInSeveralRuns() {
        neighbour.givesPagesOf(1);
        for (var number = 1; number <= 4; number++) {
            neighbour.publishes("TOPIC", topic("t" + number, "Thema " + number));
        }
        neighbour.takesItsTime(() -> clock.advance(Duration.ofMinutes(6)));
        Mainz.create("mainz", neighbour.url(), "").statusCode(201);
        until(() -> source().extract().<Integer>path("runs") == 4);

        source().body("status", equalTo("ACTIVE"))
                .body("copies", equalTo(4))
                .body("pagesRead", equalTo(0))
                .body("nextRun", equalTo("2026-03-01T12:35:00Z"));
        assertEquals("changes?since=place-1-2", neighbour.asked().get(2));
    }

    @Test
    void slowSourcesCostTheOthersNothing() {
        var slow = List.of(new Neighbour(), new Neighbour(), new Neighbour());
        try {
            slow.forEach(one -> {
                one.neverEnds(page -> "place-" + page, false);
                one.takesItsTime(() -> clock.advance(Duration.ofSeconds(28)));
                Mainz.create("slow-" + slow.indexOf(one), one.url(), "").statusCode(201);
            });
            neighbour.publishes("TOPIC", topic("klima", "Klima"));
            begins(neighbour, "");
            source().body("status", equalTo("ACTIVE")).body("copies", equalTo(1));
            runs();
            var before = ended("slow-0") + ended("slow-1") + ended("slow-2");
            until(() -> ended("slow-0") + ended("slow-1") + ended("slow-2") > before);
            runs();
            for (var number = 0; number < 3; number++) {
                DESK.get(SOURCES + "/slow-" + number)
                        .body("status", equalTo("ACTIVE"))
                        .body("copies", equalTo(0))
                        .body("lastSuccess", nullValue());
            }
            until(() -> notes("slow-0", "slow-1", "slow-2")
                    .contains(
                            "It is due, and begins once one of the few sources that are pulled at a time has had its share;"
                                    + " slow ones let the others go first."));
        } finally {
            slow.forEach(one -> DESK.send("DELETE", SOURCES + "/slow-" + slow.indexOf(one), ""));
            slow.forEach(Neighbour::close);
        }
    }

    private static int ended(String source) {
        return DESK.get(SOURCES + "/" + source).extract().<Integer>path("runs");
    }

    private static List<String> notes(String... sources) {
        return Stream.of(sources)
                .map(source -> DESK.get(SOURCES + "/" + source).extract().<String>path("note"))
                .toList();
    }

    @Test
    void aFeedThatGoesRoundInACircleIsNoticed() {
        neighbour.neverEnds(page -> page % 2 == 0 ? "a" : "b", false);
        begins(neighbour, "");
        source().body("status", equalTo("FAILING"))
                .body("lastError", equalTo("The feed goes round in a circle."))
                .body("lastSuccess", nullValue())
                .body("pagesRead", equalTo(3));
        assertEquals(4, neighbour.asked().size());

        neighbour.neverEnds(page -> "place-" + page % 10, false);
        runs();
        source().body("status", equalTo("FAILING")).body("lastError", equalTo("The feed goes round in a circle."));
        assertTrue(neighbour.asked().size() < 40);
    }

    @Test
    void whoeverBringsTooMuchIsHeldUntilSomebodyConfirms() {
        neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins(neighbour, "");
        source().body("mostCopies", equalTo(20_000)).body("mostBytes", equalTo(500_000_000));
        city.execute("update harvest_source set most_copies = 4");
        neighbour.neverEnds(page -> "place-" + page, true);
        runs();
        source().body("status", equalTo("HELD"))
                .body("lastError", equalTo("There would be more than 4 copies."))
                .body("copies", equalTo(4))
                .body("pagesRead", equalTo(3));

        neighbour.comesToAnEnd();
        after(() -> DESK.post(MAINZ + "/confirm", "").statusCode(200).body("mostCopies", equalTo(20_004)));
        source().body("status", equalTo("ACTIVE")).body("copies", equalTo(5)).body("pagesRead", equalTo(0));
    }

    @Test
    void whoeverSendsTooMuchIsHeldUntilSomebodyConfirms() {
        begins(neighbour, "");
        city.execute("update harvest_source set most_bytes = 1500");
        neighbour.neverEnds(page -> "place-" + page, true);
        runs();
        source().body("status", equalTo("HELD"))
                .body("lastError", equalTo("More than 1500 bytes were read, and there is more."));

        neighbour.comesToAnEnd();
        after(() -> DESK.post(MAINZ + "/confirm", "").statusCode(200));
        source().body("status", equalTo("ACTIVE")).body("bytesRead", equalTo(0));
    }

    @Test
    void aSourceWithManyCopiesIsPurgedInSteps() {
        for (var number = 1; number <= 120; number++) {
            neighbour.publishes("TOPIC", topic("t" + number, "Thema " + number));
        }
        begins(neighbour, "");
        DESK.send("DELETE", MAINZ + "?purge=true", "")
                .statusCode(202)
                .body("status", equalTo("PURGING"))
                .body("copies", equalTo(120));
        until(() -> DESK.get(MAINZ).extract().statusCode() == 404);

        get("/v1/topics/t1").statusCode(410).body("tombstone.reason", equalTo("OUT_OF_SCOPE"));
        get("/v1/topics/t120").statusCode(410);
        get("/v1/topics?source=mainz").body("data", hasSize(0));
        DESK.get("/v1/admin/audit?type=HARVEST_SOURCE")
                .body("data.action", contains("HARVEST_DELETE", "HARVEST_CREATE"));
        DESK.send("DELETE", MAINZ + "?purge=true", "").statusCode(404);
    }

    @Test
    void answersThatAreNoneAreNamed() throws IOException {
        neighbour.answers("{'data': [], 'next': 'a\\u0000b', 'hasMore': false}".replace('\'', '"'));
        begins(neighbour, "");
        source().body("status", equalTo("FAILING")).body("lastError", equalTo("The answer is no page of a feed."));
        neighbour.answers("[".repeat(100_000));
        runs();
        source().body("lastError", equalTo("TOO_LARGE"));
        var many = "[],".repeat(400_000);
        neighbour.answers("{\"data\": [{\"op\": \"UPSERT\", \"x\": [" + many + "[]]}], \"next\": \"place-1-1\"}");
        runs();
        source().body("lastError", equalTo("TOO_LARGE")).body("rejects", equalTo(0));
        neighbour.answers("{\"data\": [" + "{},".repeat(1000) + "{}], \"next\": \"place-1-1\"}");
        runs();
        source().body("lastError", equalTo("The answer is no page of a feed."));
        neighbour.answers(zipped(), Map.of("Content-Encoding", "gzip"));
        runs();
        source().body("lastError", equalTo("The answer is no JSON."));
        neighbour.answers(" ".repeat(5_000_000));
        runs();
        source().body("lastError", equalTo("TOO_LARGE")).body("failures", equalTo(6));
        // It begins as UTF-32, and goes on with a character that Unicode does not have.
        neighbour.answers(new byte[] {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f}, Map.of());
        runs();
        source().body("lastError", equalTo("The answer is no JSON.")).body("failures", equalTo(7));
    }

    /** Ten megabytes of nothing, in ten kilobytes. */
    private static byte[] zipped() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(" ".repeat(10_000_000).getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    @Test
    void momentsLieWhereCalendarsHaveThem() {
        neighbour.publishes("TOPIC", topic("ewig", "Ewig", "'modifiedAt': '+999999999-01-01T00:00:00Z'"));
        neighbour.publishes("TOPIC", topic("bald", "Bald", "'createdAt': '+10000-01-01T00:00:00Z'"));
        neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins(neighbour, "");
        source().body("copies", equalTo(1)).body("rejects", equalTo(2));
        rejects()
                .body("data.faults.code.flatten()", contains("not-a-date-time", "not-a-date-time"))
                .body("data.faults.pointer.flatten()", containsInAnyOrder("/modifiedAt", "/createdAt"));
    }

    @Test
    void addressesAreOfTheWebAndTextsAreTexts() {
        neighbour.publishes("TOPIC", topic("skript", "Skript", "'url': 'javascript:alert(1)'"));
        neighbour.publishes("TOPIC", topic("adresse", "Adresse", "'license': 'data:text/html,x'"));
        neighbour.publishes("TOPIC", topic("text", "Text", "'definition': 'kein Text'"));
        neighbour.publishes("TOPIC", topic("liste", "Liste", "'parent': [1, {}, null]"));
        neighbour.publishes("TOPIC", topic("kurz", "Kurz", "'slug': '../../etc'"));
        neighbour.publishes("TOPIC", topic("id", "Id", "'slug': '" + SampleCity.newId() + "'"));
        neighbour.publishes("TOPIC", topic("englisch", "Englisch", "'label': {'en': 'English'}"));
        neighbour.publishes("TOPIC", topic("fremd", "Fremd", "'source': {'system': 'worms', 'externalId': '7'}"));
        begins(neighbour, "");
        get("/v1/topics/fremd").body("source.system", equalTo("mainz"));
        get("/v1/topics").body("data.slug", contains("fremd"));
        source().body("copies", equalTo(1)).body("rejects", equalTo(7)).body("mismatches", equalTo(0));
    }

    @Test
    void manyOfOneNameGetTheEndOfTheirIds() {
        var ids = new java.util.ArrayList<UUID>();
        for (var i = 0; i < 12; i++) {
            ids.add(neighbour.publishes("TOPIC", topic("klima", "Klima")));
        }
        begins(neighbour, "");
        get("/v1/topics/" + ids.get(9)).body("slug", equalTo("klima-mainz-9"));
        var last = ids.get(11).toString();
        get("/v1/topics/" + last).body("slug", equalTo("klima-mainz-" + last.substring(24)));
    }

    @Test
    void whoeverDiesWhileAllIsReadAnewLosesNothing() {
        neighbour.givesPagesOf(1);
        var first = neighbour.publishes("TOPIC", topic("eins", "Eins"));
        neighbour.publishes("TOPIC", topic("zwei", "Zwei"));
        var lost = neighbour.publishes("TOPIC", topic("drei", "Drei"));
        begins(neighbour, "");
        neighbour.isRestoredWithout(lost);
        var line = head();
        city.execute("update harvest_source set place = 'place-2-1', anew = true, leased_by = '" + UUID.randomUUID()
                + "', leased_until = timestamp with time zone '2026-03-01 12:03:00+00:00'");
        city.execute("insert into harvest_seen (source, item_id) values ('mainz', '" + first + "')");
        neighbour.asked();
        clock.advance(Duration.ofMinutes(3));
        runs();
        assertEquals("changes?since=place-2-1", neighbour.asked().get(0));
        get("/v1/topics/eins").statusCode(200);
        get("/v1/topics/zwei").statusCode(200);
        get("/v1/topics/drei").statusCode(410).body("tombstone.reason", equalTo("OUT_OF_SCOPE"));
        assertEquals(line + 1, head());
        source().body("copies", equalTo(2)).body("mismatches", equalTo(0));
    }

    @Test
    void whoeverDiesWhileRemovingLeavesTheRest() {
        var gone = neighbour.publishes("TOPIC", topic("weg", "Weg"));
        var other = neighbour.publishes("TOPIC", topic("auch", "Auch"));
        begins(neighbour, "");
        var line = head();
        neighbour.drops("TOPIC", gone, "WITHDRAWN", "{}");
        neighbour.drops("TOPIC", other, "WITHDRAWN", "{}");
        city.execute("update harvest_source set place = 'place-1-4', leased_by = '" + UUID.randomUUID()
                + "', leased_until = timestamp with time zone '2026-03-01 12:03:00+00:00'");
        city.execute(
                "insert into harvest_removal (source, item_id, reason) values ('mainz', '" + other + "', 'WITHDRAWN')");
        city.execute(
                "insert into harvest_removal (source, item_id, reason) values ('mainz', '" + gone + "', 'WITHDRAWN')");
        clock.advance(Duration.ofMinutes(3));
        runs();
        assertEquals(line + 2, head());
        source().body("copies", equalTo(0)).body("removals", equalTo(0)).body("mismatches", equalTo(0));
        runs();
        assertEquals(line + 2, head());
    }

    @Test
    void anOriginLeadsOnlyToItsOwn() {
        var ours = city.publishes("topics", topic("unser-klima", "Klima"));
        var theirs = neighbour.publishes("TOPIC", topic("ihr-klima", "Klima"));
        begins(neighbour, "");
        neighbour.drops("TOPIC", theirs, "MERGED", "{'successor': '" + ours + "'}");
        runs();
        get("/v1/topics/ihr-klima").statusCode(410).body("tombstone.reason", equalTo("DELETED"));

        var withdrawn = neighbour.publishes("TOPIC", topic("ihr-wald", "Wald"));
        var other = neighbour.publishes("TOPIC", topic("ihr-park", "Park"));
        var successor = neighbour.publishes("TOPIC", topic("ihr-garten", "Garten"));
        runs();
        neighbour.drops(
                "TOPIC", withdrawn, "WITHDRAWN", "{'explanation': {'de': 'Siehe dort.'}, 'successor': '" + ours + "'}");
        neighbour.drops("TOPIC", other, "WITHDRAWN", "{'successor': '" + successor + "'}");
        runs();
        get("/v1/topics/ihr-wald")
                .statusCode(410)
                .body("tombstone.reason", equalTo("WITHDRAWN"))
                .body("tombstone", not(hasKey("successor")));
        get("/v1/topics/ihr-park").statusCode(410).body("tombstone", hasKey("successor"));
    }

    @Test
    void whatIsRefusedSaysWhatIsAllowed() {
        Mainz.create("mainz", neighbour.url(), ", 'interval': 5")
                .statusCode(422)
                .body("errors.pointer", contains("/interval"))
                .body(
                        "errors[0].message",
                        equalTo("Sekunden zwischen zwei Abrufen: eine ganze Zahl von 10 bis 604800, ohne Angabe 300."));
        Desk.ADMIN
                .json("{'name': 'mainz', 'url': '" + neighbour.url() + "', 'interval': 'PT5M'}")
                .header("Accept-Language", "en")
                .post(Mainz.SOURCES)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/interval"))
                .body(
                        "errors[0].message",
                        equalTo("Seconds between two runs: a whole number from 10 to 604800; 300 if absent."));
    }

    @Test
    void aSourceWhoseHostIsDownCanBeChanged() {
        neighbour.publishes("TOPIC", topic("klima", "Klima"));
        begins(neighbour, "");
        city.execute("update harvest_source set url = 'http://localhost:1'");
        after(() -> Desk.ADMIN
                .send("PATCH", Mainz.MAINZ, "{'interval': 600}")
                .statusCode(200)
                .body("interval", equalTo(600)));
        source().body("lastError", equalTo("FORBIDDEN_ADDRESS"));
        Desk.ADMIN
                .send("PATCH", Mainz.MAINZ, "{'url': 'http://localhost:2'}")
                .statusCode(422)
                .body("errors[0].code", equalTo("forbidden-address"));
    }

    private long head() {
        return ((Number) city.rows("select head, id from change_counter").get(0)[0]).longValue();
    }
}
