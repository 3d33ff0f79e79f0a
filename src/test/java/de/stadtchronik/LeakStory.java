package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever is not meant to know something finds it nowhere: words are planted where the public must not look, and then
 * every public path is walked, with every address that the answers hold.
 */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class LeakStory {

    private static final Desk DESK = Desk.ADMIN;
    private static final String SELF = "http://localhost:8080";

    @Inject
    SampleCity city;

    @Inject
    ObjectMapper json;

    private final Set<String> planted = new TreeSet<>();
    private final List<String> items = new ArrayList<>();

    @BeforeEach
    void secretsArePlanted() {
        city.isEmpty();
        items.clear();
        plantDrafts();
        plantInvitation();
        plantWithdrawal();
        plantErasure();
        planted.add(Keys.of("editor", "xqkeyname"));
    }

    /** A word that stands nowhere else. */
    private String secret(String name) {
        var word = "xq" + name;
        planted.add(word);
        return word;
    }

    private void plantDrafts() {
        items.add(DESK.drafts(
                "/v1/releases",
                Desk.titled(
                        secret("draft"),
                        ", 'kind': 'XQKIND', 'slug': '" + secret("slug") + "', 'body': {'de': '" + secret("body")
                                + "'}")));
        planted.add("XQKIND");
        var open = DESK.publishes("/v1/projects", Desk.titled("Offen"));
        DESK.changes(
                open,
                "{'title': {'de': '" + secret("newer") + "'}, 'slug': '" + secret("newslug") + "', 'mentions': ['"
                        + items.get(0).substring("/v1/releases/".length()) + "']}");
        items.add(open);
        items.add(DESK.publishes(
                "/v1/events", Desk.titled("Verweis", ", 'mentions': ['releases/" + "xqslug" + "', 'projects/offen']")));
        var embargoed = DESK.drafts(
                "/v1/releases",
                Desk.titled(
                        secret("embargo"),
                        ", 'embargoUntil': '2090-01-01T00:00:00Z', 'source': {'system': '" + secret("system")
                                + "', 'externalId': '1'}"));
        DESK.on(embargoed, "POST", "/publish", "{'changeNote': {'de': '" + secret("note") + "'}}")
                .statusCode(200);
        items.add(embargoed);
        var scheduled =
                DESK.drafts("/v1/topics", "{'label': {'de': '" + secret("scheduled") + "'}, " + Desk.PUBLISHER + "}");
        DESK.on(scheduled, "POST", "/schedule", "{'publishAt': '2090-01-01T00:00:00Z'}")
                .statusCode(200);
        items.add(scheduled);
    }

    private void plantInvitation() {
        items.add(DESK.publishes(
                "/v1/events",
                Desk.titled(
                        "Sitzung",
                        ", 'virtualLocations': [{'access': 'INVITED', 'platform': 'Zoom', 'url': 'https://example.org/"
                                + secret("meeting") + "'}]")));
    }

    private void plantWithdrawal() {
        var item = DESK.publishes("/v1/releases", Desk.titled(secret("withdrawn"), ", 'slug': 'zurueckgezogen'"));
        DESK.on(item, "POST", "/withdraw", "{'explanation': {'de': 'Irrtum'}}").statusCode(200);
        items.add(item);
        var deleted = DESK.publishes("/v1/releases", Desk.titled(secret("deleted"), ", 'slug': 'geloescht'"));
        DESK.on(deleted, "DELETE", "", "").statusCode(204);
        items.add(deleted);
    }

    private void plantErasure() {
        var person = DESK.publishes(
                "/v1/people", "{'name': '" + secret("person") + "', 'familyName': 'xqperson', " + Desk.PUBLISHER + "}");
        items.add(DESK.publishes("/v1/projects", Desk.titled("Mit Person", ", 'mentions': ['people/xqperson']")));
        DESK.on(person, "POST", "/erase", "").statusCode(200);
        items.add(person);
    }

    @Test
    void nothingOfItIsFoundOnAnyPublicPath() throws IOException {
        var walked = new LinkedHashSet<String>();
        var ahead = new ArrayDeque<>(beginnings());
        while (!ahead.isEmpty()) {
            var address = ahead.poll();
            if (!walked.add(address)) {
                continue;
            }
            var answer =
                    given().urlEncodingEnabled(false).redirects().follow(false).get(address);
            var said = answer.headers() + "\n" + answer.asString();
            for (var word : planted) {
                // What was asked for comes back in a problem document: that is no secret any more.
                var heard = said.replace(address, "");
                assertTrue(!heard.contains(word), () -> word + " is said at " + address + ": " + said);
            }
            if (answer.contentType().contains("json")) {
                addresses(json.readTree(answer.asString())).forEach(ahead::add);
            }
        }
        assertTrue(walked.size() > 200, () -> "only " + walked.size() + " addresses were walked");
    }

    /** All lists in all their forms, and whatever can be asked of each item. */
    private List<String> beginnings() throws IOException {
        var beginnings = new ArrayList<>(List.of("/", "/q/openapi", "/v1/search?limit=100", "/v1/admin/audit"));
        var document = json.readTree(given().get("/q/openapi?format=json").asString());
        for (var path : document.get("paths").properties()) {
            if (path.getValue().has("get")
                    && !path.getKey().contains("{")
                    && !path.getKey().contains("/admin/")) {
                for (var query : List.of(
                        "",
                        "?lang=*",
                        "?lang=en",
                        "?count=exact",
                        "?include=publisher,mentions",
                        "?kind=NO_SUCH_KIND",
                        "?mentions=nichts",
                        "?fields=slug",
                        "?fields=*",
                        "?view=draft",
                        "?status=WITHDRAWN",
                        "?sort=-modifiedAt",
                        "?unknown=1")) {
                    beginnings.add(path.getKey() + query);
                }
            }
        }
        for (var item : items) {
            for (var query : List.of(
                    "",
                    "?lang=*",
                    "?view=draft",
                    "?preview=AAAA",
                    "/versions",
                    "/versions/1",
                    "/versions/1/diff",
                    "/publish")) {
                beginnings.add(item + query);
            }
        }
        return beginnings;
    }

    private static List<String> addresses(JsonNode answer) {
        var found = new ArrayList<String>();
        for (var field : answer.findValuesAsText("url")) {
            if (field.startsWith(SELF)) {
                var address = field.substring(SELF.length());
                found.add(address);
                found.add(address + "/versions");
                found.add(address + "/versions/1/diff");
            }
        }
        return found;
    }

    @Test
    void theWordsAreReallyThere() {
        assertEquals("xqdraft", DESK.get(items.get(0) + "?view=draft").extract().path("title.de"));
        assertEquals("xqnewer", DESK.get(items.get(1) + "?view=draft").extract().path("title.de"));
    }
}
