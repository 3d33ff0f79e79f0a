package de.stadtchronik.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanWordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020           | 2020
            2020-06        | Juni 2020
            2020-01-29     | 29. Januar 2020
            2020-21        | Frühling 2020
            2020-22        | Sommer 2020
            2020-24        | Winter 2020/21
            1999-24        | Winter 1999/2000
            0900-24        | Winter 900/901
            2020-03~       | etwa März 2020
            2020-03?       | vermutlich März 2020
            2020-03%       | vermutlich etwa März 2020
            2020~          | etwa 2020
            2020-03-13/..  | seit 13. März 2020
            2020-12~/..    | seit etwa Dezember 2020
            2020-12-05~/.. | seit etwa 5. Dezember 2020
            2020/..        | seit 2020
            ../2020        | bis 2020
            ../2020-05-05  | bis 5. Mai 2020
            ../2020-05?    | bis vermutlich Mai 2020
            """)
    void aDateIsSaidNoFinerThanItIsKnown(String text, String expected) {
        assertEquals(expected, Display.of(Edtf.parse(text), null, "de"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2019/2020              | 2019 bis 2020
            2020-06/2020-09        | Juni bis September 2020
            2020-06/2020-09~       | Juni bis etwa September 2020
            2020-06~/2020-09       | etwa Juni 2020 bis September 2020
            2020-06~/2020-09~      | etwa Juni bis etwa September 2020
            2020-03-24/2020-05-05  | 24. März bis 5. Mai 2020
            2020-03-24/2020-03-27  | 24. bis 27. März 2020
            2019-12-30/2020-01-02  | 30. Dezember 2019 bis 2. Januar 2020
            2020-03-24~/2020-05-05 | etwa 24. März 2020 bis 5. Mai 2020
            2020-03-24/2020-05     | 24. März bis Mai 2020
            2020-21/2020-22        | Frühling bis Sommer 2020
            2020-23/2020-24        | Herbst 2020 bis Winter 2020/21
            2020/2020-06           | 2020 bis Juni 2020
            2020-06/2020-06        | Juni 2020
            """)
    void whatBothEndsShareIsSaidOnce(String text, String expected) {
        assertEquals(expected, Display.of(Edtf.parse(text), null, "de"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P7W     | sieben Wochen lang
            P1Y     | ein Jahr lang
            P1M     | einen Monat lang
            P1W     | eine Woche lang
            P1D     | einen Tag lang
            PT1H    | eine Stunde lang
            PT1M    | eine Minute lang
            PT1S    | eine Sekunde lang
            P12D    | zwölf Tage lang
            P13D    | 13 Tage lang
            P0Y3M   | drei Monate lang
            P1Y2M   | ein Jahr und zwei Monate lang
            P1Y2M3D | ein Jahr, zwei Monate und drei Tage lang
            """)
    void aDurationIsSaidInWordsUpToTwelve(String text, String expected) {
        assertEquals(expected, Display.of(null, Duration8601.parse(text), "de"));
    }
}
