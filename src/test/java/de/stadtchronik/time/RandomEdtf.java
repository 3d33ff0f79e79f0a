package de.stadtchronik.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;

/** Writes legal texts by the rules of EDTF, without help from the code under test. */
final class RandomEdtf {

    static final int CASES = 500;

    private static final List<String> QUALIFIERS = List.of("", "", "", "~", "?", "%");

    private final Random random;
    private final int firstYear;
    private final int lastYear;

    /** Uses a narrow range of years half of the time, so that dates meet, and all legal years otherwise. */
    static RandomEdtf anywhere(long seed) {
        return seed % 2 == 0 ? new RandomEdtf(seed, 1, 9998) : new RandomEdtf(seed, 2018, 2021);
    }

    RandomEdtf(long seed, int firstYear, int lastYear) {
        this.random = new Random(seed);
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    String text() {
        return switch (random.nextInt(6)) {
            case 0, 1, 2 -> date();
            case 3 -> date() + "/..";
            case 4 -> "../" + date();
            default -> closedInterval();
        };
    }

    String date() {
        int year = year();
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(YearMonth.of(year, month).lengthOfMonth());
        String plain = switch (random.nextInt(4)) {
            case 0 -> String.format(Locale.ROOT, "%04d", year);
            case 1 -> String.format(Locale.ROOT, "%04d-%02d", year, month);
            case 2 -> String.format(Locale.ROOT, "%04d-%02d", year, 21 + random.nextInt(4));
            default -> String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
        };
        return plain + pick(QUALIFIERS);
    }

    /** A day in or near the text, where mistakes by one day would show. */
    LocalDate dayNear(String text) {
        List<NaiveDate> dates = NaiveDate.allOf(text);
        NaiveDate date = pick(dates);
        LocalDate corner = pick(List.of(
                date.first(),
                date.last(),
                date.first().withDayOfYear(1),
                LocalDate.of(date.last().getYear(), 12, 31)));
        int reach = pick(List.of(0, 1, 1, 40, 800));
        LocalDate day = corner.plusDays(random.nextInt(2 * reach + 1) - reach);
        return day.isBefore(Bounds.DISTANT_PAST) ? Bounds.DISTANT_PAST : day;
    }

    LocalDate dayWithin(LocalDate first, LocalDate last) {
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        return first.plusDays(random.nextInt(Math.toIntExact(days)));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String closedInterval() {
        while (true) {
            String start = date();
            String end = date();
            if (!NaiveDate.of(end).last().isBefore(NaiveDate.of(start).first())) {
                return start + "/" + end;
            }
        }
    }

    private int year() {
        return firstYear + random.nextInt(lastYear - firstYear + 1);
    }
}
