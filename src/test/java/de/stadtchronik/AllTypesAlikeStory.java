package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.document.Shape;
import de.stadtchronik.document.Shape.Kind;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever can read one type can read them all: what follows holds for each of them in the same words. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class AllTypesAlikeStory {

    private static final String CITY = "/v1/organisations/stadt";

    /** Tells the items of a story from the city itself, which is there from the beginning. */
    private static final String MARKED = ", 'highlight': true";

    @Inject
    SampleCity city;

    /** What documents of some types need beside the text; {@code %s} stands for the slug. */
    private static final Map<String, String> NEEDED = Map.of(
            "PERSON", "'name': 'Name %s', ",
            "MEDIA", "'mediaKind': 'DOCUMENT', 'contentUrl': 'https://example.org/%s.pdf', ");

    static List<Type> types() {
        return Arc.container().instance(ResourceTypes.class).get().all().stream()
                .map(Type::of)
                .toList();
    }

    /**
     * A type, and the least that its documents have to say, with a text in two languages.
     *
     * @param text the first property of the record that is a text
     * @param needed what else there has to be, each with a comma after it
     */
    record Type(String name, String path, String text, String needed) {

        static Type of(ResourceType type) {
            var text = Shape.of(type.document()).properties().stream()
                    .filter(property -> property.kind() == Kind.TEXT && !property.many())
                    .findFirst();
            return new Type(type.name(), type.path(), text.orElseThrow().name(), NEEDED.getOrDefault(type.name(), ""));
        }

        @Override
        public String toString() {
            return name;
        }

        String list() {
            return "/v1/" + path;
        }

        String document(String slug) {
            return document(slug, "");
        }

        String document(String slug, String more) {
            return "{'slug': '%s', %s'%s': {'de': 'Text %s', 'en': 'English %s'}%s}"
                    .formatted(slug, needed.formatted(slug), text, slug, slug, more);
        }
    }

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void itemsCarryWhatEveryItemCarries(Type type) {
        var id = city.publishes(type.path, type.document("a", ", 'kind': 'ODD_ONE', 'highlight': true"));

        for (var address : List.of(type.list() + "/a", type.list() + "/" + id)) {
            Lists.ask(address)
                    .statusCode(200)
                    .contentType("application/json")
                    .body("id", equalTo(id.toString()))
                    .body("type", equalTo(type.name()))
                    .body("url", equalTo("http://localhost:8080" + type.list() + "/" + id))
                    .body("slug", equalTo("a"))
                    .body("kind", equalTo("ODD_ONE"))
                    .body("status", equalTo("PUBLISHED"))
                    .body("version", equalTo(1))
                    .body("highlight", equalTo(true))
                    .body("publisher.slug", equalTo("stadt"))
                    .body("license", equalTo("https://www.govdata.de/dl-de/by-2-0"))
                    .body(type.text, equalTo("Text a"))
                    .body("language", equalTo("de"))
                    .body("availableLanguages", contains("de", "en"))
                    .body("fallback", nullValue());
        }
        assertFalse(Lists.ask(type.list() + "/a").extract().asString().contains("null"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void listsAreReadPageByPageToTheEnd(Type type) {
        var slugs = List.of("a", "b", "c", "d", "e");
        city.publishesAll(
                type.path,
                slugs.stream().map(slug -> type.document(slug, MARKED)).toList());
        city.drafts(type.path, type.document("entwurf"));

        var seen = new ArrayList<String>();
        var next = "http://localhost:8080" + type.list() + "?limit=2&sort=title&count=exact&highlight=true";
        for (var page = 0; next != null; page++) {
            assertTrue(page < 3, next);
            var answer = Lists.ask(next.substring("http://localhost:8080".length()))
                    .statusCode(200)
                    .body("page.limit", equalTo(2))
                    .body("page.total", equalTo(5))
                    .body("links.self", equalTo(next))
                    .extract();
            seen.addAll(answer.<List<String>>path("data.slug"));
            next = answer.path("links.next");
            assertEquals(next == null, answer.path("page.next") == null);
            assertEquals(next == null ? null : "<" + next + ">; rel=\"next\"", answer.header("Link"));
        }
        assertEquals(slugs, seen);
    }

    @ParameterizedTest
    @MethodSource("types")
    void listsAreSortedEitherWay(Type type) {
        var created = List.of("b", "c", "a");
        created.forEach(slug -> city.publishes(
                type.path,
                type.document(
                        slug, MARKED + ", 'publishedAt': '2020-0%d-01T00:00:00Z'".formatted(slug.charAt(0) % 8))));
        var others = "&highlight=true";

        for (var key : List.of("createdAt", "modifiedAt")) {
            assertEquals(created, Lists.slugs(type.list() + "?sort=" + key + others), key);
            assertEquals(reversed(created), Lists.slugs(type.list() + "?sort=-" + key + others), key);
        }
        for (var key : List.of("title", "publishedAt", "publishedAt,title")) {
            assertEquals(List.of("a", "b", "c"), Lists.slugs(type.list() + "?sort=" + key + others), key);
        }
        for (var key : List.of("-title", "-publishedAt", "-publishedAt,title")) {
            assertEquals(List.of("c", "b", "a"), Lists.slugs(type.list() + "?sort=" + key + others), key);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void itemsSpeakTheLanguageAskedFor(Type type) {
        city.publishes(type.path, type.document("a", MARKED));

        for (var address : List.of(type.list() + "/a", type.list() + "?sort=title&highlight=true")) {
            var root = address.endsWith("/a") ? "" : "data[0].";
            var separator = address.contains("?") ? "&" : "?";
            Lists.ask(address + separator + "lang=en")
                    .header("Content-Language", containsString("en"))
                    .body(root + "language", equalTo("en"))
                    .body(root + type.text, equalTo("English a"))
                    .body(root + "publisher.title", equalTo("City"))
                    .body(root + "fallback", nullValue());
            given().header("Accept-Language", "en-GB, de;q=0.5")
                    .get(address)
                    .then()
                    .header("Vary", containsString("Accept-Language"))
                    .body(root + type.text, equalTo("English a"));
            Lists.ask(address + separator + "lang=fr")
                    .body(root + "language", equalTo("de"))
                    .body(root + type.text, equalTo("Text a"))
                    .body(root + "fallback", equalTo(true));
        }
        Lists.ask(type.list() + "?language=en").body("data.slug", hasItem("a"));
        Lists.ask(type.list() + "?language=fr").body("data", hasSize(0));
    }

    @ParameterizedTest
    @MethodSource("types")
    void asWrittenAndAsRead(Type type) {
        city.publishes("topics", "{'slug': 'netz', 'label': {'de': 'Netz', 'en': 'Net'}}");
        city.publishes(
                type.path, type.document("a", ", 'topics': ['topics/netz'], 'mentions': ['organisations/stadt']"));
        var netz = Lists.read("/v1/topics/netz").getString("id");
        var stadt = Lists.read(CITY).getString("id");

        Lists.ask(type.list() + "/a?lang=*")
                .body(type.text, equalTo(Map.of("de", "Text a", "en", "English a")))
                .body("topics", contains(netz))
                .body("mentions", contains(stadt))
                .body("publisher", equalTo(stadt))
                .body("language", nullValue());
        Lists.ask(type.list() + "/a?lang=en")
                .body(
                        "topics",
                        contains(Map.of(
                                "id", netz,
                                "type", "TOPIC",
                                "slug", "netz",
                                "title", "Net",
                                "url", "http://localhost:8080/v1/topics/" + netz)))
                .body("mentions.title", contains("City"));
        Lists.ask(type.list() + "/a?include=publisher,topics")
                .body("publisher.item.name", equalTo("Stadt"))
                .body("topics[0].item.label", equalTo("Netz"))
                .body("mentions[0].item", nullValue());
        Lists.ask(type.list() + "/a?fields=slug")
                .body("keySet()", equalTo(Set.of("id", "type", "url", "title", "slug")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatSpeaksOfSomethingIsFoundByIt(Type type) {
        city.publishes("topics", "{'slug': 'netz', 'label': {'de': 'Netz'}}");
        city.publishes("places", "{'slug': 'halle', 'name': {'de': 'Halle'}, 'ags': '07312000'}");
        city.publishes("people", "{'slug': 'leiterin', 'name': 'Leiterin'}");
        city.publishes("projects", "{'slug': 'vorhaben', 'title': {'de': 'Vorhaben'}}");
        city.publishes("event-series", "{'slug': 'reihe', 'title': {'de': 'Reihe'}}");
        city.publishes("organisations", "{'slug': 'amt', 'name': {'de': 'Amt'}}");
        city.publishes(
                type.path,
                type.document(
                        "a",
                        ", 'topics': ['topics/netz'], 'mentions': ['places/halle', 'people/leiterin', 'projects/vorhaben',"
                                + " 'event-series/reihe', 'organisations/amt']"));
        city.drafts(type.path, type.document("b", ", 'topics': ['topics/netz'], 'mentions': ['places/halle']"));

        for (var question : List.of(
                "topic=netz",
                "topic.all=netz",
                "place=halle",
                "person=leiterin",
                "project=vorhaben",
                "series=reihe",
                "organisation=amt",
                "mentions=places/halle&highlight=false")) {
            var found = new ArrayList<>(Lists.slugs(type.list() + "?" + question));
            // What is mentioned counts as well, where it is of the same type.
            found.remove("halle");
            assertEquals(List.of("a"), found, question);
        }
        Lists.ask(type.list() + "?area=07312").body("data.slug", hasItem("a")).body("data.slug", not(hasItem("b")));
        Lists.ask(type.list() + "?place=hale").statusCode(400).body("errors[0].message", containsString("„halle“"));
        Lists.ask("/v1/search?mentions=people/leiterin&type=PERSON," + type.name() + "&sort=-title")
                .statusCode(200)
                .body("data.slug", hasItem("a"))
                .body("data.type", hasItem(type.name()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void slipsAreRefusedWithWhatIsAllowed(Type type) {
        Map.of(
                        "sortt=title", "unknown-parameter",
                        "sort=titel", "unknown-value",
                        "limit=0", "out-of-range",
                        "limit=101", "out-of-range",
                        "cursor=abc", "invalid-cursor",
                        "fields=titles", "unknown-value",
                        "include=nothing", "unknown-value",
                        "lang=xx_y", "unknown-value",
                        "kind=nope", "unknown-value",
                        "status=DRAFT", "unknown-value")
                .forEach((question, code) -> Lists.ask(type.list() + "?" + question)
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("type", equalTo("http://localhost:8080/problems/invalid-parameters"))
                        .body("instance", equalTo(type.list()))
                        .body("errors", hasSize(1))
                        .body("errors[0].code", equalTo(code))
                        .body("errors[0].parameter", equalTo(question.substring(0, question.indexOf('=')))));
        Lists.ask(type.list() + "?sortt=title&limit=x&kind=NOPE").body("errors", hasSize(3));
        Lists.ask(type.list() + "/a?limit=1").statusCode(400).body("errors.code", contains("unknown-parameter"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsNotThereIsAProblem(Type type) {
        var draft = city.drafts(type.path, type.document("entwurf"));
        var elsewhere = city.publishes(type.name().equals("TOPIC") ? "projects" : "topics", elsewhere(type));

        for (var missing : List.of(
                "keins",
                "entwurf",
                draft.toString(),
                elsewhere.toString(),
                "KEINS",
                "a b",
                UUID.randomUUID().toString())) {
            given().get(type.list() + "/{missing}", missing)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", equalTo("http://localhost:8080/problems/not-found"));
        }
        refused("DELETE", type.list(), Set.of("GET", "HEAD", "OPTIONS", "POST"));
        refused("POST", type.list() + "/keins", Set.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"));
        refused("GET", type.list() + "/keins/publish", Set.of("OPTIONS", "POST"));
        refused("POST", type.list() + "/keins/versions", Set.of("GET", "HEAD", "OPTIONS"));
    }

    private static String elsewhere(Type type) {
        return type.name().equals("TOPIC")
                ? "{'slug': 'woanders', 'title': {'de': 'W'}}"
                : "{'slug': 'woanders', 'label': {'de': 'W'}}";
    }

    @ParameterizedTest
    @MethodSource("types")
    void whoeverHasItGetsNothingUntilItChanges(Type type) {
        var id = city.publishes(type.path, type.document("a"));

        for (var address :
                List.of(type.list() + "/a", type.list(), type.list() + "?lang=en", type.list() + "/a?lang=*")) {
            var first = Lists.ask(address)
                    .statusCode(200)
                    .header(
                            "Cache-Control",
                            equalTo("public, max-age=10, stale-while-revalidate=10, stale-if-error=600"))
                    .extract();
            var etag = first.header("ETag");
            given().header("If-None-Match", etag)
                    .get(address)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(etag))
                    .body(emptyString());
            given().header("If-None-Match", "\"anderes\"").get(address).then().statusCode(200);
        }
        var before = Lists.ask(type.list() + "/a").extract();
        city.changes(type.path, id, type.document("a", ", 'kind': 'NEW_KIND'"));

        given().header("If-None-Match", before.header("ETag"))
                .get(type.list() + "/a")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(before.header("ETag"))))
                .body("version", equalTo(2))
                .body("kind", equalTo("NEW_KIND"))
                .body("createdAt", equalTo(before.path("createdAt")));
        assertNotEquals(
                before.<String>path("modifiedAt"),
                Lists.read(type.list() + "/a").getString("modifiedAt"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void headAndOptionsSayWhatGetWouldSay(Type type) {
        city.publishes(type.path, type.document("a"));

        for (var address : List.of(type.list(), type.list() + "/a")) {
            var get = given().get(address).then().statusCode(200).extract();
            var head = given().head(address)
                    .then()
                    .statusCode(200)
                    .body(emptyString())
                    .extract();
            for (var header :
                    List.of("ETag", "Last-Modified", "Content-Type", "Content-Language", "Cache-Control", "Vary")) {
                assertEquals(get.header(header), head.header(header), address + " " + header);
            }
            given().head(address + "?limi=1").then().statusCode(400).body(emptyString());
            given().header("Origin", "https://irgendwo.example")
                    .get(address)
                    .then()
                    .header("Access-Control-Allow-Origin", equalTo("*"));
            var allow =
                    given().options(address).then().statusCode(200).extract().header("Allow");
            assertTrue(Set.of(allow.split(", ?")).containsAll(Set.of("GET", "HEAD", "OPTIONS")));
        }
        given().header("Accept", "application/xml").get(type.list()).then().statusCode(406);
    }

    private static void refused(String method, String address, Set<String> allowed) {
        var allow = given().request(method, address)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("type", equalTo("http://localhost:8080/problems/method-not-allowed"))
                .extract()
                .header("Allow");
        assertEquals(allowed, Set.of(allow.split(", ?")));
    }

    private static List<String> reversed(List<String> list) {
        var reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
