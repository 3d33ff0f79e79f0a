package de.stadtchronik;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtchronik.access.Actor;
import de.stadtchronik.writing.ContentStore;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything out, and everything in. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ExchangeStory {

    private static final String NDJSON = "application/x-ndjson";

    @Inject
    SampleCity city;

    @Inject
    ContentStore store;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void whatIsExportedAndImportedIsTheSame() {
        livedIn();
        var exported = export();
        city.isBare();

        var answer = imports(exported);

        assertEquals(
                "{\"created\":16,\"lines\":18,\"refused\":0,\"skipped\":2,\"unchanged\":0,\"updated\":0,\"withErrors\":0}",
                summary(answer));
        assertEquals(withoutHeader(exported), withoutHeader(export()));
    }

    /** What a row is filtered and sorted by is not exported, because it follows from the documents. */
    @Test
    void theColumnsThatFollowAreTheSame() {
        livedIn();
        var rows =
                "select cast(id as varchar), kind, visible, label, title_key, languages, highlight, expires_at, published_ascending,"
                        + " start_earliest, end_latest, coarseness from content order by id";
        var side = List.of(
                "select cast(owner as varchar), published, property, role, cast(target as varchar) from reference order by 1, 2, 3, 4, 5",
                "select cast(owner as varchar), name, word from term order by 1, 2, 3",
                "select cast(owner as varchar), metric, reached from figure order by 1, 2, 3",
                rows);
        var before = side.stream().map(this::all).toList();
        var exported = export();
        city.isBare();
        imports(exported);

        assertEquals(before, side.stream().map(this::all).toList());
    }

    @Test
    void importedTwiceChangesNothing() {
        livedIn();
        var exported = export();
        var head = head();

        var answer = imports(exported);

        assertEquals(
                "{\"created\":0,\"lines\":18,\"refused\":0,\"skipped\":2,\"unchanged\":16,\"updated\":0,\"withErrors\":0}",
                summary(answer));
        assertEquals(head, head());
        assertEquals(withoutHeader(exported), withoutHeader(export()));
    }

    @Test
    void anItemThatHasMovedOnIsBroughtBack() {
        var id = city.publishes("topics", "{'slug': 'kunst', 'label': {'de': 'Kunst'}}");
        var exported = export();
        city.changes("topics", id, "{'slug': 'kultur', 'label': {'de': 'Kultur'}}");

        var answer = imports(exported);

        assertEquals(List.of("SKIPPED", "UNCHANGED", "UPDATED", "SKIPPED"), statuses(answer));
        Lists.ask("/v1/topics/kunst")
                .statusCode(200)
                .body("label", equalTo("Kunst"))
                .body("version", equalTo(1));
        Lists.ask("/v1/topics/kultur").statusCode(404);
        // Its revision moves on all the same: whoever has an older one must not overwrite this.
        assertEquals(List.of(5, 1), city.columns(id, "revision", "version"));
        assertEquals(List.of("SKIPPED", "UNCHANGED", "UNCHANGED", "SKIPPED"), statuses(imports(exported)));
    }

    @Test
    void everyPublicItemGetsAPlaceInTheFeed() {
        livedIn();
        var exported = export();
        city.isBare();
        imports(exported);

        var without = city.rows("select id, status from content where seq = 0");
        assertEquals(
                List.of("DRAFT", "DRAFT", "DRAFT"),
                without.stream().map(row -> row[1]).toList());
        var changes = city.rows("select item_id, operation from change order by seq");
        assertEquals(13, changes.size());
        assertEquals(
                List.of("ARCHIVE 1", "CREATE 3", "DELETE 1", "ERASE 1", "MERGE 1", "PUBLISH 5", "WITHDRAW 1"),
                city.rows("select operation, count(*) from change group by operation order by operation").stream()
                        .map(row -> row[0] + " " + row[1])
                        .toList());
    }

    @Test
    void aFullImportBeginsAnEpoch() {
        var before = header().get("epoch").asText();
        imports(export());
        assertEquals(before, header().get("epoch").asText());
        var exported = export();

        city.isBare();
        imports(exported);

        assertNotEquals(before, header().get("epoch").asText());
        var later = header().get("epoch").asText();
        imports(exported);
        assertEquals(later, header().get("epoch").asText());
    }

    @Test
    void writtenByHandReferencesMayPointForward() {
        var answer = imports("""
                {"type": "topics", "source": {"system": "cms", "externalId": "2"}, "document": {"slug": "musik", "label": {"de": "Musik"}, "publisher": "organisations/stadt", "parent": {"source": {"system": "cms", "externalId": "1"}}}, "publish": true}
                {"type": "EVENT", "document": {"slug": "konzert", "title": {"de": "Konzert"}, "publisher": "organisations/stadt", "topics": ["topics/musik", "topics/kultur"]}, "publish": true}

                {"type": "TOPIC", "document": {"slug": "kultur", "label": {"de": "Kultur"}, "publisher": "organisations/stadt", "source": {"system": "cms", "externalId": "1"}}, "publish": true}
                """);

        assertEquals(List.of("CREATED", "CREATED", "CREATED"), statuses(answer));
        assertEquals(
                List.of(1, 2, 4),
                lines(answer).stream()
                        .filter(line -> line.has("line"))
                        .map(line -> line.get("line").asInt())
                        .toList());
        Lists.ask("/v1/events/konzert").statusCode(200).body("topics.slug", contains("musik", "kultur"));
        Lists.ask("/v1/topics/musik").body("parent.slug", equalTo("kultur"));
    }

    @Test
    void theSameLinesMeanTheSameItems() {
        var lines = """
                {"type": "TOPIC", "source": {"system": "cms", "externalId": "1"}, "document": {"label": {"de": "Kultur"}, "publisher": "organisations/stadt"}, "publish": true}
                {"type": "TOPIC", "id": "01900000-0000-7000-8000-000000000001", "document": {"label": {"de": "Musik"}, "publisher": "organisations/stadt"}, "publish": true}
                {"type": "TOPIC", "document": {"label": {"de": "Kunst"}, "publisher": "organisations/stadt"}, "publish": true}
                {"type": "TOPIC", "document": {"label": {"de": "Kunst"}, "altLabels": [{"de": "Künste"}], "publisher": "organisations/stadt"}}
                """;
        assertEquals(List.of("CREATED", "CREATED", "CREATED", "CREATED"), statuses(imports(lines)));
        var head = head();
        assertEquals(List.of("kultur", "kunst", "musik"), Lists.slugs("/v1/topics"));

        assertEquals(List.of("UNCHANGED", "UNCHANGED", "UNCHANGED", "UNCHANGED"), statuses(imports(lines)));
        assertEquals(head, head());

        var newer = lines.replace("\"Kultur\"", "\"Kulturen\"").replace("\"Musik\"", "\"Musiken\"");
        assertEquals(List.of("UPDATED", "UPDATED", "UNCHANGED", "UNCHANGED"), statuses(imports(newer)));
        Lists.ask("/v1/topics/kultur").body("label", equalTo("Kulturen")).body("version", equalTo(2));
    }

    @Test
    void whatDanglesStaysADraftAndSaysWhy() {
        var lines = """
                {"type": "TOPIC", "id": "01900000-0000-7000-8000-000000000001", "document": {"slug": "musik", "label": {"de": "Musik"}, "publisher": "organisations/stadt", "parent": "topics/kultur"}, "publish": true}
                """;
        var answer = imports(lines);

        assertEquals(List.of("CREATED"), statuses(answer));
        var error = lines(answer).get(0).get("errors").get(0);
        assertEquals("/document/parent", error.get("pointer").asText());
        assertEquals("unknown-reference", error.get("code").asText());
        assertEquals(
                "There is nothing at “topics/kultur”.", error.get("message").asText());
        Lists.ask("/v1/topics/musik").statusCode(404);

        city.publishes("topics", "{'slug': 'kultur', 'label': {'de': 'Kultur'}}");
        assertEquals(List.of("UPDATED"), statuses(imports(lines)));
        Lists.ask("/v1/topics/musik").statusCode(200).body("parent.slug", equalTo("kultur"));
    }

    @Test
    void whatDanglesInAnExportStaysADraftUntilItIsThere() {
        city.publishes("topics", "{'slug': 'kultur', 'label': {'de': 'Kultur'}}");
        city.publishes("topics", "{'slug': 'musik', 'label': {'de': 'Musik'}, 'parent': 'topics/kultur'}");
        var exported = export();
        var withoutParent = exported.lines()
                .filter(line -> !line.contains("\"slug\":\"kultur\""))
                .collect(Collectors.joining("\n"))
                .replace("\"items\":3", "\"items\":2");
        city.isBare();

        var answer = imports(withoutParent);

        assertEquals(List.of("SKIPPED", "CREATED", "CREATED", "SKIPPED"), statuses(answer));
        assertEquals(List.of("/published/parent unknown-reference"), errors(answer));
        Lists.ask("/v1/topics/musik").statusCode(404);
        admin().get("/v1/topics/musik?view=draft").then().statusCode(200).body("parent", equalTo(null));

        assertEquals(List.of("SKIPPED", "UNCHANGED", "CREATED", "UPDATED", "SKIPPED"), statuses(imports(exported)));
        Lists.ask("/v1/topics/musik").statusCode(200).body("parent.slug", equalTo("kultur"));
    }

    /** In an export every reference is an id; somebody may have written into it all the same. */
    @Test
    void aReferenceThatIsNoIdDanglesInAnExport() {
        var parent = city.publishes("topics", "{'slug': 'kultur', 'label': {'de': 'Kultur'}}");
        city.publishes("topics", "{'slug': 'musik', 'label': {'de': 'Musik'}, 'parent': 'topics/kultur'}");
        var edited = export().replace("\"parent\":\"" + parent + "\"", "\"parent\":\"topics/kultur\"");
        city.isBare();

        var answer = imports(edited);

        assertEquals(List.of("SKIPPED", "CREATED", "CREATED", "CREATED", "SKIPPED"), statuses(answer));
        assertEquals(List.of("/published/parent unknown-reference"), errors(answer));
        Lists.ask("/v1/topics/musik").statusCode(404);
    }

    @Test
    void aVersionWithAReferenceThatIsNoIdIsRefused() {
        var parent = city.publishes("topics", "{'slug': 'kultur', 'label': {'de': 'Kultur'}}");
        var withdrawn =
                city.publishes("topics", "{'slug': 'musik', 'label': {'de': 'Musik'}, 'parent': 'topics/kultur'}");
        does("topics", withdrawn, "withdraw", "{}");
        var edited = export().replaceAll(
                        "(?m)^(\\{\"record\":\"version\".*\"parent\":)\"" + parent + "\"", "$1\"topics/kultur\"");
        city.isBare();

        var answer = imports(edited);

        assertEquals(List.of("SKIPPED", "CREATED", "CREATED", "CREATED", "REFUSED", "SKIPPED"), statuses(answer));
        assertEquals(List.of("/document/parent unknown-reference"), errors(answer));
    }

    @Test
    void aTextThatIsNoneIsRefusedInAnExport() {
        city.publishes("topics", "{'slug': 'kultur', 'label': {'de': 'Kultur'}}");
        var edited = export().replace("\"createdAt\"", "\"changeNote\":\"neu\",\"createdAt\"");

        var answer = imports(edited);

        assertEquals(List.of("SKIPPED", "REFUSED", "REFUSED", "SKIPPED"), statuses(answer));
        assertEquals(List.of("/changeNote not-a-language-map", "/changeNote not-a-language-map"), errors(answer));
    }

    @Test
    void everyLineIsAnsweredAndTheGoodOnesAreTaken() {
        city.publishes("topics", "{'slug': 'kunst', 'label': {'de': 'Kunst'}}");
        var answer = admin().contentType(NDJSON)
                .header("Accept-Language", "de")
                .body("""
                        {"type": "TOPIC", "document": {"slug": "gut", "label": {"de": "Gut"}}}
                        {"type": "TOPIC", "document": {"label": {"en": "Bad"}}}
                        {"type": "PLANET", "document": {}}
                        {"type": "TOPIC", "document": {"slug": "kunst", "label": {"de": "Andere Kunst"}}}
                        {"type": "TOPIC",
                        {"typ": "TOPIC", "document": {}}
                        {"type": "TOPIC", "document": {"slug": "auch-gut", "label": {"de": "Auch gut"}}}
                        {"record": "version", "id": "01900000-0000-7000-8000-000000000001", "version": 1, "modifiedAt": "2020-01-01T00:00:00Z", "document": {}}
                        """)
                .post("/v1/import")
                .then()
                .statusCode(200);

        assertEquals(
                List.of("CREATED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "CREATED", "REFUSED"),
                statuses(answer));
        assertEquals(
                List.of(
                        "/document/label text",
                        "/type unknown-value",
                        "/document/slug slug-taken",
                        " malformed",
                        "/typ unknown-property",
                        "/type unknown-value",
                        "/id unknown-reference"),
                errors(answer));
        assertTrue(answer.extract().asString().contains("Der Kurzname „kunst“ ist vergeben."));
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() {
        city.publishes("topics", "{'slug': 'kunst', 'label': {'de': 'Kunst'}}");
        var lines = """
                {"type": "EVENT", "document": {"slug": "konzert", "title": {"de": "Konzert"}, "publisher": "organisations/stadt", "topics": ["topics/musik", "topics/mathe"]}, "publish": true}
                {"type": "TOPIC", "document": {"slug": "musik", "label": {"de": "Musik"}, "publisher": "organisations/stadt"}, "publish": true}
                {"type": "TOPIC", "document": {"slug": "kunst", "label": {"de": "Kunst"}}}
                {"type": "TOPIC", "document": {"slug": "tanz", "label": {"de": "Tanz"}}, "publish": true}
                {"type": "RELEASE", "document": {"slug": "vorbei", "title": {"de": "Vorbei"}, "publisher": "organisations/stadt", "expiresAt": "2020-01-01T00:00:00Z"}, "publish": true}
                """;
        var head = head();
        var rows = export().lines().skip(1).toList();

        var tried = admin().contentType(NDJSON).body(lines).post("/v1/import?dryRun=true&lang=en");
        // Parameters are strict here too.
        assertEquals(400, tried.statusCode());
        var answer = admin().contentType(NDJSON)
                .header("Accept-Language", "en")
                .body(lines)
                .post("/v1/import?dryRun=true")
                .then()
                .statusCode(200);

        assertEquals(head, head());
        assertEquals(rows, export().lines().skip(1).toList());
        var real = imports(lines);
        assertEquals(statuses(real), statuses(answer));
        assertEquals(errors(real), errors(answer));
        assertEquals(List.of("CREATED", "CREATED", "REFUSED", "CREATED", "CREATED"), statuses(real));
        assertTrue(
                errors(real).contains("/document/expiresAt expired"),
                errors(real).toString());
    }

    @Test
    void anExportThatBreaksOffIsRefusedAsAWhole() {
        livedIn();
        var exported = export();
        city.isBare();

        admin().contentType(NDJSON)
                .header("Accept-Language", "en")
                .body(exported.substring(0, exported.lastIndexOf("{\"record\":\"end\"")))
                .post("/v1/import")
                .then()
                .statusCode(422)
                .body("errors.code", contains("truncated"));
        assertEquals(0, items());
    }

    @Test
    void anExportOfWhichLinesAreMissingIsRefusedAsAWhole() {
        livedIn();
        var lines = export().lines().toList();
        var items = lines.stream()
                .filter(line -> line.startsWith("{\"record\":\"item\""))
                .toList();
        city.isBare();

        for (var kind : List.of("item", "version")) {
            var cut = new ArrayList<>(lines);
            cut.remove(lines.stream()
                    .filter(line -> line.startsWith("{\"record\":\"" + kind + "\""))
                    .findFirst()
                    .orElseThrow());
            refused(String.join("\n", cut), "incomplete");
        }
        var doubled = new ArrayList<>(lines);
        doubled.set(lines.indexOf(items.get(1)), items.get(0));
        refused(String.join("\n", doubled), "out-of-order");
        refused(String.join("\n", lines) + "\n" + String.join("\n", lines), "several-exports");
        refused(String.join("\n", lines) + "\n" + items.get(0), "several-exports");
        assertEquals(0, items());

        // A part of it is taken as what it is.
        var part = imports(lines.get(0) + "\n{\"record\":\"end\",\"items\":0,\"versions\":0}");
        assertEquals(List.of("SKIPPED", "SKIPPED"), statuses(part));
        var framed = imports("{\"type\": \"TOPIC\", \"document\": {\"label\": {\"de\": \"Kunst\"}}}\n" + lines.get(0));
        assertEquals(List.of("CREATED", "REFUSED"), statuses(framed));
        assertEquals(List.of(" misplaced"), errors(framed));
    }

    private static void refused(String lines, String code) {
        admin().contentType(NDJSON)
                .body(lines)
                .post("/v1/import")
                .then()
                .statusCode(422)
                .body("errors.code", contains(code));
    }

    /** RFC 9562, sections 5.9 and 5.10: no item has the id of no bits, or of all. */
    @Test
    void whatIsNoIdOfAnythingIsTheIdOfNothing() {
        var line = "{\"type\": \"TOPIC\", \"id\": \"%s\", \"document\": {\"label\": {\"de\": \"Kunst\"}}}";
        for (var id : List.of(
                "00000000-0000-0000-0000-000000000000",
                "00000000-0000-0000-0000-000000000001",
                "ffffffff-ffff-ffff-ffff-ffffffffffff")) {
            var answer = imports(line.formatted(id));
            assertEquals(List.of("REFUSED"), statuses(answer), id);
            assertEquals(List.of("/id not-a-uuid"), errors(answer), id);
            var within = imports(
                    "{\"type\": \"TOPIC\", \"document\": {\"id\": \"" + id + "\", \"label\": {\"de\": \"Kunst\"}}}");
            assertEquals(List.of("/document/id not-a-uuid"), errors(within), id);
        }
        for (var id : List.of("f81d4fae-7dec-4001-a765-00a0c91e6bf6", "ffffffff-ffff-7fff-bfff-ffffffffffff")) {
            assertEquals(List.of("CREATED"), statuses(imports(line.formatted(id))), id);
            assertTrue(export().contains("\"id\":\"" + id + "\""), id);
        }
    }

    @Test
    void anExportedLineThatCouldNotBeShownIsRefused() {
        var whole = "{'record': 'item', 'id': '01a20f13-0000-7000-8000-000000000001', 'type': 'TOPIC', 'slug': 'kunst',"
                + " 'slugs': [{'slug': 'kunst', 'everPublic': true}], 'status': 'PUBLISHED', 'revision': 1, 'version': 1,"
                + " 'createdAt': '2026-01-01T00:00:00Z', 'modifiedAt': '2026-01-01T00:00:00Z',"
                + " 'published': {'slug': 'kunst', 'label': {'de': 'Kunst'}}}";
        var gone = "'status': 'DELETED', 'goneAt': '2026-01-01T00:00:00Z', 'goneReason': 'MERGED',"
                + " 'successor': '01a20f13-0000-7000-8000-000000000001'";
        for (var edit : Map.of(
                        "'label': {'de': 'Kunst'}",
                        "'code': 'KUNST' -> /published/label not-null",
                        "{'de': 'Kunst'}",
                        "{'en': 'Art'} -> /published/label text",
                        "{'slug': 'kunst', 'label': {'de': 'Kunst'}}",
                        "{} -> /published/label not-null",
                        "'slug': 'kunst', 'slugs'",
                        "'slug': 'musik', 'slugs' -> /slug not-among-slugs",
                        "[{'slug': 'kunst', 'everPublic': true}]",
                        "5 -> /slugs not-a-list,/slug not-among-slugs",
                        "'published': {",
                        "'published': {'source': {'system': 's', 'externalId': '1'}, -> /source contradiction",
                        "'revision': 1, 'version': 1",
                        "'revision': 1, 'version': 0 -> /status not-whole",
                        "'status': 'PUBLISHED'",
                        gone + " -> /status not-whole")
                .entrySet()) {
            var parts = edit.getValue().split(" -> ", 2);
            var answer = imports(whole.replace(edit.getKey(), parts[0]).replace('\'', '"'));
            assertEquals(List.of("REFUSED"), statuses(answer), edit.getKey());
            assertEquals(List.of(parts[1].split(",")), errors(answer), edit.getKey());
        }
        assertEquals(List.of("CREATED"), statuses(imports(whole.replace('\'', '"'))));
        var early = whole.replace("TOPIC", "RELEASE")
                .replace("'label': {'de': 'Kunst'}", "'title': {'de': 'Kunst'}, 'embargoUntil': '2090-01-01T00:00:00Z'")
                .replace("8000-000000000001", "8000-000000000002")
                .replace('\'', '"');
        assertEquals(List.of("/published/embargoUntil under-embargo"), errors(imports(early)));
    }

    @Test
    void whatAnOlderReleaseAllowedIsImportedAndMendedByEditors() {
        var answer = imports(
                ("{'record': 'item', 'id': '01a20f13-0000-7000-8000-000000000001', 'type': 'ORGANISATION', 'slug': 'alt',"
                                + " 'slugs': [{'slug': 'alt', 'everPublic': true}], 'status': 'PUBLISHED', 'revision': 1,"
                                + " 'version': 1, 'createdAt': '2026-01-01T00:00:00Z', 'modifiedAt': '2026-01-01T00:00:00Z',"
                                + " 'publishedBy': 'a\\u0000b', 'published': {'slug': 'alt', 'name': {'de': 'A\\u0001lt'},"
                                + " 'website': 'https://anna@example.org/ä', 'identifiers': [{'scheme': 'ROR', 'value': 'x'},"
                                + " {'scheme': 'ROR', 'value': 'x'}], 'contactPoints': [{'telephone': '+490631365'}]}}")
                        .replace('\'', '"'));

        assertEquals(List.of("CREATED"), statuses(answer));
        Lists.ask("/v1/organisations/alt")
                .body("name", equalTo("Alt"))
                .body("website", equalTo("https://anna@example.org/ä"))
                .body("identifiers.value", contains("x", "x"))
                .body("contactPoints[0].telephone", equalTo("+490631365"));
        Desk.ADMIN
                .on("/v1/organisations/alt", "PATCH", "", "{'shortName': 'A'}")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/website",
                                "/identifiers",
                                "/identifiers/0/value",
                                "/identifiers/1/value",
                                "/contactPoints/0/telephone"));
        Desk.ADMIN.changes(
                "/v1/organisations/alt",
                "{" + Desk.PUBLISHER + ", 'website': null, 'identifiers': null, 'contactPoints': null}");
        Desk.ADMIN.publishes("/v1/organisations/alt");
        Desk.ADMIN
                .on("/v1/organisations/alt", "POST", "/restore", "{'version': 1}")
                .statusCode(200)
                .body("identifiers.value", contains("x"));
    }

    @Test
    void whatBecamePartOfSomethingThatIsNotThereIsGone() {
        var document = "{'slug': '%1$s', 'label': {'de': '%1$s'}, 'publisher': 'organisations/stadt'}";
        var two = city.publishes("topics", document.formatted("zwei"));
        city.publishes("topics", document.formatted("eins"));
        Desk.ADMIN
                .on("/v1/topics/" + two, "POST", "/merge", "{'into': 'topics/eins'}")
                .statusCode(200);
        var merged = line(two);
        city.isBare();

        assertEquals(List.of("/successor unknown-reference"), errors(imports(merged)));

        Lists.ask("/v1/topics/" + two).statusCode(410).body("tombstone.reason", equalTo("DELETED"));
        var again = line(two);
        city.isBare();
        assertEquals(List.of("CREATED"), statuses(imports(again)));
    }

    /** By lines of different times, each could be the successor of the other. */
    @Test
    void whatLeadsOnToAnotherComesToAnEnd() {
        var document = "{'slug': '%1$s', 'label': {'de': '%1$s'}, 'publisher': 'organisations/stadt'}";
        var one = city.publishes("topics", document.formatted("eins"));
        var two = city.publishes("topics", document.formatted("zwei"));
        var before = line(two);
        Desk.ADMIN
                .on("/v1/topics/" + two, "POST", "/merge", "{'into': 'topics/eins'}")
                .statusCode(200);
        var after = line(two);
        assertEquals(List.of("UPDATED"), statuses(imports(before)));
        Desk.ADMIN
                .on("/v1/topics/" + one, "POST", "/merge", "{'into': 'topics/zwei'}")
                .statusCode(200);

        var answer = imports(after);

        assertEquals(List.of("REFUSED"), statuses(answer));
        assertEquals(List.of("/successor circle"), errors(answer));
        Lists.ask("/v1/topics/zwei").statusCode(200);
        given().redirects().follow(false).get("/v1/topics/eins").then().statusCode(308);
    }

    /** A line from before a second merge, on an instance where that has happened, and the other way round. */
    @Test
    void whatBecamePartOfAPartBelongsToTheWholeInWhateverOrderItComes() {
        var document = "{'slug': '%1$s', 'label': {'de': '%1$s'}, 'publisher': 'organisations/stadt'}";
        var one = city.publishes("topics", document.formatted("eins"));
        var two = city.publishes("topics", document.formatted("zwei"));
        var three = city.publishes("topics", document.formatted("drei"));
        var project = city.publishes("projects", "{'slug': 'p', 'title': {'de': 'P'}, 'topics': ['topics/drei']}");
        merges(one, "zwei");
        var early = line(one);
        merges(two, "drei");
        var leadsOn = "\"successor\":\"" + three;
        assertTrue(line(one).contains(leadsOn));
        assertEquals(List.of("UNCHANGED"), statuses(imports(early)));

        var others = List.of(line(two), line(three), line(project));
        var city = line(UUID.fromString(Lists.read("/v1/organisations/stadt").getString("id")));
        for (var lines : List.of(
                Stream.concat(Stream.of(city, early), others.stream()),
                Stream.concat(Stream.concat(Stream.of(city), others.stream()), Stream.of(early)))) {
            this.city.isBare();
            assertEquals(
                    List.of("CREATED", "CREATED", "CREATED", "CREATED", "CREATED"),
                    statuses(imports(lines.collect(Collectors.joining("\n")))));
            assertTrue(line(one).contains(leadsOn));
            assertEquals(List.of("p"), Lists.slugs("/v1/projects?topic=" + one));
            assertEquals(List.of("UNCHANGED"), statuses(imports(early)));
        }
    }

    private static void merges(UUID item, String into) {
        Desk.ADMIN
                .on("/v1/topics/" + item, "POST", "/merge", "{'into': 'topics/" + into + "'}")
                .statusCode(200);
    }

    private static String line(UUID item) {
        return export().lines()
                .filter(line -> line.startsWith("{\"record\":\"item\",\"id\":\"" + item))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasErasedIsNotBroughtBack() {
        var person = city.publishes("people", "{'name': 'Erika Mustermann', 'slug': 'erika'}");
        var exported = line(person);
        Desk.ADMIN.on("/v1/people/" + person, "POST", "/erase", "").statusCode(200);

        var answer = imports(exported);

        assertEquals(List.of("REFUSED"), statuses(answer));
        assertEquals(List.of(" gone"), errors(answer));
        Lists.ask("/v1/people/" + person).statusCode(410);
        assertFalse(export().contains("Mustermann"));
    }

    @Test
    void whatWasOnlyMadeKnownIsNotThere() {
        var answer = imports("""
                {"type": "TOPIC", "source": {"system": "s", "externalId": "1"}, "document": {"slug": "musik", "label": {"de": "Musik"}, "parent": "topics/musik"}}
                {"type": "TOPIC", "document": {"slug": "gut", "label": {"de": "Gut"}, "mentions": ["topics/musik"]}}
                """);
        assertEquals(List.of("REFUSED", "CREATED"), statuses(answer));
        assertEquals(List.of("/document/parent circle"), errors(answer));

        assertEquals(0, rows("revision = 0"));
        admin().get("/v1/topics?view=draft").then().body("data.slug", equalTo(List.of("gut")));
        admin().get("/v1/topics/gut?view=draft").then().body("mentions", equalTo(null));
        Desk.ADMIN
                .post("/v1/topics", "{'slug': 'musik', 'label': {'de': 'Musik'}}")
                .statusCode(201);
        Desk.ADMIN
                .send("PUT", "/v1/topics/by-source/s/1", "{'label': {'de': 'Anderes'}}")
                .statusCode(201);
    }

    /** As it is left by a process that is killed while it imports; releases before this one also gave it its slug. */
    @Test
    void whatABrokenImportDidNotBringIsSeenByNobodyAndForgottenAtTheNextStart() {
        var known = city.drafts("topics", "{'slug': 'halb', 'label': {'de': 'Halb'}}");
        var other = city.publishes("topics", "{'slug': 'ganz', 'label': {'de': 'Ganz'}, 'parent': 'topics/halb'}");
        city.execute(
                "update content set revision = 0, status = 'DELETED', gone_at = created_at, gone_reason = 'DELETED',"
                        + " draft = null, label = '{}' where id = '" + known + "'");

        admin().get("/v1/topics/" + known).then().statusCode(404);
        admin().get("/v1/topics?view=draft").then().body("data.slug", equalTo(List.of("ganz")));
        Lists.ask("/v1/topics/ganz").statusCode(200).body("parent", equalTo(null));
        assertFalse(export().contains("\"slug\":\"halb\""));

        store.forgetPlaceholders(new Actor("import"));

        assertEquals(0, rows("revision = 0"));
        Desk.ADMIN
                .post("/v1/topics", "{'slug': 'halb', 'label': {'de': 'Halb'}}")
                .statusCode(201);
        assertFalse(line(other).contains(known.toString()));
    }

    @Test
    void whatIsToComeHasToFitWhatRefersToIt() {
        var lines = """
                {"type": "TOPIC", "document": {"slug": "musik", "label": {"de": "Musik"}, "publisher": "organisations/stadt", "parent": "01900000-0000-7000-8000-000000000001"}, "publish": true}
                {"type": "PERSON", "id": "01900000-0000-7000-8000-000000000001", "document": {"slug": "erika", "name": "Erika"}}
                """;
        var tried = admin().contentType(NDJSON).body(lines).post("/v1/import?dryRun=true");

        for (var answer : List.of(tried.then(), imports(lines))) {
            assertEquals(List.of("CREATED", "CREATED"), statuses(answer));
            assertEquals(List.of("/document/parent wrong-type"), errors(answer));
        }
        assertEquals(0, rows("revision = 0"));
    }

    /** The first turn is over long before the line is read that is refused. */
    @Test
    void whatIsRefusedAfterOthersReferredToItIsTakenOutOfThem() {
        var lines = new StringBuilder("""
                {"type": "TOPIC", "document": {"slug": "musik", "label": {"de": "Musik"}, "publisher": "organisations/stadt", "parent": "topics/kreis"}, "publish": true}
                """);
        for (var n = 0; n < 150; n++) {
            lines.append(
                    "{\"type\": \"TOPIC\", \"document\": {\"slug\": \"t-" + n + "\", \"label\": {\"de\": \"T\"}}}\n");
        }
        lines.append(
                "{\"type\": \"TOPIC\", \"document\": {\"slug\": \"kreis\", \"label\": {\"de\": \"K\"}, \"parent\": \"topics/kreis\"}}");

        var answer = imports(lines.toString());

        assertEquals(List.of("/document/parent circle"), errors(answer));
        Lists.ask("/v1/topics/musik")
                .statusCode(200)
                .body("parent", equalTo(null))
                .body("version", equalTo(2));
        assertEquals(0, rows("revision = 0"));
    }

    private long rows(String where) {
        return ((Number) city.rows("select count(*), 1 from content where " + where)
                        .get(0)[0])
                .longValue();
    }

    @Test
    void aLineThatIsNoJsonSaysWhereItEndsToBeSome() {
        var answer = admin().contentType(NDJSON)
                .header("Accept-Language", "en")
                .body("{\"type\": \"TOPIC\", \"document\": }")
                .post("/v1/import")
                .then()
                .statusCode(200);
        assertTrue(
                answer.extract().asString().contains("line 1, column 31"),
                answer.extract().asString());
    }

    @Test
    void aBodyMayBeLargeButALineMayNot() {
        var filler = "x".repeat(990_000);
        var lines = new StringBuilder();
        for (var n = 0; n < 12; n++) {
            lines.append("{\"type\": \"TOPIC\", \"document\": {\"slug\": \"t-")
                    .append(n)
                    .append("\", \"label\": {\"de\": \"T\"}}, \"publish\": false}");
            lines.append(" ".repeat(300_000)).append("\n");
        }
        lines.append("{\"type\": \"TOPIC\", \"document\": {\"label\": {\"de\": \"")
                .append(filler.repeat(5))
                .append("\"}}}\n");
        lines.append("{\"type\": \"TOPIC\", \"document\": {\"slug\": \"letztes\", \"label\": {\"de\": \"T\"}}}");

        var answer = imports(lines.toString());

        assertEquals(14, statuses(answer).size());
        assertEquals("REFUSED", statuses(answer).get(12));
        assertEquals(List.of(" body-too-large"), errors(answer));
        assertEquals("CREATED", statuses(answer).get(13));
        // Everywhere else the limit is as it was.
        admin().contentType("application/json")
                .body("{\"label\": {\"de\": \"" + "x".repeat(1_100_000) + "\"}}")
                .post("/v1/topics")
                .then()
                .statusCode(413);
    }

    @Test
    void onlyAdministratorsMay() {
        for (var role : List.of("author", "editor", "partner")) {
            var key = Keys.of(role);
            assertNotEquals(200, with(key).get("/v1/export").statusCode());
            assertNotEquals(
                    200,
                    with(key).contentType(NDJSON).body("").post("/v1/import").statusCode());
        }
        assertNotEquals(200, given().get("/v1/export").statusCode());
    }

    /** A city in which something has happened: one item of each fate. */
    private void livedIn() {
        var soon = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        city.publishes("topics", "{'slug': 'kultur', 'label': {'de': 'Kultur'}, 'altLabels': [{'de': 'Künste'}]}");
        city.drafts("topics", "{'slug': 'entwurf', 'label': {'de': 'Entwurf'}, 'parent': 'topics/kultur'}");
        // Published, then renamed and changed twice.
        var renamed = city.publishes(
                "events",
                "{'slug': 'fest', 'title': {'de': 'Fest', 'en': 'Fair'}, 'temporal': {'edtf': '2020-06~'}, 'topics': ['topics/kultur'],"
                        + " 'figures': [{'metric': 'ATTENDEES', 'value': 300, 'bound': 'MORE_THAN'}], 'source': {'system': 'cms', 'externalId': '1'}}");
        city.changes(
                "events", renamed, "{'slug': 'fest-2020', 'title': {'de': 'Fest 2020'}, 'topics': ['topics/kultur']}");
        does("events", renamed, "publish", "{\"updateType\": \"MINOR\", \"changeNote\": {\"de\": \"Nichts\"}}");
        city.changes("events", renamed, "{'slug': 'fest-2020', 'title': {'de': 'Das Fest 2020'}}");
        // With a newer draft.
        var edited = city.publishes("topics", "{'slug': 'musik', 'label': {'de': 'Musik'}}");
        admin().contentType("application/merge-patch+json")
                .header("If-Match", "\"r2\"")
                .body("{\"label\": {\"de\": \"Musik und Tanz\"}, \"slug\": \"musik-und-tanz\"}")
                .patch("/v1/topics/" + edited)
                .then()
                .statusCode(200);
        // Scheduled.
        var scheduled = city.drafts("topics", "{'slug': 'bald', 'label': {'de': 'Bald'}}");
        does("topics", scheduled, "schedule", "{\"publishAt\": \"" + soon + "\", \"changeNote\": {\"de\": \"Neu\"}}");
        // To expire.
        city.publishes(
                "releases",
                "{'slug': 'kurz', 'title': {'de': 'Kurz'}, 'body': {'de': 'Kurz.'}, 'expiresAt': '" + soon + "'}");
        // Withdrawn, with a newer draft and a successor.
        var withdrawn = city.publishes("topics", "{'slug': 'alt', 'label': {'de': 'Alt'}}");
        does(
                "topics",
                withdrawn,
                "withdraw",
                "{\"reason\": \"WITHDRAWN\", \"explanation\": {\"de\": \"Überholt.\"}, \"successor\": \"topics/kultur\"}");
        admin().contentType("application/merge-patch+json")
                .header("If-Match", "\"r3\"")
                .body("{\"label\": {\"de\": \"Uralt\"}}")
                .patch("/v1/topics/" + withdrawn)
                .then()
                .statusCode(200);
        // Archived, merged, deleted, erased.
        does(
                "topics",
                city.publishes("topics", "{'slug': 'fest-steht', 'label': {'de': 'Fest'}}"),
                "archive",
                "{\"notice\": {\"de\": \"Archiv.\"}}");
        var merged = city.publishes(
                "topics",
                "{'slug': 'kulturen', 'label': {'de': 'Kulturen'}, 'source': {'system': 'cms', 'externalId': '2'}}");
        does("topics", merged, "merge", "{\"into\": \"topics/kultur\"}");
        var deleted = city.publishes("topics", "{'slug': 'weg', 'label': {'de': 'Weg'}}");
        admin().header("If-Match", "\"r2\"")
                .delete("/v1/topics/" + deleted)
                .then()
                .statusCode(204);
        does(
                "people",
                city.publishes("people", "{'slug': 'erika', 'familyName': 'Mustermann', 'name': 'Erika Mustermann'}"),
                "erase",
                "");
        // Never public, and meant to be called otherwise by now.
        city.drafts("topics", "{'slug': 'noch-einer', 'label': {'de': 'Noch einer'}}");
    }

    private void does(String path, UUID id, String action, String body) {
        var tag = admin().get("/v1/" + path + "/" + id + "?view=draft").header("ETag");
        admin().contentType("application/json")
                .header("If-Match", tag)
                .body(body)
                .post("/v1/" + path + "/" + id + "/" + action)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification admin() {
        return with(TestDatabase.ADMIN_KEY);
    }

    private static RequestSpecification with(String key) {
        var encoding = encoderConfig()
                .encodeContentTypeAs(NDJSON, ContentType.TEXT)
                .defaultContentCharset(StandardCharsets.UTF_8)
                .appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return given().config(config().encoderConfig(encoding)).header("Authorization", "Bearer " + key);
    }

    private static String export() {
        return admin().get("/v1/export")
                .then()
                .statusCode(200)
                .contentType(NDJSON)
                .extract()
                .asString();
    }

    private static ValidatableResponse imports(String lines) {
        return admin().contentType(NDJSON)
                .header("Accept-Language", "en")
                .body(lines)
                .post("/v1/import")
                .then()
                .statusCode(200)
                .contentType(NDJSON);
    }

    private static List<String> withoutHeader(String exported) {
        return exported.lines().skip(1).toList();
    }

    private JsonNode header() {
        return tree(export().lines().findFirst().orElseThrow());
    }

    private long head() {
        return header().get("head").asLong();
    }

    private int items() {
        return tree(export().lines().reduce((first, last) -> last).orElseThrow())
                .get("items")
                .asInt();
    }

    private List<JsonNode> lines(ValidatableResponse answer) {
        return answer.extract().asString().lines().map(this::tree).toList();
    }

    private List<String> statuses(ValidatableResponse answer) {
        return lines(answer).stream()
                .filter(line -> line.has("status"))
                .map(line -> line.get("status").asText())
                .toList();
    }

    private List<String> errors(ValidatableResponse answer) {
        var errors = new ArrayList<String>();
        for (var line : lines(answer)) {
            line.path("errors")
                    .forEach(error -> errors.add(error.path("pointer").asText() + " "
                            + error.get("code").asText()));
        }
        return errors;
    }

    private String summary(ValidatableResponse answer) {
        var lines = lines(answer);
        return lines.get(lines.size() - 1).get("summary").toString();
    }

    private List<String> all(String sql) {
        return city.rows(sql).stream().map(java.util.Arrays::toString).toList();
    }

    private JsonNode tree(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(line, malformed);
        }
    }
}
