package de.stadtchronik.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Reads one date out of a stretch of a text; positions in errors count from the beginning of the whole text. */
final class EdtfDateReader {

    private static final int FIRST_YEAR = 1;
    /** One less than four digits allow, so that every date lies before {@link Bounds#DISTANT_FUTURE}. */
    private static final int LAST_YEAR = 9998;

    private final String text;
    private final int limit;
    private int position;

    private EdtfDateReader(String text, int from, int limit) {
        this.text = text;
        this.position = from;
        this.limit = limit;
    }

    static EdtfDate read(String text, int from, int limit) {
        return new EdtfDateReader(text, from, limit).read();
    }

    private EdtfDate read() {
        int year = year();
        if (!skip('-')) {
            return qualified(Precision.YEAR, LocalDate.of(year, 1, 1));
        }
        int monthAt = position;
        int month = number(2);
        Optional<Season> season = Season.ofCode(month);
        if (season.isPresent()) {
            return qualified(Precision.SEASON, season.get().firstDay(year));
        }
        if (month < 1 || month > 12) {
            throw FormatProblem.NO_SUCH_MONTH.in(text, monthAt);
        }
        if (!skip('-')) {
            return qualified(Precision.MONTH, LocalDate.of(year, month, 1));
        }
        return qualified(Precision.DAY, LocalDate.of(year, month, dayOf(YearMonth.of(year, month))));
    }

    private int year() {
        int yearAt = position;
        if (skip('-')) {
            throw FormatProblem.NEGATIVE_YEAR.in(text, yearAt);
        }
        int year = number(4);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw FormatProblem.YEAR_OUT_OF_RANGE.in(text, yearAt);
        }
        return year;
    }

    private int dayOf(YearMonth month) {
        int dayAt = position;
        int day = number(2);
        if (!month.isValidDay(day)) {
            throw FormatProblem.NO_SUCH_DAY.in(text, dayAt);
        }
        return day;
    }

    private EdtfDate qualified(Precision precision, LocalDate firstDay) {
        Qualifier qualifier = position < limit ? Qualifier.of(text.charAt(position)) : Qualifier.NONE;
        if (qualifier != Qualifier.NONE) {
            position++;
        }
        if (position < limit) {
            throw FormatProblem.TRAILING_TEXT.in(text, position);
        }
        return new EdtfDate(precision, firstDay, qualifier);
    }

    private int number(int digits) {
        int number = 0;
        for (int read = 0; read < digits; read++) {
            if (position >= limit || !TextLimits.isAsciiDigit(text.charAt(position))) {
                throw FormatProblem.DIGIT_EXPECTED.in(text, position);
            }
            number = number * 10 + (text.charAt(position) - '0');
            position++;
        }
        return number;
    }

    private boolean skip(char expected) {
        if (position < limit && text.charAt(position) == expected) {
            position++;
            return true;
        }
        return false;
    }
}
