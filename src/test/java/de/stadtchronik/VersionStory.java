package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.reading.Answer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every published version is kept, can be cited, compared and restored. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class VersionStory {

    private static final Desk DESK = Desk.ADMIN;

    @Inject
    SampleCity city;

    private String item = "";

    @BeforeEach
    void threeVersions() {
        city.isEmpty();
        item = DESK.drafts(
                "/v1/releases", Desk.titled("Mehr Radwege", ", 'summary': {'de': 'Die Stadt baut drei Wege.'}"));
        DESK.on(item, "POST", "/publish", "{'updateType': 'MAJOR'}").statusCode(200);
        DESK.changes(item, "{'summary': {'de': 'Die Stadt baut vier Wege.'}, 'highlight': true}");
        DESK.on(
                        item,
                        "POST",
                        "/publish",
                        "{'updateType': 'MINOR', 'changeNote': {'de': 'Zahl berichtigt', 'en': 'Number corrected'}}")
                .statusCode(200);
        DESK.changes(item, "{'title': {'de': 'Noch mehr Radwege'}}");
        DESK.publishes(item);
    }

    @Test
    void theyAreListedNewestFirst() {
        Lists.ask(item + "/versions?lang=en")
                .statusCode(200)
                .body("data.version", contains(3, 2, 1))
                .body("data.updateType", contains(nullValue(), equalTo("MINOR"), equalTo("MAJOR")))
                .body("data[1].changeNote", equalTo("Number corrected"))
                .body("data[2].changeNote", nullValue())
                .body("data[0].url", endsWith(item + "/versions/3"))
                .body("data.publishedBy", equalTo(java.util.Arrays.asList(null, null, null)));
        DESK.get(item + "/versions").body("data.publishedBy", contains("admin-key", "admin-key", "admin-key"));
        var second = Lists.ask(item + "/versions?limit=2")
                .body("data.version", contains(3, 2))
                .extract();
        Lists.ask(item + "/versions?limit=2&cursor=" + second.path("page.next"))
                .body("data.version", contains(1))
                .body("page.next", nullValue());
    }

    @Test
    void eachCanBeCitedAndStaysAsItWas() {
        Lists.ask(item + "/versions/1")
                .statusCode(200)
                .body("version", equalTo(1))
                .body("title", equalTo("Mehr Radwege"))
                .body("summary", equalTo("Die Stadt baut drei Wege."))
                .body("highlight", nullValue())
                .body("publisher.title", equalTo("Stadt"));
        Lists.ask("/v1/releases/mehr-radwege/versions/3").body("title", equalTo("Noch mehr Radwege"));
        Lists.ask(item + "/versions/4").statusCode(404);
        Lists.ask(item + "/versions/eins").statusCode(404);
        assertEquals(
                Lists.read(item).getMap(""), Lists.read(item + "/versions/3").getMap(""));
    }

    @Test
    void oneAsItWasWrittenHasAMediaTypeThatCanBeAskedForAndSentBack() {
        var written = DESK.request()
                .accept(Answer.AS_WRITTEN)
                .get(item + "/versions/1?lang=*")
                .then()
                .statusCode(200)
                .contentType(Answer.AS_WRITTEN)
                .body("title", equalTo(Map.of("de", "Mehr Radwege")))
                .extract()
                .asString();

        DESK.request()
                .contentType(Answer.AS_WRITTEN)
                .accept(Answer.AS_WRITTEN)
                .header("If-Match", "\"r" + DESK.revision(item) + "\"")
                .body(written)
                .put(item)
                .then()
                .statusCode(200)
                .contentType(Answer.AS_WRITTEN)
                .body("title", equalTo(Map.of("de", "Mehr Radwege")));
        for (var path : List.of("/v1/releases/by-source/a/b", "/v1/releases")) {
            DESK.request()
                    .contentType(Answer.AS_WRITTEN)
                    .body("{\"title\": {\"de\": \"A\"}}")
                    .request(path.contains("source") ? "PUT" : "POST", path)
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void twoAreComparedFieldByFieldAndTextsByWords() {
        Lists.ask(item + "/versions/2/diff")
                .statusCode(200)
                .header("Vary", equalTo("Accept, Accept-Language, Authorization"))
                .body("from", equalTo(1))
                .body("to", equalTo(2))
                .body("changes.pointer", contains("/highlight", "/summary/de"))
                .body("changes[0].change", equalTo("ADDED"))
                .body("changes[0].after", equalTo(true))
                .body(
                        "changes[1].words",
                        equalTo(List.of(
                                Map.of("same", "Die Stadt baut "),
                                Map.of("removed", "drei", "added", "vier"),
                                Map.of("same", " Wege."))));
        Lists.ask(item + "/versions/3/diff?from=1")
                .body("changes.pointer", contains("/highlight", "/summary/de", "/title/de"));
        Lists.ask(item + "/versions/1/diff").body("from", equalTo(0)).body("changes[0].change", equalTo("ADDED"));
        Lists.ask(item + "/versions/3/diff?from=0").body("from", equalTo(0)).body("to", equalTo(3));
        Lists.ask(item + "/versions/1/diff?from=x").statusCode(400);
    }

    @Test
    void anEntryInFrontOfFiveIsOneChange() {
        var faq = DESK.publishes("/v1/faqs", faq(entry(1), entry(2), entry(3), entry(4), entry(5)));

        DESK.changes(faq, faq(entry(0), entry(1), entry(2), entry(3), entry(4), entry(5)));
        DESK.publishes(faq);
        Lists.ask(faq + "/versions/2/diff")
                .body("changes", hasSize(1))
                .body("changes[0].pointer", equalTo("/entries/0"))
                .body("changes[0].change", equalTo("ADDED"))
                .body("changes[0].after.id", equalTo("frage-0"));

        DESK.changes(faq, faq(entry(0), entry(2), entry(3), entry(4).replace("Antwort", "Auskunft"), entry(5)));
        DESK.publishes(faq);
        Lists.ask(faq + "/versions/3/diff")
                .body("changes.change", contains("REMOVED", "CHANGED"))
                .body("changes.pointer", contains("/entries/1", "/entries/3/answer/de"))
                .body("changes[0].before.id", equalTo("frage-1"))
                .body(
                        "changes[1].words",
                        equalTo(List.of(Map.of("removed", "Antwort", "added", "Auskunft"), Map.of("same", " 4"))));
    }

    @Test
    void entriesWithoutAnIdAreMatchedWhereTheyAreEqual() {
        var release = DESK.publishes("/v1/releases", Desk.titled("R", ", " + links("a", "b", "c")));

        DESK.changes(release, "{" + links("neu", "a", "b", "c") + "}");
        DESK.publishes(release);
        Lists.ask(release + "/versions/2/diff")
                .body("changes", hasSize(1))
                .body("changes[0].pointer", equalTo("/links/0"))
                .body("changes[0].after.url", equalTo("https://example.org/neu"));

        DESK.changes(release, "{" + links("neu", "b", "a", "d") + "}");
        DESK.publishes(release);
        Lists.ask(release + "/versions/3/diff")
                .body("changes.change", contains("REMOVED", "CHANGED", "ADDED"))
                .body("changes.pointer", contains("/links/1", "/links/2/url", "/links/3"));
    }

    private static String faq(String... entries) {
        return "{'title': {'de': 'Fragen'}, 'entries': [" + String.join(", ", entries) + "], " + Desk.PUBLISHER + "}";
    }

    private static String entry(int number) {
        return "{'id': 'frage-%1$d', 'question': {'de': 'Frage %1$d'}, 'answer': {'de': 'Antwort %1$d'}}"
                .formatted(number);
    }

    private static String links(String... names) {
        return "'links': ["
                + Stream.of(names)
                        .map("{'url': 'https://example.org/%s', 'label': {'de': 'Mehr'}}"::formatted)
                        .collect(Collectors.joining(", "))
                + "]";
    }

    @Test
    void aDifferenceTellsThePublicOfNothingThatIsNotPublic() {
        var secret = DESK.drafts("/v1/topics", "{'label': {'de': 'Geheim'}, 'slug': 'geheim'}");
        var known = DESK.publishes("/v1/topics", "{'label': {'de': 'Netz'}, 'slug': 'netz', " + Desk.PUBLISHER + "}");
        var release = DESK.publishes("/v1/releases", Desk.titled("R", ", 'topics': ['topics/geheim', 'topics/netz']"));
        var difference = release + "/versions/1/diff";

        var shown = Lists.ask(difference).statusCode(200).extract().asString();
        assertFalse(shown.contains(secret.substring(secret.lastIndexOf('/') + 1)), shown);
        assertTrue(shown.contains(known.substring(known.lastIndexOf('/') + 1)), shown);
        DESK.get(difference).body("changes.find { it.pointer == '/topics' }.after", hasSize(2));
    }

    @Test
    void oneIsRestoredIntoTheDraftAndThePublicSeesNothingOfItYet() {
        DESK.on(item, "POST", "/restore", "{'version': 1}")
                .statusCode(200)
                .body("draft.state", equalTo("DRAFT"))
                .body("title.de", equalTo("Mehr Radwege"));
        Lists.ask(item).body("title", equalTo("Noch mehr Radwege"));
        DESK.publishes(item);
        Lists.ask(item).body("title", equalTo("Mehr Radwege")).body("version", equalTo(4));
        DESK.on(item, "POST", "/restore", "{'version': 9}").statusCode(404);

        DESK.changes(item, "{'title': {'de': 'Verworfen'}}");
        DESK.on(item, "POST", "/restore", "{'version': 4}").statusCode(200).body("draft", nullValue());
    }

    @Test
    void thoseOfSomethingWithdrawnAreGoneForThePublicAndThereForEditors() {
        DESK.on(item, "POST", "/withdraw", "{}").statusCode(200);

        Lists.ask(item + "/versions").statusCode(410);
        Lists.ask(item + "/versions/1").statusCode(410);
        Lists.ask(item + "/versions/2/diff").statusCode(410);
        DESK.get(item + "/versions").statusCode(200).body("data", hasSize(3));
        DESK.get(item + "/versions/1").statusCode(200).header("Cache-Control", equalTo("private, no-store"));
        DESK.on(item, "POST", "/restore", "{'version': 2}").statusCode(200);
        DESK.publishes(item);
        Lists.ask(item).body("version", equalTo(4)).body("title", equalTo("Mehr Radwege"));
    }
}
