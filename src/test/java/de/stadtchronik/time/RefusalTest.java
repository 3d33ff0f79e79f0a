package de.stadtchronik.time;

import static de.stadtchronik.time.FormatProblem.DIGIT_EXPECTED;
import static de.stadtchronik.time.FormatProblem.DURATION_FRACTION;
import static de.stadtchronik.time.FormatProblem.DURATION_NUMBER_EXPECTED;
import static de.stadtchronik.time.FormatProblem.DURATION_NUMBER_TOO_LARGE;
import static de.stadtchronik.time.FormatProblem.DURATION_ORDER;
import static de.stadtchronik.time.FormatProblem.DURATION_UNIT_EXPECTED;
import static de.stadtchronik.time.FormatProblem.DURATION_WEEKS_COMBINED;
import static de.stadtchronik.time.FormatProblem.DURATION_WITHOUT_P;
import static de.stadtchronik.time.FormatProblem.DURATION_ZERO;
import static de.stadtchronik.time.FormatProblem.EMPTY;
import static de.stadtchronik.time.FormatProblem.END_BEFORE_START;
import static de.stadtchronik.time.FormatProblem.FOREIGN_CHARACTER;
import static de.stadtchronik.time.FormatProblem.NEGATIVE_YEAR;
import static de.stadtchronik.time.FormatProblem.NO_SUCH_DAY;
import static de.stadtchronik.time.FormatProblem.NO_SUCH_MONTH;
import static de.stadtchronik.time.FormatProblem.OPEN_AT_BOTH_ENDS;
import static de.stadtchronik.time.FormatProblem.OPEN_WITHOUT_INTERVAL;
import static de.stadtchronik.time.FormatProblem.SECOND_SLASH;
import static de.stadtchronik.time.FormatProblem.SET;
import static de.stadtchronik.time.FormatProblem.TIME_OF_DAY;
import static de.stadtchronik.time.FormatProblem.TOO_LONG;
import static de.stadtchronik.time.FormatProblem.TRAILING_TEXT;
import static de.stadtchronik.time.FormatProblem.UNKNOWN_END;
import static de.stadtchronik.time.FormatProblem.UNSPECIFIED_DIGIT;
import static de.stadtchronik.time.FormatProblem.WHITESPACE;
import static de.stadtchronik.time.FormatProblem.YEAR_OUT_OF_RANGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

    private static final String MUTATING = "0123456789-/.~?%TXYPWD:[{]} ,+aZ\n\t\u00a0\u0663\uff12\u2026\ud83d\0";

    static Stream<Refusal> dates() {
        return Stream.of(
                new Refusal("", EMPTY, 0),
                new Refusal("2020-03-13/2020-03-13/2020-03-13/2020-03-13", TOO_LONG, 40),
                new Refusal(" 2020", WHITESPACE, 0),
                new Refusal("2020 ", WHITESPACE, 4),
                new Refusal("2020\n", WHITESPACE, 4),
                new Refusal("2020\u00a0", WHITESPACE, 4),
                new Refusal("2020 / 2021", WHITESPACE, 4),
                new Refusal("\u0662\u0660\u0662\u0660", FOREIGN_CHARACTER, 0),
                new Refusal("202\uff10", FOREIGN_CHARACTER, 3),
                new Refusal("2020\u20132021", FOREIGN_CHARACTER, 4),
                new Refusal("Today", FOREIGN_CHARACTER, 0),
                new Refusal("2020-03-13T10:00", TIME_OF_DAY, 10),
                new Refusal("2020-03-13/2020-03-14T10:00:00Z", TIME_OF_DAY, 21),
                new Refusal("10:00", TIME_OF_DAY, 2),
                new Refusal("2020/", UNKNOWN_END, 5),
                new Refusal("/2020", UNKNOWN_END, 0),
                new Refusal("/", UNKNOWN_END, 0),
                new Refusal("../", UNKNOWN_END, 3),
                new Refusal("/..", UNKNOWN_END, 0),
                new Refusal("../..", OPEN_AT_BOTH_ENDS, 0),
                new Refusal("..", OPEN_WITHOUT_INTERVAL, 0),
                new Refusal("201X", UNSPECIFIED_DIGIT, 3),
                new Refusal("20XX", UNSPECIFIED_DIGIT, 2),
                new Refusal("2020-XX", UNSPECIFIED_DIGIT, 5),
                new Refusal("[2019,2020]", SET, 0),
                new Refusal("{2019..2020}", SET, 0),
                new Refusal("-0044", NEGATIVE_YEAR, 0),
                new Refusal("../-0044", NEGATIVE_YEAR, 3),
                new Refusal("0000", YEAR_OUT_OF_RANGE, 0),
                new Refusal("9999", YEAR_OUT_OF_RANGE, 0),
                new Refusal("2020/9999-01", YEAR_OUT_OF_RANGE, 5),
                new Refusal("Y20200", YEAR_OUT_OF_RANGE, 0),
                new Refusal("+2020", YEAR_OUT_OF_RANGE, 0),
                new Refusal("2020-00", NO_SUCH_MONTH, 5),
                new Refusal("2020-13", NO_SUCH_MONTH, 5),
                new Refusal("2020-20", NO_SUCH_MONTH, 5),
                new Refusal("2020-25", NO_SUCH_MONTH, 5),
                new Refusal("2020-04-31", NO_SUCH_DAY, 8),
                new Refusal("2020-04-00", NO_SUCH_DAY, 8),
                new Refusal("2021-02-29", NO_SUCH_DAY, 8),
                new Refusal("1900-02-29", NO_SUCH_DAY, 8),
                new Refusal("../2021-02-29", NO_SUCH_DAY, 11),
                new Refusal("202", DIGIT_EXPECTED, 3),
                new Refusal("2020-", DIGIT_EXPECTED, 5),
                new Refusal("2020-6", DIGIT_EXPECTED, 6),
                new Refusal("2020-06-", DIGIT_EXPECTED, 8),
                new Refusal("~2020", DIGIT_EXPECTED, 0),
                new Refusal("2020/.", DIGIT_EXPECTED, 5),
                new Refusal("2020/...", DIGIT_EXPECTED, 5),
                new Refusal("202/2021", DIGIT_EXPECTED, 3),
                new Refusal("20200", TRAILING_TEXT, 4),
                new Refusal("20200313", TRAILING_TEXT, 4),
                new Refusal("2020-06-011", TRAILING_TEXT, 10),
                new Refusal("2020~~", TRAILING_TEXT, 5),
                new Refusal("2020~?", TRAILING_TEXT, 5),
                new Refusal("2020?-06", TRAILING_TEXT, 5),
                new Refusal("2020-21-01", TRAILING_TEXT, 7),
                new Refusal("2020..2021", TRAILING_TEXT, 4),
                new Refusal("2019/2020/2021", SECOND_SLASH, 9),
                new Refusal("2019//2021", SECOND_SLASH, 5),
                new Refusal("2020/2019", END_BEFORE_START, 5),
                new Refusal("2020-06/2020-05", END_BEFORE_START, 8),
                new Refusal("2020-03-02/2020-03-01", END_BEFORE_START, 11),
                new Refusal("2021-03/2020-24", END_BEFORE_START, 8));
    }

    static Stream<Refusal> durations() {
        return Stream.of(
                new Refusal("", EMPTY, 0),
                new Refusal("P1Y".repeat(14), TOO_LONG, 40),
                new Refusal("7W", DURATION_WITHOUT_P, 0),
                new Refusal("p7W", DURATION_WITHOUT_P, 0),
                new Refusal(" P7W", DURATION_WITHOUT_P, 0),
                new Refusal("P", DURATION_NUMBER_EXPECTED, 1),
                new Refusal("PT", DURATION_NUMBER_EXPECTED, 2),
                new Refusal("P1DT", DURATION_NUMBER_EXPECTED, 4),
                new Refusal("PW", DURATION_NUMBER_EXPECTED, 1),
                new Refusal("P-7W", DURATION_NUMBER_EXPECTED, 1),
                new Refusal("PTT1H", DURATION_NUMBER_EXPECTED, 2),
                new Refusal("PT1HT1M", DURATION_NUMBER_EXPECTED, 4),
                new Refusal("P7W ", DURATION_NUMBER_EXPECTED, 3),
                new Refusal("P\u0667W", DURATION_NUMBER_EXPECTED, 1),
                new Refusal("P10000D", DURATION_NUMBER_TOO_LARGE, 1),
                new Refusal("P1.5Y", DURATION_FRACTION, 2),
                new Refusal("PT1,5H", DURATION_FRACTION, 3),
                new Refusal("P7", DURATION_UNIT_EXPECTED, 2),
                new Refusal("P7w", DURATION_UNIT_EXPECTED, 2),
                new Refusal("P1H", DURATION_UNIT_EXPECTED, 2),
                new Refusal("PT1D", DURATION_UNIT_EXPECTED, 3),
                new Refusal("P1D1Y", DURATION_ORDER, 4),
                new Refusal("P1D1D", DURATION_ORDER, 4),
                new Refusal("PT1M1H", DURATION_ORDER, 5),
                new Refusal("P1Y2W", DURATION_WEEKS_COMBINED, 3),
                new Refusal("P2W1D", DURATION_WEEKS_COMBINED, 3),
                new Refusal("P2WT1H", DURATION_WEEKS_COMBINED, 4),
                new Refusal("P0D", DURATION_ZERO, 0),
                new Refusal("P0Y0MT0S", DURATION_ZERO, 0));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void aWrongDateIsRefusedByNameAndPlace(Refusal refusal) {
        refusal.check(() -> Edtf.parse(refusal.text()));
    }

    @ParameterizedTest
    @MethodSource("durations")
    void aWrongDurationIsRefusedByNameAndPlace(Refusal refusal) {
        refusal.check(() -> Duration8601.parse(refusal.text()));
    }

    @Test
    void everyProblemHasAnExample() {
        Set<FormatProblem> shown =
                Stream.concat(dates(), durations()).map(Refusal::problem).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(FormatProblem.class), shown);
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsOneSentenceInEachLanguage(FormatProblem problem) {
        var said = problem.sentence();
        assertNotEquals(said.german(), said.english());
        for (String sentence : new String[] {said.german(), said.english()}) {
            assertTrue(sentence.matches("[A-Z].*[.]"), sentence);
        }
    }

    @Test
    void aForeignTextStaysOutOfTheLoggedMessage() {
        TimeFormatException refused = assertThrows(TimeFormatException.class, () -> Edtf.parse("2020\nFAKE LOG"));
        assertEquals("Spaces and line breaks are not allowed. (position 4)", refused.getMessage());
    }

    @ParameterizedTest
    @MethodSource("de.stadtchronik.time.RandomEdtf#seeds")
    void aMutatedDateIsCanonicalOrRefusedAndNothingElse(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            String text = mutated(random.text(), random);
            try {
                assertEquals(text, Edtf.parse(text).toString(), "seed " + seed);
            } catch (TimeFormatException refused) {
                checkPlace(refused, text, seed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("de.stadtchronik.time.RandomEdtf#seeds")
    void aMutatedDurationIsCanonicalOrRefusedAndNothingElse(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            String text = mutated(i % 2 == 0 ? "P1Y12M3DT4H5M60S" : "P7W", random);
            try {
                assertEquals(text, Duration8601.parse(text).toString(), "seed " + seed);
            } catch (TimeFormatException refused) {
                checkPlace(refused, text, seed);
            }
        }
    }

    private static void checkPlace(TimeFormatException refused, String text, long seed) {
        String about = "seed " + seed + ", text " + text + ", position " + refused.position();
        assertEquals(text, refused.text(), about);
        assertTrue(refused.position() >= 0 && refused.position() <= text.length(), about);
    }

    private static String mutated(String text, RandomEdtf random) {
        StringBuilder mutant = new StringBuilder(text);
        int position = random.below(text.length());
        char character = MUTATING.charAt(random.below(MUTATING.length()));
        switch (random.below(3)) {
            case 0 -> mutant.deleteCharAt(position);
            case 1 -> mutant.insert(position, character);
            default -> mutant.setCharAt(position, character);
        }
        return mutant.toString();
    }

    record Refusal(String text, FormatProblem problem, int position) {

        void check(Runnable parsing) {
            RuntimeException thrown = assertThrows(TimeFormatException.class, parsing::run);
            assertFalse(IllegalArgumentException.class.isInstance(thrown));
            TimeFormatException refused = (TimeFormatException) thrown;
            assertEquals(problem, refused.problem());
            assertEquals(text, refused.text());
            assertEquals(position, refused.position());
        }
    }
}
