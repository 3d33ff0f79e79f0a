package de.stadtchronik.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * One date of EDTF: a day, a month, a season or a year, with what is said about its reliability.
 *
 * @param firstDay its first day; together with the precision it says everything else
 */
record EdtfDate(Precision precision, LocalDate firstDay, Qualifier qualifier) {

    LocalDate lastDay() {
        return switch (precision) {
            case DAY -> firstDay;
            case MONTH -> firstDay.with(TemporalAdjusters.lastDayOfMonth());
            case SEASON -> firstDay.plusMonths(2).with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> firstDay.with(TemporalAdjusters.lastDayOfYear());
        };
    }

    /** The year as written, which for a winter is the one of its December. */
    int year() {
        return firstDay.getYear();
    }

    Month month() {
        return firstDay.getMonth();
    }

    Season season() {
        return Season.beginningIn(month());
    }

    boolean isWinter() {
        return precision == Precision.SEASON && season() == Season.WINTER;
    }

    /** The last day which this date may certainly mean: a qualified date is trusted for its year, not for more. */
    LocalDate certainlyNotAfter() {
        return isQualified() ? lastDay().with(TemporalAdjusters.lastDayOfYear()) : lastDay();
    }

    /** The first day which this date may certainly mean: a qualified date is trusted for its year, not for more. */
    LocalDate certainlyNotBefore() {
        return isQualified() ? firstDay.with(TemporalAdjusters.firstDayOfYear()) : firstDay;
    }

    boolean mayBe(LocalDate day) {
        return !day.isBefore(certainlyNotBefore()) && !day.isAfter(certainlyNotAfter());
    }

    boolean isQualified() {
        return qualifier != Qualifier.NONE;
    }

    String earliestText() {
        return unqualifiedText(firstDay);
    }

    String latestText() {
        return unqualifiedText(lastDay());
    }

    private String unqualifiedText(LocalDate day) {
        return switch (precision) {
            case DAY -> day.toString();
            case MONTH, SEASON -> YearMonth.from(day).toString();
            case YEAR -> String.format(Locale.ROOT, "%04d", day.getYear());
        };
    }
}
