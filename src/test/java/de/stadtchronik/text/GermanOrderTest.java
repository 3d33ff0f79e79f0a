package de.stadtchronik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GermanOrderTest {

    @Test
    void umlautsSortAsTheirBaseLetters() {
        Map.of(
                        "Äpfel", "apfel",
                        "Straße", "strasse",
                        "  „Öl“ & Gas ", "ol gas",
                        "É", "e",
                        "U\u0308bung", "ubung",
                        "2. Halbjahr", "2 halbjahr",
                        "ﬁ", "fi")
                .forEach((title, key) -> assertEquals(key, GermanOrder.key(title), title));
    }

    @Test
    void keysCompareAsDictionariesDo() {
        var ordered = List.of(
                "10 Jahre", "2 Jahre", "Aal", "Ärzte", "Asche", "KL digital", "KLdigital", "Öl", "Osten", "Zoo");
        for (var i = 1; i < ordered.size(); i++) {
            var before = GermanOrder.key(ordered.get(i - 1));
            var after = GermanOrder.key(ordered.get(i));

            assertTrue(before.compareTo(after) < 0, before + " < " + after);
        }
    }

    @Test
    void keysFitIntoTheIndex() {
        assertEquals("s".repeat(200), GermanOrder.key("ß".repeat(300)));
        assertEquals("", GermanOrder.key("!?"));
    }
}
