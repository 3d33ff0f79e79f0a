package de.stadtchronik.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020           | im Jahr 2020
            2020-06        | Juni 2020
            2020-01-29     | 29. Januar 2020
            2020-21        | Frühling 2020
            2020-22        | Sommer 2020
            2020-24        | Winter 2020/21
            1999-24        | Winter 1999/2000
            0900-24        | Winter 900/901
            2020-03~       | ungefähr März 2020
            2020-03?       | wahrscheinlich März 2020
            2020-03%       | wahrscheinlich ungefähr März 2020
            2020~          | ungefähr im Jahr 2020
            2020-03-13/..  | seit dem 13. März 2020
            2020-12~/..    | seit ungefähr Dezember 2020
            2020-12-05~/.. | seit ungefähr dem 5. Dezember 2020
            2020/..        | seit dem Jahr 2020
            ../2020        | bis zum Jahr 2020
            ../2020-05-05  | bis zum 5. Mai 2020
            ../2020-05?    | bis wahrscheinlich Mai 2020
            """)
    void aDateIsSaidNoFinerThanItIsKnown(String text, String expected) {
        assertEquals(expected, Display.of(Edtf.parse(text), null, "de-simple"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2019/2020              | vom Jahr 2019 bis zum Jahr 2020
            2020-06/2020-09        | von Juni bis September 2020
            2020-06/2020-09~       | von Juni bis ungefähr September 2020
            2020-06~/2020-09       | von ungefähr Juni 2020 bis September 2020
            2020-06~/2020-09~      | von ungefähr Juni bis ungefähr September 2020
            2020-03-24/2020-05-05  | vom 24. März bis zum 5. Mai 2020
            2020-03-24/2020-03-27  | vom 24. bis zum 27. März 2020
            2019-12-30/2020-01-02  | vom 30. Dezember 2019 bis zum 2. Januar 2020
            2020-03-24~/2020-05-05 | von ungefähr dem 24. März 2020 bis zum 5. Mai 2020
            2020-03-24/2020-05     | vom 24. März bis Mai 2020
            2020-21/2020-22        | vom Frühling bis zum Sommer 2020
            2020-23/2020-24        | vom Herbst 2020 bis zum Winter 2020/21
            2020/2020-06           | vom Jahr 2020 bis Juni 2020
            2020-06/2020-06        | Juni 2020
            """)
    void whatBothEndsShareIsSaidOnce(String text, String expected) {
        assertEquals(expected, Display.of(Edtf.parse(text), null, "de-simple"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P7W     | 7 Wochen lang
            P1Y     | 1 Jahr lang
            P1M     | 1 Monat lang
            P1W     | 1 Woche lang
            P1D     | 1 Tag lang
            PT1H    | 1 Stunde lang
            PT1M    | 1 Minute lang
            PT1S    | 1 Sekunde lang
            P12D    | 12 Tage lang
            P13D    | 13 Tage lang
            P0Y3M   | 3 Monate lang
            P1Y2M   | 1 Jahr und 2 Monate lang
            P1Y2M3D | 1 Jahr, 2 Monate und 3 Tage lang
            """)
    void aDurationIsSaidInDigits(String text, String expected) {
        assertEquals(expected, Display.of(null, Duration8601.parse(text), "de-simple"));
    }
}
