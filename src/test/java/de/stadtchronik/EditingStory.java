package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How drafts are written: created, replaced, patched, taken over from elsewhere; and how nothing gets lost. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EditingStory {

    private static final Desk DESK = Desk.ADMIN;

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void aWriteNeverPublishes() {
        var item = DESK.post("/v1/releases", Desk.titled("Neues Rathaus"))
                .statusCode(201)
                .header("ETag", equalTo("\"r1\""))
                .header("Cache-Control", equalTo("private, no-store"))
                .contentType("application/vnd.stadtchronik.document+json")
                .body("status", equalTo("DRAFT"))
                .body("version", equalTo(0))
                .body("revision", equalTo(1))
                .body("draft.state", equalTo("DRAFT"))
                .body("slug", equalTo("neues-rathaus"))
                .body("title", equalTo(Map.of("de", "Neues Rathaus")))
                .extract();

        assertEquals("http://localhost:8080/v1/releases/" + item.path("id"), item.header("Location"));
        Lists.ask("/v1/releases/neues-rathaus").statusCode(404);
        assertEquals(List.of(), Lists.slugs("/v1/releases"));
        DESK.get("/v1/releases?view=draft")
                .body("data.slug", contains("neues-rathaus"))
                .body("data[0].revision", equalTo(1));
        Lists.ask("/v1/releases?view=draft").statusCode(401);
        Lists.ask("/v1/releases/neues-rathaus?view=draft").statusCode(401);
    }

    @Test
    void whatWasReadCanBeSentBackAsItIs() {
        var item =
                DESK.drafts("/v1/projects", Desk.titled("WLAN", ", 'lead': 'organisations/stadt', 'highlight': true"));
        var read = DESK.get(item + "?view=draft").extract().asString();

        DESK.at(1, "PUT", item, read)
                .statusCode(200)
                .body("revision", equalTo(1))
                .header("ETag", equalTo("\"r1\""));
        DESK.at(1, "PUT", item, read.replace("WLAN", "Funk"))
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("title.de", equalTo("Funk"));
    }

    @Test
    void aPatchRemovesWhatIsNullAndKeepsTheRest() {
        var item = DESK.drafts("/v1/projects", Desk.titled("WLAN", ", 'summary': {'de': 'Kurz', 'en': 'Short'}"));

        DESK.request()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"r1\"")
                .body("{\"summary\": {\"en\": null}, \"highlight\": true}")
                .patch(item)
                .then()
                .statusCode(200)
                .body("summary", equalTo(Map.of("de", "Kurz")))
                .body("highlight", equalTo(true))
                .body("title.de", equalTo("WLAN"));
    }

    @Test
    void twoEditorsSaveAtOnceAndOneIsToldWhatTheOtherDid() {
        var item = DESK.drafts("/v1/releases", Desk.titled("Eins"));
        var first = new Desk(Keys.of("author", "Anna"));
        var second = new Desk(Keys.of("author", "Bert"));

        first.at(1, "PATCH", item, "{'title': {'de': 'Zwei'}, 'subtitle': {'de': 'Neu'}}")
                .statusCode(200);
        second.at(1, "PATCH", item, "{'title': {'de': 'Drei'}}")
                .statusCode(412)
                .body("type", endsWith("/problems/stale-revision"))
                .body("revision", equalTo(2))
                .body("changes", hasSize(1))
                .body("changes[0].actor", equalTo("Anna"))
                .body("changes[0].operation", equalTo("SAVE"))
                .body("changes[0].properties", contains("subtitle", "title"));

        DESK.get(item + "?view=draft").body("title.de", equalTo("Zwei"));
        second.at(2, "PATCH", item, "{'title': {'de': 'Drei'}}").statusCode(200).body("revision", equalTo(3));
    }

    @Test
    void whoeverChangesAnItemSaysOnWhichRevision() {
        var item = DESK.drafts("/v1/releases", Desk.titled("R"));
        for (var call : List.of(
                "PUT ",
                "PATCH ",
                "POST /publish",
                "POST /schedule",
                "POST /withdraw",
                "POST /archive",
                "POST /restore",
                "POST /merge")) {
            var parts = call.split(" ", -1);
            var body = switch (parts[1]) {
                case "/schedule" -> "{'publishAt': '2090-01-01T00:00:00Z'}";
                case "/restore" -> "{'version': 1}";
                case "/merge" -> "{'into': 'releases/r'}";
                case "" -> Desk.titled("R");
                default -> "{}";
            };
            DESK.send(parts[0], item + parts[1], body)
                    .statusCode(428)
                    .body("type", endsWith("/problems/precondition-required"))
                    .body("revision", equalTo(1));
            DESK.json(body)
                    .header("If-Match", "\"some-published-tag\"")
                    .request(parts[0], item + parts[1])
                    .then()
                    .statusCode(412);
        }
        DESK.request().delete(item).then().statusCode(428);
        DESK.request().delete(item + "/schedule").then().statusCode(428);
        DESK.request().post(item + "/erase").then().statusCode(428);
        assertEquals(1, DESK.revision(item));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceInGermanAndEnglish() {
        var document = "{'titel': {'de': 'X'}, 'title': 'kein Text', 'kind': 'klein', 'topics': ['topics/keins', 7],"
                + " 'embargoUntil': 'gestern', 'links': [{'url': 'javascript:alert(1)'}, {'label': {'en': 'only'}}],"
                + " 'quotes': {}, 'syndication': 'FUL', 'highlight': 'ja', 'publisher': 'topics/keins'}";
        DESK.post("/v1/releases", document)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/invalid-document"))
                .body(
                        "errors.pointer",
                        hasItems(
                                "/titel",
                                "/title",
                                "/kind",
                                "/topics/0",
                                "/topics/1",
                                "/embargoUntil",
                                "/links/0/url",
                                "/links/1/label",
                                "/quotes",
                                "/syndication",
                                "/highlight",
                                "/publisher"))
                .body("errors.find { it.pointer == '/titel' }.message", containsString("War „title“ gemeint?"))
                .body("errors.find { it.pointer == '/syndication' }.allowed", contains("FULL", "SUMMARY", "LINK_ONLY"));
        DESK.json(document)
                .header("Accept-Language", "en")
                .post("/v1/releases")
                .then()
                .body("errors.find { it.pointer == '/titel' }.message", containsString("Did you mean “title”?"));
        assertEquals(List.of(), DESK.get("/v1/releases?view=draft").extract().path("data"));
    }

    @Test
    void jsonThatIsNoneOrNoObjectIsRefused() {
        DESK.post("/v1/releases", "{'title': {'de': 'X'}").statusCode(400).body("type", endsWith("/malformed-json"));
        DESK.post("/v1/releases", "{'title': {'de': 'X'}, 'title': {'de': 'Y'}}")
                .statusCode(400)
                .body("type", endsWith("/malformed-json"));
        // It begins as UTF-32, and goes on with a character that Unicode does not have.
        DESK.request()
                .contentType("application/json")
                .body(new byte[] {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f})
                .post("/v1/releases")
                .then()
                .statusCode(400)
                .body("type", endsWith("/malformed-json"));
        DESK.post("/v1/releases", "[]").statusCode(422).body("errors[0].code", equalTo("not-an-object"));
        DESK.post("/v1/releases?dryrun=true", Desk.titled("X"))
                .statusCode(400)
                .body("errors[0].parameter", equalTo("dryrun"))
                .body("errors[0].allowed", contains("dryRun"));
    }

    @Test
    void aPatchKnowsALanguageByAllOfItsNames() {
        var item = DESK.drafts(
                "/v1/events",
                "{'title': {'de': 'A', 'en': 'B', 'de-simple': 'C'},"
                        + " 'participations': [{'role': 'PARTNER', 'organisation': {'title': {'de': 'O'}}}],"
                        + " 'price': {'text': {'de': 'frei', 'en': 'free'}}, 'place': {'title': {'de': 'P', 'en': 'Q'}}}");

        DESK.changes(item, "{'title': {'de-x-leicht': null}}").body("title", equalTo(Map.of("de", "A", "en", "B")));
        DESK.changes(item, "{'title': {'EN': null}}").body("title", equalTo(Map.of("de", "A")));
        DESK.changes(item, "{'title': {'de-si': 'L'}}").body("title", equalTo(Map.of("de", "A", "de-simple", "L")));
        DESK.changes(item, "{'price': {'text': {'En': null}}}").body("price.text", equalTo(Map.of("de", "frei")));
        DESK.changes(item, "{'place': {'title': {'EN': null}}}").body("place.title", equalTo(Map.of("de", "P")));
        for (var names : List.of(
                "'en': 'B', 'EN': 'C'",
                "'EN': 'B', 'en': 'C'",
                "'de-x-leicht': 'B', 'de-simple': 'C'",
                "'de-si': null, 'de-simple': 'C'",
                "'de-simple': 'C', 'de-si': null",
                "'EN': null, 'en': null")) {
            DESK.on(item, "PATCH", "", "{'title': {" + names + "}}")
                    .statusCode(422)
                    .body("errors.code", contains("repeated-language"));
        }
        DESK.post("/v1/events", "{'title': {'de': 'A', 'de-si': 'B', 'de-x-leicht': 'C'}}")
                .statusCode(422)
                .body("errors.pointer", contains("/title/de-x-leicht"));
    }

    @Test
    void anAddressBySourceIsHeldToTheRulesForSources() {
        for (var name : List.of("a%00b", "a%01b", "a%7Fb", "a%C2%85b", "a%EF%BF%BFb", "%0A", "a%0Ab")) {
            DESK.send("PUT", "/v1/releases/by-source/fb/" + name, Desk.titled("A"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/source/externalId"));
            DESK.send("PUT", "/v1/releases/by-source/" + name + "/1", Desk.titled("A"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/source/system"));
            for (var method : List.of("GET", "PATCH", "DELETE")) {
                DESK.send(method, "/v1/admin/harvest-sources/" + name, "{}").statusCode(404);
            }
            DESK.get("/v1/admin/harvest-sources/" + name + "/rejects").statusCode(404);
            DESK.get("/v1/admin/harvest-sources?cursor=" + name).statusCode(400);
        }
        DESK.send("PUT", "/v1/releases/by-source/fb/a%C3%A4b", Desk.titled("A")).statusCode(201);
        DESK.send("PUT", "/v1/releases/by-source/fb/a%C3%A4b", Desk.titled("A")).statusCode(200);
    }

    @Test
    void aRepeatedPostGetsTheFirstAnswer() {
        var first = DESK.json(Desk.titled("R"))
                .header("Idempotency-Key", "k-1")
                .post("/v1/releases")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .extract();
        var again = DESK.json(Desk.titled("R"))
                .header("Idempotency-Key", "k-1")
                .post("/v1/releases")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .extract();

        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("ETag"), again.header("ETag"));
        DESK.json(Desk.titled("S"))
                .header("Idempotency-Key", "k-1")
                .post("/v1/releases")
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/idempotency-key-reused"));
        DESK.json(Desk.titled("R"))
                .header("Idempotency-Key", "k-1")
                .header("If-None-Match", "*")
                .post("/v1/releases")
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/idempotency-key-reused"));
        DESK.json(Desk.titled("S"))
                .header("Idempotency-Key", "k 1")
                .post("/v1/releases")
                .then()
                .statusCode(400);
        new Desk(Keys.of("author"))
                .json(Desk.titled("S"))
                .header("Idempotency-Key", "k-1")
                .post("/v1/releases")
                .then()
                .statusCode(201);
        DESK.get("/v1/releases?view=draft").body("data.slug", containsInAnyOrder("r", "s"));
    }

    @Test
    void anActionRepeatedWithItsKeyIsDoneOnceAndAnsweredTheSame() {
        var item = DESK.drafts("/v1/releases", Desk.titled("R"));
        for (var attempt = 0; attempt < 2; attempt++) {
            DESK.request()
                    .header("If-Match", "\"r1\"")
                    .header("Idempotency-Key", "publish-it")
                    .post(item + "/publish")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(1))
                    .body("revision", equalTo(2));
        }
        assertEquals(2, DESK.revision(item));
    }

    @Test
    void aDryRunOnlyChecks() {
        DESK.post("/v1/releases?dryRun=true", Desk.titled("R"))
                .statusCode(200)
                .header("Location", nullValue())
                .body("slug", equalTo("r"));
        DESK.post("/v1/releases?dryRun=true", "{'titel': 1}").statusCode(422);
        DESK.get("/v1/releases?view=draft").body("data", hasSize(0));

        var item = DESK.publishes("/v1/releases", Desk.titled("R"));
        DESK.at(2, "DELETE", item + "?dryRun=true", "").statusCode(204);
        Lists.ask("/v1/releases/r").statusCode(200);
        assertEquals(2, DESK.revision(item));
    }

    @Test
    void referencesMayBeIdsPathsSourcesOrTitles() {
        var topic = city.publishes(
                "topics", "{'slug': 't', 'label': {'de': 'T'}, 'source': {'system': 'alt', 'externalId': '7'}}");
        DESK.post(
                        "/v1/projects",
                        Desk.titled(
                                "P",
                                ", 'topics': ['" + topic
                                        + "', 'topics/t', {'source': {'system': 'alt', 'externalId': '7'}}],"
                                        + " 'mentions': [{'title': {'de': 'Jemand'}}, {'id': '" + topic
                                        + "', 'title': 'T', 'url': 'https://example.org'}]"))
                .statusCode(201)
                .body("topics", contains(topic.toString()))
                .body("mentions[0].title.de", equalTo("Jemand"))
                .body("mentions[1]", equalTo(topic.toString()));
    }

    @Test
    void whatCameFromElsewhereIsTakenOverOnceAndThenBroughtUpToDate() {
        var path = "/v1/events/by-source/alt-system/2020%2F17";
        var id = DESK.send("PUT", path, Desk.titled("Alt"))
                .statusCode(201)
                .body("source.system", equalTo("alt-system"))
                .body("source.externalId", equalTo("2020/17"))
                .extract()
                .<String>path("id");

        DESK.send("PUT", path, Desk.titled("Alt"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("revision", equalTo(1));
        DESK.send("PUT", path, Desk.titled("Neu"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("revision", equalTo(2));
        DESK.at(1, "PUT", path, Desk.titled("Zu spät")).statusCode(412);
        DESK.json(Desk.titled("Schon da"))
                .header("If-None-Match", "*")
                .put(path)
                .then()
                .statusCode(412)
                .body("revision", equalTo(2));
        DESK.send("PUT", path, Desk.titled("Anders", ", 'source': {'system': 'alt', 'externalId': '18'}"))
                .statusCode(422)
                .body("errors.pointer", contains("/source/system", "/source/externalId"))
                .body("errors.code", contains("contradiction", "contradiction"))
                .body("errors[1].allowed", contains("2020/17"));
        DESK.send(
                        "PUT",
                        path,
                        Desk.titled("Neu", ", 'source': {'externalId': '2020/17', 'url': 'https://example.org'}"))
                .statusCode(200)
                .body("source.system", equalTo("alt-system"))
                .body("source.url", equalTo("https://example.org"));
        DESK.send("PUT", "/v1/releases/by-source/alt-system/2020%2F17", Desk.titled("Anders"))
                .statusCode(409)
                .body("type", endsWith("/problems/source-taken"));
    }

    @Test
    void whoeverKnowsARevisionOfNothingIsToldThatNothingIsThere() {
        var path = "/v1/events/by-source/alt-system/neu";
        DESK.at(3, "PUT", path, Desk.titled("Neu")).statusCode(412);
        DESK.json(Desk.titled("Neu"))
                .header("If-None-Match", "*")
                .put(path)
                .then()
                .statusCode(201);
    }

    /** Two addresses never mean the same item. */
    @Test
    void anAddressMeansWhatItSays() {
        var path = "/v1/events/by-source/alt/";
        DESK.send("PUT", path + "a%3Bb", Desk.titled("A")).statusCode(201).body("source.externalId", equalTo("a;b"));
        DESK.send("PUT", path + "a%25ff%20b", Desk.titled("B"))
                .statusCode(201)
                .body("source.externalId", equalTo("a%ff b"));
        for (var id : List.of("a;b", "a;c", "%ff", "%fe", "%C3")) {
            var answer = RawRequest.send("PUT " + path + id + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + TestDatabase.ADMIN_KEY
                    + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
            assertEquals(400, answer.status(), id);
            assertEquals("application/problem+json", answer.header("Content-Type"), id);
        }
        assertEquals(400, RawRequest.line("GET /v1/topics/5g;x=1 HTTP/1.1").status());
        assertEquals(404, RawRequest.line("GET /v1/topics/5g%3Bx=1 HTTP/1.1").status());
        assertEquals(400, RawRequest.line("GET /v1/topics?source=%ff HTTP/1.1").status());
        for (var id : List.of("%20a", "a%20", "a%C2%A0")) {
            DESK.send("PUT", path + id, Desk.titled("C"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/source/externalId"))
                    .body("errors.code", contains("pattern"));
        }
        DESK.post("/v1/events", Desk.titled("D", ", 'source': {'system': 'alt', 'externalId': '..'}"))
                .statusCode(422)
                .body("errors.pointer", contains("/source/externalId"));
    }

    @Test
    void aRevisionThatIsNoneIsToldItsForm() {
        var item = DESK.drafts("/v1/releases", Desk.titled("R"));
        for (var tag : List.of("*", "r1", "\"abc\"", "\"r\"", "1")) {
            DESK.json("{}")
                    .header("If-Match", tag)
                    .header("Accept-Language", "en")
                    .patch(item)
                    .then()
                    .statusCode(412)
                    .body("revision", equalTo(1))
                    .body("detail", containsString("\"r1\""));
        }
    }

    @Test
    void thePublicTagIsNoRevision() {
        var item = DESK.publishes("/v1/topics", "{'label': {'de': 'T'}, " + Desk.PUBLISHER + "}");
        var tag = DESK.request().get(item).then().statusCode(200).extract().header("ETag");
        DESK.json("{}")
                .header("If-Match", tag)
                .patch(item)
                .then()
                .statusCode(412)
                .body("type", endsWith("/problems/unfit-precondition"))
                .body("title", equalTo("Die Bedingung passt nicht"))
                .body("detail", containsString("view=draft"))
                .body("changes", nullValue());
    }

    @Test
    void whoeverOnlyCreatesChangesNothingThatIsThere() {
        var item = DESK.drafts("/v1/releases", Desk.titled("R"));
        for (var method : List.of("PATCH", "PUT", "DELETE")) {
            for (var tag : List.of("*", "\"r1\"", "\"r7\", \"r1\"")) {
                var request = method.equals("DELETE") ? DESK.request() : DESK.json(Desk.titled("S"));
                request.header("If-Match", "\"r1\"")
                        .header("If-None-Match", tag)
                        .request(method, item)
                        .then()
                        .statusCode(412)
                        .body("type", endsWith("/problems/unfit-precondition"))
                        .body("revision", equalTo(1));
            }
        }
        DESK.request()
                .header("If-Match", "\"r1\"")
                .header("If-None-Match", "*")
                .post(item + "/publish")
                .then()
                .statusCode(412);
        assertEquals(1, DESK.revision(item));
        DESK.request()
                .header("If-Match", "\"r1\"")
                .header("If-None-Match", "\"r7\"")
                .delete(item)
                .then()
                .statusCode(204);
    }

    @Test
    void anEditorIsToldWhatPeopleDidAlone() {
        var lead = DESK.drafts("/v1/organisations", "{'name': {'de': 'Amt'}, " + Desk.PUBLISHER + "}");
        var id = lead.substring(lead.lastIndexOf('/') + 1);
        var item = DESK.publishes("/v1/projects", Desk.titled("P", ", 'lead': '" + id + "'"));
        var revision = DESK.revision(item);
        DESK.publishes(lead);
        DESK.changes(item, "{'title': {'de': 'Q'}}");

        DESK.at(revision - 1, "PATCH", item, "{'title': {'de': 'R'}}")
                .statusCode(412)
                .body("changes.operation", equalTo(List.of("PUBLISH", "SAVE")));
    }

    @Test
    void everyFaultSaysWhereItIs() {
        DESK.post(
                        "/v1/events",
                        Desk.titled(
                                "E",
                                ", 'startAt': '2020-06-02T10:00:00+02:00', 'endAt': '2020-06-01T10:00:00+02:00', 'temporal': {}"))
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        contains("/endAt ends-before-start", "/temporal/edtf required"));
        DESK.post("/v1/people", "{'name': 'A', 'roles': [{'title': {'de': 'Amt'}}]}")
                .statusCode(422)
                .body("errors.collect { it.pointer + ' ' + it.code }", contains("/roles/0/asOf undated"));
        DESK.post("/v1/events", "[]")
                .statusCode(422)
                .body("errors.collect { it.pointer + ' ' + it.code }", contains(" not-an-object"));
        DESK.post("/v1/events", Desk.titled("E", ", 'start': 1, 'tags': [], 'location': 'x', 'titel': 'x'"))
                .statusCode(422)
                .body(
                        "errors.collectEntries { [it.pointer, it.message] }",
                        equalTo(Map.of(
                                "/start", "Dieses Feld gibt es hier nicht. War „startAt“ oder „temporal“ gemeint?",
                                "/tags", "Dieses Feld gibt es hier nicht. War „topics“ gemeint?",
                                "/location", "Dieses Feld gibt es hier nicht. War „place“ gemeint?",
                                "/titel", "Dieses Feld gibt es hier nicht. War „title“ gemeint?")));
    }

    @Test
    void whatADeletionTookIsNotToldAgain() {
        var first = DESK.json(Desk.titled("Geheim"))
                .header("Idempotency-Key", "eins")
                .post("/v1/releases")
                .then()
                .statusCode(201);
        var item = "/v1/releases/" + first.extract().<String>path("id");
        DESK.on(item, "DELETE", "", "").statusCode(204);

        DESK.json(Desk.titled("Geheim"))
                .header("Idempotency-Key", "eins")
                .post("/v1/releases")
                .then()
                .statusCode(410)
                .body(not(containsString("Geheim")));
        assertEquals(List.of(), city.rows("select body, 1 from acknowledgement where body like '%Geheim%'"));
    }

    @Test
    void rolesDecideWhoMayDoWhat() {
        var author = new Desk(Keys.of("author"));
        var editor = new Desk(Keys.of("editor"));
        var partner = new Desk(Keys.of("partner"));
        var item = author.drafts("/v1/releases", Desk.titled("R"));

        partner.post("/v1/releases", Desk.titled("S")).statusCode(403);
        partner.get(item + "?view=draft").statusCode(403);
        author.at(1, "POST", item + "/publish", "").statusCode(403);
        author.at(1, "POST", item + "/schedule", "{'publishAt': '2090-01-01T00:00:00Z'}")
                .statusCode(403);
        editor.at(1, "POST", item + "/publish", "").statusCode(200);
        author.at(2, "DELETE", item, "").statusCode(403);
        editor.at(2, "POST", item + "/erase", "").statusCode(403);
        for (var action : List.of("/erase", "/hide", "/unhide")) {
            DESK.at(2, "POST", item + action, "{'dryRun': true}")
                    .statusCode(422)
                    .body("errors.code", contains("unexpected-body"));
        }
        DESK.at(2, "DELETE", item, "{'dryRun': true}").statusCode(422);
        editor.at(2, "DELETE", item, "{}").statusCode(204);

        var draft = author.drafts("/v1/releases", Desk.titled("T"));
        author.at(1, "DELETE", draft, "").statusCode(204);
        Lists.ask(draft).statusCode(404);
        given401(item);
        DESK.get("/v1/admin/audit?outcome=REFUSED").body("data.actor", hasItem("a-partner"));
    }

    private static void given401(String item) {
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .put(item)
                .then()
                .statusCode(401);
    }

    @Test
    void whatAnEditorHasScheduledOnlyAnEditorTakesAway() {
        var author = new Desk(Keys.of("author"));
        var item = author.drafts("/v1/releases", Desk.titled("R"));
        DESK.on(item, "POST", "/schedule", "{'publishAt': '2090-01-01T00:00:00Z'}")
                .statusCode(200);

        author.on(item, "DELETE", "", "").statusCode(403);
        DESK.get(item + "?view=draft").body("draft.state", equalTo("SCHEDULED"));
        DESK.on(item, "DELETE", "/schedule", "").statusCode(200);
        author.on(item, "DELETE", "", "").statusCode(204);
    }

    /** By way of one item nobody changes others that are not theirs to change. */
    @Test
    void whoDetachesOrMergesNeedsTheRightToWhatThatChanges() {
        var topics = new Desk(Keys.create("{'name': 'themen', 'role': 'editor', 'types': ['topics']}")
                .extract()
                .path("key"));
        var author = new Desk(Keys.of("author"));
        var label = "{'label': {'de': 'Netz'}, 'slug': '%s', " + Desk.PUBLISHER + "}";
        var net = topics.publishes("/v1/topics", label.formatted("netz"));
        var other = topics.publishes("/v1/topics", label.formatted("netz-2"));
        var planned = author.drafts("/v1/topics", label.formatted("geplant"));
        var event =
                DESK.publishes("/v1/events", Desk.titled("Treffen", ", 'topics': ['topics/netz', 'topics/geplant']"));
        var draft = author.drafts("/v1/events", Desk.titled("Entwurf", ", 'topics': ['topics/geplant']"));

        topics.on(net, "DELETE", "?detach=true", "")
                .statusCode(403)
                .body("referrers.url", contains(endsWith(event)))
                .body("referrers.title", contains("Treffen"));
        topics.on(net, "POST", "/merge", "{'into': 'topics/netz-2'}")
                .statusCode(403)
                .body("referrers.url", contains(endsWith(event)));
        author.on(planned, "DELETE", "?detach=true", "")
                .statusCode(403)
                .body("referrers.url", contains(endsWith(event)));
        Lists.ask(event).body("version", equalTo(1));
        assertEquals(1, DESK.revision(draft));

        DESK.changes(event, "{'topics': ['topics/netz']}");
        DESK.publishes(event);
        author.on(planned, "DELETE", "?detach=true", "").statusCode(204);
        DESK.get(draft + "?view=draft").body("topics", nullValue()).body("revision", equalTo(2));
        var editor = new Desk(Keys.of("editor"));
        editor.on(net, "POST", "/merge", "{'into': 'topics/netz-2'}").statusCode(200);
        Lists.ask(event).body("topics.url", contains(endsWith(other)));
    }

    @Test
    void aKeyForSomeTypesWritesNoOthers() {
        var key = Keys.create("{'name': 'termine', 'role': 'editor', 'types': ['events']}")
                .statusCode(201)
                .extract()
                .<String>path("key");
        var desk = new Desk(key);

        desk.post("/v1/events", Desk.titled("E")).statusCode(201);
        desk.post("/v1/releases", Desk.titled("R")).statusCode(403).body("detail", containsString("events"));
    }
}
