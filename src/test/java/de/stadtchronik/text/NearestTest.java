package de.stadtchronik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> WORDS =
            List.of("title", "temporal", "publishedAt", "LIVESTREAM", "kind", "kind.not");

    @Test
    void slipsOfTheFingerAreFound() {
        Map.of(
                        "titel", "title",
                        "tite", "title",
                        "TITLE", "title",
                        "publishdAt", "publishedAt",
                        "Livestraem", "LIVESTREAM",
                        "knd", "kind",
                        "kindnot", "kind.not")
                .forEach((slip, meant) -> assertEquals(Optional.of(meant), Nearest.to(slip, WORDS), slip));
    }

    @Test
    void whatIsFarFromAllIsNotGuessed() {
        for (var word : List.of("", "zzz", "author", "x".repeat(10_000))) {
            assertEquals(Optional.empty(), Nearest.to(word, WORDS), word);
        }
    }

    @Test
    void ofTwoEquallyNearTheFirstOfTheAlphabetIsMeant() {
        assertEquals(Optional.of("aa"), Nearest.to("a", List.of("ab", "aa")));
    }
}
