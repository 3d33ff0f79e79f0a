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
                        "ﬁ", "fi",
                        "हिन्दी", "हिनदी",
                        "1\u20e3 Los", "1 los")
                .forEach((title, letters) -> assertEquals(letters, letters(title), title));
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
    void whatDiffersEarlierWeighsMore() {
        var ordered = List.of("resume", "Resume", "resumE", "resumé", "résume", "Résume", "résumé", "rèsume");
        var keys = ordered.stream().map(GermanOrder::key).toList();

        assertEquals(
                List.of(0, 2, 1, 3, 4, 5, 6, 7),
                keys.stream().sorted().map(keys::indexOf).toList());
    }

    @Test
    void keysFitIntoTheIndex() {
        assertEquals("s".repeat(150), letters("ß".repeat(300)));
        assertEquals("", letters("!?"));
        assertEquals(200, GermanOrder.key("Ä".repeat(300)).length());
    }

    private static String letters(String title) {
        var key = GermanOrder.key(title);
        return key.substring(0, key.indexOf(GermanOrder.SEPARATOR));
    }
}
