package de.stadtchronik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SlugTest {

    @Test
    void titlesAreSpeltAsGermansDoWithoutUmlauts() {
        Map.of(
                        "Herzlich digital", "herzlich-digital",
                        "Öffentliches WLAN für Schulen", "oeffentliches-wlan-fuer-schulen",
                        "Große Straße", "grosse-strasse",
                        "STRAẞE", "strasse",
                        "Café & Crème", "cafe-creme",
                        "  -- 5G! --  ", "5g",
                        "A\u0308pfel", "aepfel",
                        "ﬁne", "fine",
                        "Øre ŋə ðŧ", "ore-ne-dt")
                .forEach((title, slug) -> assertEquals(slug, Slug.of(title), title));
    }

    @Test
    void signsAreSpeltAsTheLettersAndDigitsInThem() {
        Map.of(
                        "№ 5", "no-5",
                        "Straßenbahn №1", "strassenbahn-no1",
                        "℡ 115", "tel-115",
                        "1½ Jahre", "1-1-2-jahre",
                        "½ Jahr", "1-2-jahr",
                        "100 m²", "100-m2",
                        "Netz™ und Dienst℠", "netz-und-dienst")
                .forEach((title, slug) -> assertEquals(slug, Slug.of(title), title));
    }

    @Test
    void whatHasNoLettersIsAnItem() {
        assertEquals("item", Slug.of("!?"));
        assertEquals("item", Slug.of("Город"));
    }

    @Test
    void nothingLooksLikeAnId() {
        var id = "01a2090e-560f-7134-ab6b-8315cf330a4a";

        assertEquals("item-" + id, Slug.of(id));
        assertTrue(Slug.isUuidShaped(id.toUpperCase(java.util.Locale.ROOT)));
        assertFalse(Slug.isUuidShaped("item-" + id));
    }

    @Test
    void longTitlesEndWithAWholeWord() {
        var word = "a".repeat(39);

        assertEquals(word + "-" + word, Slug.of(word + " " + word));
        assertEquals(word + "-" + word, Slug.of(word + " " + word + " b"));
        assertEquals(word, Slug.of(word + " " + word + "aa"));
        assertEquals("a".repeat(80), Slug.of("a".repeat(200)));
    }

    @Test
    void theSecondOfATitleGetsANumberWithinTheLimit() {
        assertEquals("netz-2", Slug.numbered("netz", 2));
        assertEquals("a".repeat(78) + "-2", Slug.numbered("a".repeat(80), 2));
        assertEquals("a".repeat(76) + "-10", Slug.numbered("a".repeat(76) + "-bbb", 10));
        assertEquals("netz", Slug.stem("netz"));
        assertEquals("a".repeat(68), Slug.stem("a".repeat(68) + "-" + "b".repeat(11)));
    }

    @Test
    void whatIsMadeIsWellFormed() {
        for (var title : new String[] {"Herzlich digital", "!?", "a".repeat(200), "-a-", "Ä1"}) {
            assertTrue(Slug.isWellFormed(Slug.of(title)), title);
        }
        for (var wrong : new String[] {"", "-a", "a-", "a--b", "A", "ä", "a b", "a\0", "a".repeat(81)}) {
            assertFalse(Slug.isWellFormed(wrong), wrong);
        }
    }

    @Test
    void aSlugNeverMeansSomethingElseInAnAddress() {
        assertEquals("item-by-source", Slug.of("By source"));
        assertTrue(Slug.isAmbiguous("by-source"));
        assertTrue(Slug.isAmbiguous("017674dc-dc00-761f-9b6b-ff9060b9a07c"));
        assertFalse(Slug.isAmbiguous("by-sources"));
    }
}
