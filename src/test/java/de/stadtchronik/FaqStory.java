package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of questions, each with its own answer, topics and dates. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class FaqStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void entriesKeepTheirOrderAndTheirNames() {
        city.publishes("topics", "{'slug': 'netz', 'label': {'de': 'Netz', 'en': 'Net'}}");
        city.publishes(
                "faqs",
                "{'slug': 'f', 'title': {'de': 'F'}, 'living': true, 'reviewedAt': '2020-12', 'entries': ["
                        + "{'id': 'b', 'question': {'de': 'Wo?', 'en': 'Where?'}, 'answer': {'de': '*Hier*.', 'en': '*Here*.'},"
                        + " 'topics': ['topics/netz'], 'validFrom': '2020-03~', 'reviewedAt': '2020-11-05'},"
                        + "{'id': 'a', 'question': {'de': 'Wann?'}, 'answer': {'de': 'Bald.'}, 'validUntil': '2021'}]}");

        Lists.ask("/v1/faqs/f?lang=en")
                .body("living", equalTo(true))
                .body("reviewedAt", equalTo("2020-12"))
                .body("entries.id", contains("b", "a"))
                .body("entries.question", contains("Where?", "Wann?"))
                .body("entries.answer", contains("<p><em>Here</em>.</p>\n", "<p>Bald.</p>\n"))
                .body("entries[0].topics.title", contains("Net"))
                .body("entries[0].reviewedAt", equalTo("2020-11-05"))
                .body("entries[1].validUntil", equalTo("2021"))
                .body("fallback", equalTo(true));
        Lists.ask("/v1/faqs/f?bodyFormat=text").body("entries.answer", contains("Hier.", "Bald."));
        assertEquals(List.of("f"), Lists.slugs("/v1/faqs?topic=netz"));
    }

    @Test
    void anEntryHasANameOfItsOwn() {
        var entry = "{'id': '%s', 'question': {'de': 'Wo?'}, 'answer': {'de': 'Hier.'}}";
        assertEquals(
                Map.of("/entries", "duplicate-id"),
                Faults.of(() -> city.drafts(
                        "faqs",
                        "{'title': {'de': 'F'}, 'entries': [%s, %s]}"
                                .formatted(entry.formatted("a"), entry.formatted("a")))));
        assertEquals(
                Map.of("/entries/0/id", "pattern", "/entries/1/answer", "not-null", "/entries/1/id", "not-null"),
                Faults.of(() -> city.drafts(
                        "faqs",
                        "{'title': {'de': 'F'}, 'entries': [%s, {'question': {'de': 'Was?'}}]}"
                                .formatted(entry.formatted("Nicht So")))));
    }
}
