package de.stadtchronik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void everyChainEndsInGerman() {
        Map.of(
                        "de", List.of("de"),
                        "en", List.of("en", "de"),
                        "en-gb", List.of("en-GB", "en", "de"),
                        "de-simple", List.of("de-simple", "de"),
                        "DE-X-LEICHT", List.of("de-simple", "de"),
                        "de-si", List.of("de-simple", "de"),
                        "zh-hant-tw", List.of("zh-Hant-TW", "zh-Hant", "zh", "de"))
                .forEach((tag, chain) ->
                        assertEquals(chain, Languages.of(tag).orElseThrow().chain(), tag));
    }

    @Test
    void malformedTagsAreNone() {
        for (var tag : List.of("", "e", "de_DE", "de--x", "1", "*", "de-")) {
            assertEquals(Optional.empty(), Languages.of(tag), tag);
        }
    }

    @Test
    void headersAreReadByWeight() {
        assertEquals(
                List.of("en", "fr", "de"), Languages.accepted("fr;q=0.2, en").chain());
        assertEquals(List.of("de", "en"), Languages.accepted("*, en;q=0.5").chain());
        assertEquals(List.of("fr", "de"), Languages.accepted("en;q=0, fr").chain());
        for (var unreadable : new String[] {null, "", " ", ";;q", "en;q=7"}) {
            assertEquals(Languages.DEFAULT, Languages.accepted(unreadable), String.valueOf(unreadable));
        }
    }

    @Test
    void theBestIsTheFirstOfTheChainThatIsThere() {
        var languages = Languages.of("en-GB").orElseThrow();

        assertEquals(Optional.of("en"), languages.best(List.of("de", "en")));
        assertEquals(Optional.of("de"), languages.best(List.of("de", "fr")));
        assertEquals(Optional.empty(), languages.best(List.of("fr")));
    }

    @Test
    void onlyAnotherLanguageIsAFallback() {
        var british = Languages.of("en-GB").orElseThrow();
        var plain = Languages.of("de-simple").orElseThrow();

        assertFalse(british.isFallback("en-GB"));
        assertFalse(british.isFallback("en"));
        assertTrue(british.isFallback("de"));
        assertFalse(plain.isFallback("de-simple"));
        assertTrue(plain.isFallback("de"));
    }
}
