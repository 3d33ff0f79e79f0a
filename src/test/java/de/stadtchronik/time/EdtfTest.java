package de.stadtchronik.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EdtfTest {

    private static final String SEEDS = "de.stadtchronik.time.RandomEdtf#seeds";

    @ParameterizedTest
    @CsvSource({
        "2020,                  2020-01-01, 2020-12-31, 2020-01-01, 2020-12-31",
        "2020-06,               2020-06-01, 2020-06-30, 2020-06-01, 2020-06-30",
        "2020-06~,              2020-06-01, 2020-06-30, 2020-06-01, 2020-06-30",
        "2020-02-29,            2020-02-29, 2020-02-29, 2020-02-29, 2020-02-29",
        "2020-21,               2020-03-01, 2020-05-31, 2020-03-01, 2020-05-31",
        "2020-24,               2020-12-01, 2021-02-28, 2020-12-01, 2021-02-28",
        "2019-24,               2019-12-01, 2020-02-29, 2019-12-01, 2020-02-29",
        "9998-24,               9998-12-01, 9999-02-28, 9998-12-01, 9999-02-28",
        "2019/2020-06,          2019-01-01, 2019-12-31, 2020-06-01, 2020-06-30",
        "2020/2020-06,          2020-01-01, 2020-12-31, 2020-06-01, 2020-06-30",
        "2020-03-13/..,         2020-03-13, 2020-03-13, 9999-12-31, 9999-12-31",
        "../2020,               0001-01-01, 0001-01-01, 2020-01-01, 2020-12-31",
    })
    void theBoundsAreTheFirstAndLastDaysOfBothEnds(
            String text, LocalDate startEarliest, LocalDate startLatest, LocalDate endEarliest, LocalDate endLatest) {
        Bounds expected = new Bounds(startEarliest, startLatest, endEarliest, endLatest);
        assertEquals(expected, Edtf.parse(text).bounds());
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06,               2020-06,    2020-06",
        "2020,                  2020,       2020",
        "0050~,                 0050,       0050",
        "2020-06-05?,           2020-06-05, 2020-06-05",
        "2020-21,               2020-03,    2020-05",
        "2020-24%,              2020-12,    2021-02",
        "2020-03-13~/2021,      2020-03-13, 2021",
        "2020-22/2020-23,       2020-06,    2020-11",
        "2020-03/..,            2020-03,    ",
        "../2020,               ,           2020",
    })
    void theOuterBoundsAreWrittenNoFinerThanKnown(String text, String earliest, String latest) {
        Edtf edtf = Edtf.parse(text);
        assertEquals(Optional.ofNullable(earliest), edtf.earliest());
        assertEquals(Optional.ofNullable(latest), edtf.latest());
    }

    @ParameterizedTest
    @CsvSource({
        "2020-03,               2020-03-31, 2020-03-01",
        "2020-03~,              2020-12-31, 2020-01-01",
        "2020-24?,              2021-12-31, 2020-01-01",
        "2019%/2020-06,         2019-12-31, 2020-06-01",
        "2019-05~/2020-06,      2019-12-31, 2020-06-01",
        "2019-05/2020-06?,      2019-05-31, 2020-01-01",
        "2020-12~/..,           2020-12-31, 9999-12-31",
        "../2020-12~,           0001-01-01, 2020-01-01",
    })
    void aQualifiedEndIsTrustedForItsYearOnly(String text, LocalDate begunBy, LocalDate lastedUntil) {
        Edtf edtf = Edtf.parse(text);
        assertEquals(begunBy, edtf.begunBy());
        assertEquals(lastedUntil, edtf.lastedUntil());
    }

    @ParameterizedTest
    @CsvSource({
        "2020-03-13,            DAY,    false, false",
        "2020-03~,              MONTH,  true,  false",
        "2020-21?,              SEASON, false, true",
        "2020%,                 YEAR,   true,  true",
        "2020-03-13/..,         DAY,    false, false",
        "2020-03-13~/2020-23?,  SEASON, true,  true",
        "../2020-03?,           MONTH,  false, true",
    })
    void thePrecisionIsThatOfTheCoarserEndAndAnyEndMayBeQualified(
            String text, Precision precision, boolean approximate, boolean uncertain) {
        Edtf edtf = Edtf.parse(text);
        assertEquals(precision, edtf.precision());
        assertEquals(approximate, edtf.approximate());
        assertEquals(uncertain, edtf.uncertain());
    }

    @ParameterizedTest
    @CsvSource({
        "2020,          false, false",
        "2019/2020,     true,  false",
        "2019/..,       true,  true",
        "../2020,       true,  false",
    })
    void anIntervalIsWhatHasASlash(String text, boolean interval, boolean openEnd) {
        Edtf edtf = Edtf.parse(text);
        assertEquals(interval, edtf.isInterval());
        assertEquals(openEnd, edtf.openEnd());
    }

    @Test
    void theRanksOfPrecisionRiseFromDayToYear() {
        List<Integer> ranks = Stream.of(Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)
                .map(Precision::rank)
                .toList();
        assertEquals(List.of(0, 1, 2, 3), ranks);
    }

    @Test
    void daysAreWrittenAsADateOrAnInterval() {
        LocalDate first = LocalDate.of(2020, 3, 13);
        assertEquals(Edtf.parse("2020-03-13"), Edtf.ofDay(first));
        assertEquals(Edtf.parse("2020-03-13"), Edtf.between(first, first));
        assertEquals(Edtf.parse("2020-03-13/2020-03-14"), Edtf.between(first, first.plusDays(1)));
        assertThrows(TimeFormatException.class, () -> Edtf.between(first, first.minusDays(1)));
        for (int year : new int[] {-1, 0, 9999, 10000}) {
            assertThrows(TimeFormatException.class, () -> Edtf.ofDay(first.withYear(year)), "year " + year);
        }
    }

    @Test
    void equalTextsAreEqualValues() {
        assertEquals(Edtf.parse("2020-06"), Edtf.parse("2020-06"));
        assertEquals(Edtf.parse("2020-06").hashCode(), Edtf.parse("2020-06").hashCode());
        assertNotEquals(Edtf.parse("2020-06"), Edtf.parse("2020-06/2020-06"));
    }

    @Test
    void boundsOutOfOrderAreRefused() {
        LocalDate day = LocalDate.of(2020, 6, 1);
        LocalDate before = day.minusDays(1);
        assertThrows(IllegalArgumentException.class, () -> new Bounds(day, before, day, day));
        assertThrows(IllegalArgumentException.class, () -> new Bounds(day, day, day, before));
        assertThrows(IllegalArgumentException.class, () -> new Bounds(day, day, before, before));
    }

    @Test
    void sortingPutsTheEarlierAndThenTheFinerFirst() {
        List<String> sorted = Stream.of("2020-01-02", "2020~", "2020", "2020-01", "2020-01-01", "../2021", "2019-24")
                .map(Edtf::parse)
                .sorted()
                .map(Edtf::toString)
                .toList();
        assertEquals(List.of("../2021", "2019-24", "2020-01-01", "2020-01", "2020", "2020~", "2020-01-02"), sorted);
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void everyLegalTextIsItsOwnCanonicalForm(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            String text = random.text();
            assertEquals(text, Edtf.parse(text).toString(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void theBoundsAreInOrderAndHoldEveryDayOfTheText(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            String text = random.text();
            String about = "seed " + seed + ", text " + text;
            Edtf edtf = Edtf.parse(text);
            Bounds bounds = edtf.bounds();
            assertFalse(bounds.startEarliest().isAfter(bounds.startLatest()), about);
            assertFalse(bounds.endEarliest().isAfter(bounds.endLatest()), about);
            assertFalse(bounds.startEarliest().isAfter(bounds.endLatest()), about);
            assertFalse(edtf.begunBy().isBefore(bounds.startLatest()), about);
            assertFalse(edtf.lastedUntil().isAfter(bounds.endEarliest()), about);
            for (NaiveDate date : NaiveDate.allOf(text)) {
                LocalDate day = random.dayWithin(date.first(), date.last());
                boolean inStart = !day.isBefore(bounds.startEarliest()) && !day.isAfter(bounds.startLatest());
                boolean inEnd = !day.isBefore(bounds.endEarliest()) && !day.isAfter(bounds.endLatest());
                assertTrue(inStart || inEnd, about + ", day " + day);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void theOuterBoundsAreDatesThemselvesAndNeverFinerThanTheText(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            String text = random.text();
            String about = "seed " + seed + ", text " + text;
            Edtf edtf = Edtf.parse(text);
            int slash = text.indexOf('/');
            String startText = slash < 0 ? text : text.substring(0, slash);
            String endText = slash < 0 ? text : text.substring(slash + 1);
            assertEquals(startText.equals(".."), edtf.earliest().isEmpty(), about);
            assertEquals(endText.equals(".."), edtf.latest().isEmpty(), about);
            edtf.earliest().ifPresent(earliest -> {
                assertTrue(earliest.length() <= startText.length(), about);
                assertEquals(
                        edtf.bounds().startEarliest(), NaiveDate.of(earliest).first(), about);
            });
            edtf.latest().ifPresent(latest -> {
                assertTrue(latest.length() <= endText.length(), about);
                assertEquals(edtf.bounds().endLatest(), NaiveDate.of(latest).last(), about);
            });
        }
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void theOrderIsTotalAntisymmetricTransitiveAndFollowsTheBounds(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            List<Edtf> three = Stream.generate(random::text)
                    .limit(3)
                    .map(Edtf::parse)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            String about = "seed " + seed + ", texts " + three;
            for (Edtf a : three) {
                for (Edtf b : three) {
                    assertEquals(Integer.signum(a.compareTo(b)), -Integer.signum(b.compareTo(a)), about);
                    assertEquals(a.equals(b), a.compareTo(b) == 0, about);
                    if (a.compareTo(b) <= 0) {
                        assertFalse(
                                a.bounds().startEarliest().isAfter(b.bounds().startEarliest()), about);
                    }
                }
            }
            assertTrue(three.get(0).compareTo(three.get(1)) >= 0, about);
            assertTrue(three.get(1).compareTo(three.get(2)) >= 0, about);
            assertTrue(three.get(0).compareTo(three.get(2)) >= 0, about);
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "2020, 2020",
                "2020;2020, 2020",
                "2020;2020-12~/.., 2020/..",
                "2020-12/2021-05;2020-03-24/2020-05, 2020-03-24/2021-05",
                "../2019;2020-06, ../2020-06",
                "../2019;2020/.., ../..",
                "2020-24;2021-01-05, 2020-24",
                "2020;2020-03, 2020",
                "2020-03;2020, 2020"
            })
    void severalSpanFromTheFirstBeginningToTheLastEnd(String several, String spanning) {
        var extents = Arrays.stream(several.split(";")).map(Edtf::parse).toList();
        assertEquals(spanning, Edtf.spanning(extents).orElseThrow().toString());
        assertEquals(Optional.empty(), Edtf.spanning(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "2009-06-13,           ,       2009, 2009-06-13",
        "2009-06-13,           ,           , 2009-06-13",
        "2009-06-13, 2009-06-14,       2009, 2009-06-13/2009-06-14",
        "2009-06-13, 2009-06-13,           , 2009-06-13",
        "2009-06-13,           , 2009/2010~, 2009-06-13/2010~",
        "2009-06-13,           ,    2009/.., 2009-06-13/..",
        "          , 2009-06-13,           , ../2009-06-13",
        "          , 2009-06-13,       2009, 2009/2009-06-13",
        "          , 2009-06-13,  2008/2009, 2008/2009-06-13",
        "          ,           ,    2008-22, 2008-22"
    })
    void whatIsKnownToTheDayDecides(LocalDate first, LocalDate last, String written, String expected) {
        assertEquals(
                expected,
                Edtf.exactly(
                                Optional.ofNullable(first),
                                Optional.ofNullable(last),
                                Optional.ofNullable(written).map(Edtf::parse))
                        .orElseThrow()
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2014-06-13,    2014-06-13, true, true",
        "2014-06-13,    2014-06-14, false, false",
        "2014-06~,      2014-12-31, true, true",
        "2014-06~,      2015-01-01, false, false",
        "2014/2016-03,  2014-12-31, true, false",
        "2014/2016-03,  2016-03-31, false, true",
        "2014/..,       2015-01-01, false, false"
    })
    void aDayMayBeTheStartOrTheEnd(String text, LocalDate day, boolean start, boolean end) {
        assertEquals(start, Edtf.parse(text).mayStartOn(day));
        assertEquals(end, Edtf.parse(text).mayEndOn(day));
    }
}
