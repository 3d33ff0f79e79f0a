package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.writing.ContentStore;
import de.stadtchronik.writing.Writing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store makes of what editors write. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class WritingStory {

    @Inject
    SampleCity city;

    @Inject
    ContentStore store;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void revisionsCountWritesAndVersionsCountPublications() {
        var id = city.drafts("topics", "{'slug': 't', 'label': {'de': 'Eins'}}");
        assertEquals(List.of(1, 0), city.columns(id, "revision", "version"));

        save("topics", id, 1, "{'label': {'de': 'Zwei'}}");
        assertEquals(List.of(2, 0), city.columns(id, "revision", "version"));

        store.write(SampleCity.STORY, writing -> writing.publish(id));
        assertEquals(List.of(3, 1), city.columns(id, "revision", "version"));

        save("topics", id, 3, "{'label': {'de': 'Drei'}}");
        assertEquals(List.of(4, 1), city.columns(id, "revision", "version"));
        Lists.ask("/v1/topics/t").body("label", equalTo("Zwei")).body("version", equalTo(1));

        store.write(SampleCity.STORY, writing -> writing.publish(id));
        assertEquals(List.of(5, 2), city.columns(id, "revision", "version"));
        Lists.ask("/v1/topics/t").body("label", equalTo("Drei")).body("version", equalTo(2));
    }

    @Test
    void everyPublishedVersionIsKept() {
        var id = city.publishes("topics", "{'slug': 't', 'label': {'de': 'Eins'}}");
        var first = Instant.parse(Lists.read("/v1/topics/t").getString("modifiedAt"));
        city.changes("topics", id, "{'label': {'de': 'Zwei'}}");
        city.changes("topics", id, "{'label': {'de': 'Drei'}}");

        var kept = city.rows("select version, document, modified_at from content_version order by version");
        assertEquals(2, kept.size());
        assertEquals(List.of(1, 2), kept.stream().map(row -> row[0]).toList());
        assertTrue(kept.get(0)[1].toString().contains("Eins"));
        assertTrue(kept.get(1)[1].toString().contains("Zwei"));
        assertEquals(first, instant(kept.get(0)[2]));
        assertEquals(
                java.util.Arrays.asList((Object) null),
                city.columns(id, "draft", "version").subList(0, 1));
    }

    @Test
    void itemsOfOneTurnMayReferToEachOtherInAnyOrder() {
        var one = SampleCity.newId();
        var two = SampleCity.newId();
        store.write(SampleCity.STORY, writing -> {
            writing.create(List.of(
                    city.item("projects", one, "{'slug': 'eins', 'title': {'de': 'Eins'}, 'parent': 'projects/zwei'}"),
                    city.item("projects", two, "{'title': {'de': 'Zwei'}, 'mentions': ['" + one + "']}")));
            writing.publish(one);
            writing.publish(two);
        });

        Lists.ask("/v1/projects/eins").body("parent.title", equalTo("Zwei"));
        Lists.ask("/v1/projects/zwei").body("mentions.slug", contains("eins"));
    }

    @Test
    void referencesMayNameTheItemInItsSource() {
        city.publishes("topics", "{'slug': 't', 'label': {'de': 'T'}, 'source': {'system': 'alt', 'externalId': '7'}}");
        city.publishes(
                "projects",
                "{'slug': 'p', 'title': {'de': 'P'}, 'topics': [{'source': {'system': 'alt', 'externalId': '7'}}]}");

        Lists.ask("/v1/projects/p").body("topics.slug", contains("t"));
        refused(
                ProblemType.INVALID_DOCUMENT,
                () -> city.drafts(
                        "projects",
                        "{'title': {'de': 'P'}, 'topics': [{'source': {'system': 'alt', 'externalId': '8'}}]}"));
    }

    @Test
    void whatIsReferredToHasToBeThereAndOfTheRightType() {
        var problem = refused(
                ProblemType.INVALID_DOCUMENT,
                () -> city.drafts(
                        "events",
                        "{'title': {'de': 'E'}, 'topics': ['organisations/stadt'], 'mentions': ['projects/keins', 'unsinn'],"
                                + " 'participations': [{'role': 'PARTNER', 'organisation': '" + SampleCity.newId()
                                + "'}]}"));

        assertEquals(
                List.of(
                        "/mentions/0 unknown-reference", "/mentions/1 unknown-reference",
                        "/participations/0/organisation unknown-reference", "/topics/0 wrong-type"),
                problem.faults().stream()
                        .map(fault -> fault.pointer() + " " + fault.code())
                        .sorted()
                        .toList());
    }

    @Test
    void aDocumentIsHeldToTheRulesOfItsRecord() {
        var problem = refused(
                ProblemType.INVALID_DOCUMENT,
                () -> city.drafts(
                        "events",
                        "{'title': {'en': 'only English'}, 'kind': 'klein', 'slug': 'Nicht So', 'temporal': {'edtf': 'gestern'},"
                                + " 'virtualLocations': [{'platform': 'X'}]}"));

        assertEquals(
                List.of("/kind", "/slug", "/temporal/edtf", "/title", "/virtualLocations/0/access"),
                problem.faults().stream().map(fault -> fault.pointer()).sorted().toList());
        refused(
                ProblemType.INVALID_DOCUMENT,
                () -> city.drafts("topics", "{'slug': '" + SampleCity.newId() + "', 'label': {'de': 'T'}}"));
        refused(
                ProblemType.INVALID_DOCUMENT,
                () -> city.drafts(
                        "events",
                        "{'title': {'de': 'E'}, 'startAt': '2020-05-02T10:00:00Z', 'endAt': '2020-05-01T10:00:00Z'}"));
    }

    @Test
    void slugsAreMadeFromTitlesAndTakenOnce() {
        city.publishes("projects", "{'title': {'de': 'WLAN für Schulen'}}");
        city.publishes("projects", "{'title': {'de': 'WLAN für Schulen!'}}");
        city.publishes("topics", "{'slug': 'wlan-fuer-schulen', 'label': {'de': 'WLAN'}}");
        var other = city.publishes("projects", "{'slug': 'andere', 'title': {'de': 'Andere'}}");

        assertEquals(List.of("andere", "wlan-fuer-schulen", "wlan-fuer-schulen-2"), Lists.slugs("/v1/projects"));
        refused(ProblemType.SLUG_TAKEN, () -> city.drafts("projects", "{'slug': 'andere', 'title': {'de': 'X'}}"));
        refused(
                ProblemType.SLUG_TAKEN,
                () -> save("projects", other, 2, "{'slug': 'wlan-fuer-schulen', 'title': {'de': 'X'}}"));
    }

    @Test
    void slugsKeepTheLettersOfTheNeighbours() {
        city.publishes("topics", "{'label': {'de': 'Łódź und Kraków'}}");
        city.publishes("topics", "{'label': {'de': 'Ærø, Þór, ığdır, Đà, cœur'}}");
        city.publishes("topics", "{'label': {'de': 'Bürger\u00adbeteili\u200bgung'}}");

        Lists.ask("/v1/topics/lodz-und-krakow").statusCode(200);
        Lists.ask("/v1/topics/aero-thor-igdir-da-coeur").statusCode(200);
        Lists.ask("/v1/topics/buergerbeteiligung").statusCode(200);
    }

    @Test
    void manyOfTheSameTitleGetTheFirstFreeNumbers() {
        var title = "Der Stadtrat tagt ".repeat(5);
        var stem = "der-stadtrat-tagt-der-stadtrat-tagt-der-stadtrat-tagt-der-stadtrat-tagt-der";
        var documents = java.util.Collections.nCopies(11, "{'title': {'de': '" + title + "'}}");
        city.publishes("projects", "{'slug': '" + stem + "-3', 'title': {'de': 'Besetzt'}}");
        city.publishesAll("projects", documents);
        city.publishes("projects", documents.get(0));

        var expected = new java.util.TreeSet<String>(List.of(stem));
        for (var n = 2; n <= 13; n++) {
            expected.add(stem + "-" + n);
        }
        assertEquals(expected, new java.util.TreeSet<>(Lists.slugs("/v1/projects?limit=100")));
    }

    @Test
    void twoOfOneTurnCannotTakeTheSameSlug() {
        refused(
                ProblemType.SLUG_TAKEN,
                () -> store.write(
                        SampleCity.STORY,
                        writing -> writing.create(List.of(
                                city.item("topics", SampleCity.newId(), "{'slug': 't', 'label': {'de': 'A'}}"),
                                city.item("topics", SampleCity.newId(), "{'slug': 't', 'label': {'de': 'B'}}")))));
    }

    @Test
    void whoeverWritesOnAnOlderStateIsTold() {
        var id = city.publishes("topics", "{'slug': 't', 'label': {'de': 'T'}}");
        save("topics", id, 2, "{'label': {'de': 'U'}}");

        var problem = refused(ProblemType.STALE_REVISION, () -> save("topics", id, 2, "{'label': {'de': 'V'}}"));
        assertEquals("The current revision is r3.", problem.detail().english());
        refused(ProblemType.NOT_FOUND, () -> save("topics", SampleCity.newId(), 1, "{'label': {'de': 'V'}}"));
        refused(
                ProblemType.NOT_FOUND,
                () -> store.write(SampleCity.STORY, writing -> writing.publish(SampleCity.newId())));
    }

    @Test
    void nothingIsPublishedWithoutAPublisher() {
        var id = city.drafts("topics", "{'slug': 't', 'label': {'de': 'T'}}");
        Consumer<Writing> withoutPublisher = writing -> {
            var document = city.item("topics", id, "{'label': {'de': 'T'}, 'publisher': null}")
                    .document();
            writing.save(id, document);
            writing.publish(id);
        };

        var problem = refused(ProblemType.INVALID_DOCUMENT, () -> store.write(SampleCity.STORY, withoutPublisher));
        assertEquals("/publisher", problem.faults().get(0).pointer());
        assertEquals("required-to-publish", problem.faults().get(0).code());
    }

    @Test
    void publicationFillsWhatTheEditorLeftOpenAndKeepsItsDate() {
        var before = Instant.now().minusSeconds(1);
        var id = city.publishes("releases", "{'slug': 'r', 'title': {'de': 'Eins'}}");

        var first = Lists.ask("/v1/releases/r")
                .body("license", equalTo("https://www.govdata.de/dl-de/by-2-0"))
                .extract();
        var publishedAt = first.<String>path("publishedAt");
        var moment = OffsetDateTime.parse(publishedAt);
        assertTrue(moment.toInstant().isAfter(before)
                && moment.toInstant().isBefore(Instant.now().plusSeconds(1)));
        assertTrue(!moment.getOffset().equals(ZoneOffset.UTC));

        city.changes("releases", id, "{'slug': 'r', 'title': {'de': 'Zwei'}}");
        Lists.ask("/v1/releases/r").body("title", equalTo("Zwei")).body("publishedAt", equalTo(publishedAt));
    }

    @Test
    void aDateThatIsNotKnownIsNotInvented() {
        city.publishes("releases", "{'slug': 'r', 'title': {'de': 'R'}, 'publishedAtUnknown': true}");
        city.publishes(
                "releases",
                "{'slug': 's', 'title': {'de': 'S'}, 'license': 'https://example.org/l', 'attributionText': 'Amt'}");

        Lists.ask("/v1/releases/r").body("publishedAt", nullValue()).body("publishedAtUnknown", equalTo(true));
        Lists.ask("/v1/releases/s")
                .body("license", equalTo("https://example.org/l"))
                .body("attributionText", equalTo("Amt"));
    }

    private void save(String path, java.util.UUID id, int revision, String document) {
        store.write(SampleCity.STORY, writing -> {
            writing.items().requireRevision(id, revision);
            writing.save(id, city.item(path, id, document).document());
        });
    }

    private static Problem refused(ProblemType type, org.junit.jupiter.api.function.Executable write) {
        var problem = assertThrows(Problem.class, write);
        assertEquals(type, problem.type());
        return problem;
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime moment ? moment.toInstant() : (Instant) column;
    }
}
