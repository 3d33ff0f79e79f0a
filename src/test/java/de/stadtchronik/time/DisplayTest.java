package de.stadtchronik.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DisplayTest {

    private static final List<String> LANGUAGES = List.of("de", "en", "de-simple");

    @Test
    void aDurationFollowsItsDate() {
        Edtf year = Edtf.parse("2020");
        Duration8601 sevenWeeks = Duration8601.parse("P7W");
        assertEquals("2020, sieben Wochen lang", Display.of(year, sevenWeeks, "de"));
        assertEquals("2020, for seven weeks", Display.of(year, sevenWeeks, "en"));
        assertEquals("im Jahr 2020, 7 Wochen lang", Display.of(year, sevenWeeks, "de-simple"));
    }

    @ParameterizedTest
    @CsvSource({
        "en,        about March 2020",
        "en-GB,     about March 2020",
        "EN-us,     about March 2020",
        "enm,       etwa März 2020",
        "de,        etwa März 2020",
        "de-AT,     etwa März 2020",
        "fr,        etwa März 2020",
        "'',        etwa März 2020",
        "de-simple, ungefähr März 2020",
        "DE-Simple, ungefähr März 2020",
    })
    void anyLanguageTagIsAnswered(String language, String expected) {
        assertEquals(expected, Display.of(Edtf.parse("2020-03~"), null, language));
    }

    @Test
    void nothingIsSaidAboutNothing() {
        assertThrows(NullPointerException.class, () -> Display.of(null, null, "de"));
    }

    @ParameterizedTest
    @MethodSource("de.stadtchronik.time.RandomEdtf#seeds")
    void aMonthIsNeverShownAsADay(long seed) {
        RandomEdtf random = new RandomEdtf(seed, 1000, 9998);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            String text = random.text();
            String daysOfText =
                    text.replaceAll("\\d{4}-\\d{2}-(\\d{2})", "day$1").replaceAll("(?<!day)\\d{2}", "");
            for (String language : LANGUAGES) {
                String display = Display.of(Edtf.parse(text), null, language);
                String about = "seed " + seed + ", text " + text + ", display " + display;
                assertFalse(display.isBlank(), about);
                for (String number : display.replaceAll("\\d{4}(/\\d+)?", "").split("\\D+", -1)) {
                    boolean isDay = !number.isEmpty();
                    boolean known = isDay
                            && daysOfText.contains(String.format(Locale.ROOT, "day%02d", Integer.parseInt(number)));
                    assertEquals(isDay, known, about);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("de.stadtchronik.time.RandomEdtf#seeds")
    void everyYearIsMentioned(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            String text = random.text();
            for (String language : LANGUAGES) {
                String display = Display.of(Edtf.parse(text), null, language);
                for (NaiveDate date : NaiveDate.allOf(text)) {
                    String year = Integer.toString(date.first().getYear());
                    assertTrue(
                            display.matches("(.*\\D)?" + year + "(\\D.*)?"),
                            "seed " + seed + ", text " + text + ", display " + display);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("de.stadtchronik.time.RandomEdtf#seeds")
    void everyQualifierIsSaid(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            Edtf edtf = Edtf.parse(random.text());
            String german = Display.of(edtf, null, "de");
            String about = "seed " + seed + ", text " + edtf + ", display " + german;
            assertEquals(edtf.approximate(), german.contains("etwa "), about);
            assertEquals(edtf.uncertain(), german.contains("vermutlich "), about);
        }
    }
}
