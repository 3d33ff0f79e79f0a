package de.stadtchronik.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One date as the standard defines it, read in the simplest possible way, to hold the code under test against. */
record NaiveDate(LocalDate first, LocalDate last, boolean qualified) {

    static NaiveDate of(String text) {
        boolean qualified = "~?%".indexOf(text.charAt(text.length() - 1)) >= 0;
        String plain = qualified ? text.substring(0, text.length() - 1) : text;
        if (plain.length() == 4) {
            return new NaiveDate(LocalDate.parse(plain + "-01-01"), LocalDate.parse(plain + "-12-31"), qualified);
        }
        if (plain.length() == 10) {
            return new NaiveDate(LocalDate.parse(plain), LocalDate.parse(plain), qualified);
        }
        String year = plain.substring(0, 4);
        return switch (plain.substring(5)) {
            case "21" -> months(year + "-03", 3, qualified);
            case "22" -> months(year + "-06", 3, qualified);
            case "23" -> months(year + "-09", 3, qualified);
            case "24" -> months(year + "-12", 3, qualified);
            default -> months(plain, 1, qualified);
        };
    }

    /** The dates of a text, leaving out an open end. */
    static List<NaiveDate> allOf(String text) {
        return Arrays.stream(text.split("/", -1))
                .filter(end -> !end.equals(".."))
                .map(NaiveDate::of)
                .toList();
    }

    /** What a reader may at worst have to reckon with: the whole year, if the date is qualified. */
    NaiveDate asTrusted() {
        return qualified
                ? new NaiveDate(LocalDate.of(first.getYear(), 1, 1), LocalDate.of(last.getYear(), 12, 31), true)
                : this;
    }

    Stream<LocalDate> days() {
        return first.datesUntil(last.plusDays(1));
    }

    private static NaiveDate months(String first, int months, boolean qualified) {
        YearMonth month = YearMonth.parse(first);
        return new NaiveDate(month.atDay(1), month.plusMonths(months - 1L).atEndOfMonth(), qualified);
    }
}
