package de.stadtchronik.time;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Optional;

/**
 * The seasons of EDTF level 1, in the place of a month.
 *
 * <p>The standard leaves their days open. The meteorological ones are taken: they consist of whole months, so that no
 * season pretends to be known to the day, as an equinox would.
 */
enum Season {
    SPRING(21, Month.MARCH),
    SUMMER(22, Month.JUNE),
    AUTUMN(23, Month.SEPTEMBER),
    /** Runs into the following year, so its year is the one in which it begins. */
    WINTER(24, Month.DECEMBER);

    private final int code;
    private final Month firstMonth;

    Season(int code, Month firstMonth) {
        this.code = code;
        this.firstMonth = firstMonth;
    }

    static Optional<Season> ofCode(int code) {
        return Arrays.stream(values()).filter(season -> season.code == code).findFirst();
    }

    static Season beginningIn(Month month) {
        return Arrays.stream(values())
                .filter(season -> season.firstMonth == month)
                .findFirst()
                .orElseThrow();
    }

    LocalDate firstDay(int year) {
        return LocalDate.of(year, firstMonth, 1);
    }
}
