package de.stadtchronik.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Duration8601Test {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P7W",
                "P1Y",
                "P2M",
                "P10D",
                "PT1H",
                "PT90M",
                "PT30S",
                "P1Y2M10DT2H30M5S",
                "P1YT1M",
                "P0Y3M",
                "P9999D",
                "P9999Y9999M9999DT9999H9999M9999S"
            })
    void aDurationIsKeptAsWritten(String text) {
        assertEquals(text, Duration8601.parse(text).toString());
    }

    @Test
    void equalTextsAreEqualValuesAndNothingIsConverted() {
        assertEquals(Duration8601.parse("P7D"), Duration8601.parse("P7D"));
        assertEquals(
                Duration8601.parse("P7D").hashCode(), Duration8601.parse("P7D").hashCode());
        assertNotEquals(Duration8601.parse("P7D"), Duration8601.parse("P1W"));
    }

    @ParameterizedTest
    @MethodSource("de.stadtchronik.time.RandomEdtf#seeds")
    void everyLegalDurationIsReadAndSaidWithEachOfItsNumbers(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            int years = 13 + random.below(9000);
            int days = 13 + random.below(9000);
            int minutes = 13 + random.below(9000);
            String text = "P" + years + "Y" + days + "DT" + minutes + "M";
            String expected = years + " Jahre, " + days + " Tage und " + minutes + " Minuten lang";
            assertEquals(expected, Display.of(null, Duration8601.parse(text), "de"), "seed " + seed + ", " + text);
        }
    }
}
