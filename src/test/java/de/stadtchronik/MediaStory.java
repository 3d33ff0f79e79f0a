package de.stadtchronik;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.stadtchronik.writing.ContentStore;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images and other files, with what one has to know to show them. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class MediaStory {

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Inject
    ContentStore store;

    @Test
    void anImageIsPublishedWithAnAlternativeTextOrAsDecoration() {
        var bare = "{'slug': '%s', 'title': {'de': 'B'}, 'mediaKind': 'IMAGE',"
                + " 'contentUrl': 'https://example.org/b.jpg'%s}";
        var draft = city.drafts("media", bare.formatted("a", ""));
        assertEquals(
                Map.of("/altText", "required-to-publish"),
                Faults.of(() -> store.write(SampleCity.STORY, writing -> writing.publish(draft))));

        city.changes("media", draft, bare.formatted("a", ", 'altText': {'de': 'Ein Haus'}"));
        city.publishes("media", bare.formatted("b", ", 'decorative': true"));
        city.publishes("media", bare.formatted("c", "").replace("IMAGE", "DOCUMENT"));

        Lists.ask("/v1/media?sort=createdAt")
                .body("data.slug", contains("a", "b", "c"))
                .body("data[0].altText", equalTo("Ein Haus"))
                .body("data[1].decorative", equalTo(true));
        assertEquals(List.of("c"), Lists.slugs("/v1/media?mediaKind=DOCUMENT,VIDEO"));
    }

    @Test
    void whatIsShownWithAReleaseCarriesItsLicence() {
        city.publishes(
                "media",
                "{'slug': 'm', 'title': {'de': 'M'}, 'mediaKind': 'IMAGE', 'contentUrl': 'https://example.org/m.jpg',"
                        + " 'altText': {'de': 'Ein Haus', 'en': 'A house'}, 'creditText': 'Amt', 'usage': 'EDITORIAL',"
                        + " 'license': 'https://creativecommons.org/licenses/by/4.0/'}");
        city.publishes(
                "releases", "{'slug': 'r', 'title': {'de': 'R'}, 'media': [{'role': 'HERO', 'media': 'media/m'}]}");

        Lists.ask("/v1/releases/r?include=media&lang=en")
                .body("media[0].role", equalTo("HERO"))
                .body("media[0].media.item.altText", equalTo("A house"))
                .body("media[0].media.item.license", equalTo("https://creativecommons.org/licenses/by/4.0/"))
                .body("media[0].media.item.creditText", equalTo("Amt"))
                .body("media[0].media.item.usage", equalTo("EDITORIAL"));
        assertEquals(List.of("r"), Lists.slugs("/v1/releases?mentions=media/m"));
    }

    @Test
    void whatAFileSaysOfItselfIsChecked() {
        assertEquals(
                Map.of(
                        "/byteSize", "min",
                        "/contentUrl", "not-null",
                        "/mediaKind", "not-null",
                        "/mimeType", "pattern",
                        "/sha256", "pattern",
                        "/width", "min"),
                Faults.of(() -> city.drafts(
                        "media",
                        "{'title': {'de': 'M'}, 'mimeType': 'jpeg', 'byteSize': -1, 'width': 0, 'sha256': 'ABC'}")));
    }
}
