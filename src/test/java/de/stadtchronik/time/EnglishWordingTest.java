package de.stadtchronik.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishWordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020           | 2020
            2020-06        | June 2020
            2020-01-29     | 29 January 2020
            2020-21        | spring 2020
            2020-22        | summer 2020
            2020-24        | winter 2020/21
            1999-24        | winter 1999/2000
            0900-24        | winter 900/901
            2020-03~       | about March 2020
            2020-03?       | probably March 2020
            2020-03%       | probably about March 2020
            2020~          | about 2020
            2020-03-13/..  | since 13 March 2020
            2020-12~/..    | since about December 2020
            2020-12-05~/.. | since about 5 December 2020
            2020/..        | since 2020
            ../2020        | until 2020
            ../2020-05-05  | until 5 May 2020
            ../2020-05?    | until probably May 2020
            """)
    void aDateIsSaidNoFinerThanItIsKnown(String text, String expected) {
        assertEquals(expected, Display.of(Edtf.parse(text), null, "en"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2019/2020              | 2019 to 2020
            2020-06/2020-09        | June to September 2020
            2020-06/2020-09~       | June to about September 2020
            2020-06~/2020-09       | about June 2020 to September 2020
            2020-06~/2020-09~      | about June to about September 2020
            2020-03-24/2020-05-05  | 24 March to 5 May 2020
            2020-03-24/2020-03-27  | 24 to 27 March 2020
            2019-12-30/2020-01-02  | 30 December 2019 to 2 January 2020
            2020-03-24~/2020-05-05 | about 24 March 2020 to 5 May 2020
            2020-03-24/2020-05     | 24 March to May 2020
            2020-21/2020-22        | spring to summer 2020
            2020-23/2020-24        | autumn 2020 to winter 2020/21
            2020/2020-06           | 2020 to June 2020
            2020-06/2020-06        | June 2020
            """)
    void whatBothEndsShareIsSaidOnce(String text, String expected) {
        assertEquals(expected, Display.of(Edtf.parse(text), null, "en"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P7W     | for seven weeks
            P1Y     | for one year
            P1M     | for one month
            P1W     | for one week
            P1D     | for one day
            PT1H    | for one hour
            PT1M    | for one minute
            PT1S    | for one second
            P12D    | for twelve days
            P13D    | for 13 days
            P0Y3M   | for three months
            P1Y2M   | for one year and two months
            P1Y2M3D | for one year, two months and three days
            """)
    void aDurationIsSaidInWordsUpToTwelve(String text, String expected) {
        assertEquals(expected, Display.of(null, Duration8601.parse(text), "en"));
    }
}
