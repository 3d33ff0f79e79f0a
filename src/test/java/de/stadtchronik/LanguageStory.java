package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which language an item speaks, and how it says that it had to speak another. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class LanguageStory {

    @Inject
    SampleCity city;

    private UUID id;

    @BeforeEach
    void aProjectInThreeLanguages() {
        city.isEmpty();
        city.publishes("topics", "{'slug': 'netz', 'label': {'de': 'Netz'}}");
        id = city.publishes(
                "projects",
                "{'slug': 'p', 'title': {'de': 'Digitale Stadt', 'en': 'Digital city', 'de-x-leicht': 'Stadt mit Computern'},"
                        + " 'summary': {'de': 'Kurz.', 'en': 'Short.'}, 'temporal': {'edtf': '2020-06'}}");
        city.publishes("projects", "{'slug': 'q', 'title': {'de': 'Nur deutsch'}, 'topics': ['topics/netz']}");
    }

    @Test
    void withoutAWishItIsGerman() {
        project("/v1/projects/p")
                .header("Content-Language", equalTo("de"))
                .body("title", equalTo("Digitale Stadt"))
                .body("language", equalTo("de"))
                .body("availableLanguages", contains("de", "de-simple", "en"))
                .body("fallback", nullValue())
                .body("temporal.display", equalTo("Juni 2020"));
    }

    @Test
    void whatIsThereInEnglishIsGivenInEnglish() {
        project("/v1/projects/p?lang=en")
                .header("Content-Language", equalTo("en"))
                .body("title", equalTo("Digital city"))
                .body("summary", equalTo("Short."))
                .body("language", equalTo("en"))
                .body("publisher.title", equalTo("City"))
                .body("fallback", nullValue())
                .body("temporal.display", equalTo("June 2020"));
    }

    @Test
    void whatIsMissingFallsBackToGermanAndSaysSo() {
        project("/v1/projects/q?lang=en")
                .header("Content-Language", equalTo("de, en"))
                .body("title", equalTo("Nur deutsch"))
                .body("publisher.title", equalTo("City"))
                .body("language", equalTo("de"))
                .body("availableLanguages", contains("de"))
                .body("fallback", equalTo(true))
                .body("fallbackFields", contains("title"));
        project("/v1/projects/p?lang=de-simple")
                .header("Content-Language", equalTo("de, de-simple"))
                .body("title", equalTo("Stadt mit Computern"))
                .body("summary", equalTo("Kurz."))
                .body("language", equalTo("de-simple"))
                .body("fallback", equalTo(true));
        Lists.ask("/v1/projects?lang=en&sort=title")
                .body("data.fallback", equalTo(java.util.Arrays.asList(null, true)));
    }

    @Test
    void plainLanguageHasThreeNames() {
        for (var name : List.of("de-simple", "de-x-leicht", "de-si", "DE-Simple")) {
            project("/v1/projects/p?lang=" + name).body("title", equalTo("Stadt mit Computern"));
            given().header("Accept-Language", name)
                    .get("/v1/projects/p")
                    .then()
                    .body("title", equalTo("Stadt mit Computern"));
        }
        project("/v1/projects/p?lang=*").body("title.de-simple", equalTo("Stadt mit Computern"));
    }

    @Test
    void aRegionMakesNoDifference() {
        for (var tag : List.of("en-GB", "en-us", "EN")) {
            project("/v1/projects/p?lang=" + tag)
                    .body("title", equalTo("Digital city"))
                    .body("fallback", nullValue());
        }
        project("/v1/projects/p?lang=de-AT")
                .body("title", equalTo("Digitale Stadt"))
                .body("fallback", nullValue());
    }

    @Test
    void anUnknownLanguageIsGermanAndAMalformedOneIsRefused() {
        project("/v1/projects/p?lang=fr")
                .header("Content-Language", equalTo("de"))
                .body("title", equalTo("Digitale Stadt"))
                .body("fallback", equalTo(true));
        for (var malformed : List.of("e", "de_DE", "englisch-deutsch-", "1", "de,en")) {
            Lists.ask("/v1/projects/p?lang=" + malformed)
                    .statusCode(400)
                    .body("errors.parameter", contains("lang"))
                    .body("errors[0].allowed", contains("de", "en", "de-simple"));
        }
    }

    @Test
    void theParameterWinsOverTheHeader() {
        accepting("en", "/v1/projects/p").body("title", equalTo("Digital city"));
        accepting("en", "/v1/projects/p?lang=de").body("title", equalTo("Digitale Stadt"));
        accepting("fr, en;q=0.8, de;q=0.9", "/v1/projects/p")
                .body("title", equalTo("Digitale Stadt"))
                .body("fallback", equalTo(true));
        accepting("fr, en;q=0.9, de;q=0.8", "/v1/projects/p").body("title", equalTo("Digital city"));
        accepting("*", "/v1/projects/p")
                .body("title", equalTo("Digitale Stadt"))
                .body("fallback", nullValue());
        accepting("en;q=0", "/v1/projects/p").body("title", equalTo("Digitale Stadt"));
        accepting(";;;q=x", "/v1/projects/p").body("title", equalTo("Digitale Stadt"));
        given().get("/v1/projects/p").then().header("Vary", equalTo("Accept, Accept-Encoding, Accept-Language"));
    }

    @Test
    void aStarGivesTheDocumentAsItWasWritten() {
        var stadt = Lists.read("/v1/organisations/stadt").getString("id");
        project("/v1/projects/p?lang=*")
                .header("Content-Language", equalTo("de, de-simple, en"))
                .body("id", equalTo(id.toString()))
                .body(
                        "title",
                        equalTo(Map.of(
                                "de", "Digitale Stadt", "en", "Digital city", "de-simple", "Stadt mit Computern")))
                .body("summary", equalTo(Map.of("de", "Kurz.", "en", "Short.")))
                .body("temporal", equalTo(Map.of("edtf", "2020-06")))
                .body("publisher", equalTo(stadt))
                .body("language", nullValue())
                .body("availableLanguages", contains("de", "de-simple", "en"))
                .body("fallback", nullValue());
    }

    @Test
    void datesAreSaidInEveryLanguage() {
        city.publishes(
                "projects",
                "{'slug': 'lang', 'title': {'de': 'L', 'en': 'L', 'de-simple': 'L'}, 'temporal': {'edtf': '2020-03-13/..'}}");

        assertEquals("seit 13. März 2020", display("de"));
        assertEquals("since 13 March 2020", display("en"));
        assertEquals("seit 13. März 2020", display("fr"));
        assertEquals(Lists.read("/v1/projects/lang?lang=de-si").getString("temporal.display"), display("de-simple"));
    }

    @Test
    void aLanguageOfTheDraftIsNotShown() {
        city.drafts("projects", "{'slug': 'entwurf', 'title': {'de': 'Entwurf', 'fr': 'Ébauche'}}");

        assertEquals(List.of(), Lists.slugs("/v1/projects?language=fr"));
        city.changes("projects", id, "{'slug': 'p', 'title': {'de': 'Digitale Stadt'}}");
        project("/v1/projects/p?lang=en")
                .body("title", equalTo("Digitale Stadt"))
                .body("availableLanguages", contains("de"))
                .body("version", equalTo(2));
    }

    @Test
    void problemsSpeakGermanAndEnglish() {
        accepting("en", "/v1/projects?limit=0", 400)
                .header("Content-Language", equalTo("en"))
                .body("title", equalTo("Parameters are invalid"))
                .body("detail", equalTo("Invalid parameters: 1, see errors."))
                .body("errors[0].message", equalTo("limit has to be between 1 and 100."));
        accepting("en", "/v1/projects?limit=0&lang=de", 400)
                .header("Content-Language", equalTo("de"))
                .body("errors[0].message", equalTo("limit muss zwischen 1 und 100 liegen."));
        accepting("fr", "/v1/projects/keins", 404).header("Content-Language", equalTo("de"));
        accepting("en-GB", "/v1/projects/none", 404)
                .body("detail", equalTo("There is nothing published under /v1/projects with the id or slug “none”."));
    }

    private static String display(String language) {
        return Lists.read("/v1/projects/lang?lang=" + language).getString("temporal.display");
    }

    private static ValidatableResponse project(String path) {
        return Lists.ask(path).statusCode(200);
    }

    private static ValidatableResponse accepting(String languages, String path) {
        return accepting(languages, path, 200);
    }

    private static ValidatableResponse accepting(String languages, String path, int status) {
        return given().header("Accept-Language", languages).get(path).then().statusCode(status);
    }
}
