package de.stadtchronik.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EdtfWithinTest {

    private static final String SEEDS = "de.stadtchronik.time.RandomEdtf#seeds";

    @ParameterizedTest
    @CsvSource({
        "2020-06,               2020-06-01, 2020-06-30, CERTAIN",
        "2020-06,               2020-06-02, 2020-06-30, POSSIBLE",
        "2020-06,               2020-06-01, 2020-06-29, POSSIBLE",
        "2020-06,               2020-07-01, 2020-07-31, ",
        "2020-06~,              2020-06-01, 2020-06-30, POSSIBLE",
        "2020-06~,              2020-01-01, 2020-12-31, CERTAIN",
        "2020-06~,              2020-07-01, 2020-07-31, ",
        "2020-24?,              2020-01-01, 2020-12-31, POSSIBLE",
        "2020-24?,              2020-01-01, 2021-12-31, CERTAIN",
        "2020-03-13/..,         2025-01-01, 2025-01-01, CERTAIN",
        "2020-03-13/..,         2020-03-13, 2020-03-13, CERTAIN",
        "2020-03-13/..,         2020-03-12, 2020-03-12, ",
        "2020-12~/..,           2020-12-01, 2020-12-30, POSSIBLE",
        "2020-12~/..,           2020-12-31, 2020-12-31, CERTAIN",
        "../2020,               2020-01-01, 2020-01-01, CERTAIN",
        "../2020,               2020-01-02, 2020-01-02, POSSIBLE",
        "2019/2021,             2020-05-05, 2020-05-05, CERTAIN",
        "2019/2021,             2019-05-05, 2019-05-05, POSSIBLE",
    })
    void aMatchIsCertainPossibleOrNone(String text, LocalDate from, LocalDate to, Certainty expected) {
        assertEquals(Optional.ofNullable(expected), Edtf.parse(text).within(from, to));
    }

    @Test
    void aPeriodThatEndsBeforeItStartsIsRefused() {
        Edtf edtf = Edtf.parse("2020");
        LocalDate from = LocalDate.of(2020, 6, 2);
        assertThrows(IllegalArgumentException.class, () -> edtf.within(from, from.minusDays(1)));
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void theAnswerIsThatOfTryingEveryDay(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            String text = random.text();
            Period period = Period.near(text, random);
            assertEquals(tryingEveryDay(text, period), period.of(text), "seed " + seed + ", " + text + " in " + period);
        }
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void withoutQualifiersADateIsCertainIfWhollyInsideAndAnIntervalIfBothEndsReachIt(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            String text = random.text().replaceAll("[~?%]", "");
            Period period = Period.near(text, random);
            Bounds bounds = Edtf.parse(text).bounds();
            boolean whollyInside = !bounds.startEarliest().isBefore(period.from())
                    && !bounds.endLatest().isAfter(period.to());
            boolean bothEndsReachIt = !bounds.startLatest().isAfter(period.to())
                    && !bounds.endEarliest().isBefore(period.from());
            boolean expected = text.contains("/") ? bothEndsReachIt : whollyInside;
            assertEquals(expected, period.certain(text), "seed " + seed + ", " + text + " in " + period);
            boolean endsAreApart = !bounds.startLatest().isAfter(bounds.endLatest())
                    && !bounds.endEarliest().isBefore(bounds.startEarliest());
            if (whollyInside && endsAreApart) {
                assertTrue(period.certain(text), "seed " + seed + ", " + text + " wholly inside " + period);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void aQualifiedDateIsCertainOnlyIfItsWholeYearIsAskedFor(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            String text = random.date().replaceAll("[~?%]", "") + "~";
            Period period = Period.near(text, random);
            NaiveDate date = NaiveDate.of(text);
            boolean wholeYear = !period.from().isAfter(date.first().withDayOfYear(1))
                    && !period.to().isBefore(LocalDate.of(date.last().getYear(), 12, 31));
            assertEquals(wholeYear, period.certain(text), "seed " + seed + ", " + text + " in " + period);
        }
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void wideningThePeriodNeitherLosesAMatchNorItsCertainty(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            String text = random.text();
            Period narrow = Period.near(text, random);
            Period wide = new Period(
                    narrow.from().minusDays(random.below(500)), narrow.to().plusDays(random.below(500)));
            String about = "seed " + seed + ", " + text + " in " + narrow + ", then " + wide;
            if (narrow.of(text).isPresent()) {
                assertTrue(wide.of(text).isPresent(), about);
            }
            if (narrow.certain(text)) {
                assertTrue(wide.certain(text), about);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(SEEDS)
    void aCertainMatchIsAlsoPossible(long seed) {
        RandomEdtf random = RandomEdtf.anywhere(seed);
        for (int i = 0; i < RandomEdtf.CASES; i++) {
            String text = random.text();
            Edtf edtf = Edtf.parse(text);
            Period period = Period.near(text, random);
            boolean certain =
                    !edtf.begunBy().isAfter(period.to()) && !edtf.lastedUntil().isBefore(period.from());
            boolean possible = !edtf.bounds().startEarliest().isAfter(period.to())
                    && !edtf.bounds().endLatest().isBefore(period.from());
            assertTrue(possible || !certain, "seed " + seed + ", " + text + " in " + period);
        }
    }

    /** Possible: some choice of days fits. Certain: every choice does, a qualified date ranging over its year. */
    private static Optional<Certainty> tryingEveryDay(String text, Period period) {
        int slash = text.indexOf('/');
        String start = slash < 0 ? text : text.substring(0, slash);
        String end = slash < 0 ? text : text.substring(slash + 1);
        Predicate<LocalDate> inTime = day -> !day.isAfter(period.to());
        Predicate<LocalDate> notOver = day -> !day.isBefore(period.from());
        if (!someDay(start, inTime) || !someDay(end, notOver)) {
            return Optional.empty();
        }
        boolean certain = everyTrustedDay(start, inTime) && everyTrustedDay(end, notOver);
        return Optional.of(certain ? Certainty.CERTAIN : Certainty.POSSIBLE);
    }

    private static boolean someDay(String end, Predicate<LocalDate> condition) {
        return end.equals("..") || NaiveDate.of(end).days().anyMatch(condition);
    }

    private static boolean everyTrustedDay(String end, Predicate<LocalDate> condition) {
        return end.equals("..") || NaiveDate.of(end).asTrusted().days().allMatch(condition);
    }

    private record Period(LocalDate from, LocalDate to) {

        static Period near(String text, RandomEdtf random) {
            LocalDate one = random.dayNear(text);
            LocalDate other = random.dayNear(text);
            return one.isAfter(other) ? new Period(other, one) : new Period(one, other);
        }

        Optional<Certainty> of(String text) {
            return Edtf.parse(text).within(from, to);
        }

        boolean certain(String text) {
            return of(text).filter(Certainty.CERTAIN::equals).isPresent();
        }
    }
}
