package de.stadtchronik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {

    @Test
    void tagsAreCanonicalAndSorted() {
        var text = new LocalizedText(Map.of("EN", "c", "de-x-leicht", "b", "de", "a"));

        assertEquals(List.of("de", "de-simple", "en"), List.copyOf(text.texts().keySet()));
        assertEquals("b", text.texts().get("de-simple"));
    }

    @Test
    void whatNoFeedCouldCarryIsRemoved() {
        assertEquals("ab", LocalizedText.german("a\0b").german());
        assertEquals("a\tb\r\nc", LocalizedText.german("a\tb\r\nc").german());
        assertEquals(
                "ab", LocalizedText.german("a\u001b\u007f\u0085\ufffeb\uffff").german());
        assertEquals("ab", LocalizedText.german("a\ud800b\udc00").german());
        assertEquals("a😀b", LocalizedText.german("a😀b").german());
    }

    @Test
    void whatIsNullIsNotThere() {
        var texts = new HashMap<String, String>();
        texts.put("de", "a");
        texts.put("en", null);

        assertEquals(Map.of("de", "a"), new LocalizedText(texts).texts());
        assertEquals("", new LocalizedText(Map.of("en", "a")).german());
    }

    @Test
    void theSameWordIsTheSameTextWhoeverTypedIt() {
        assertEquals("Grüße", LocalizedText.german("Gru\u0308ße").german());
    }
}
