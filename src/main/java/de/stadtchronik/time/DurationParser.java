package de.stadtchronik.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the amounts of a duration from left to right. */
final class DurationParser {

    private static final int MOST_DIGITS = 4;

    private final String text;
    private final List<Amount> amounts = new ArrayList<>();
    private boolean afterT;
    private int position;

    private DurationParser(String text) {
        this.text = text;
    }

    /** Returns the amounts as written, zeros included, largest unit first. */
    static List<Amount> parse(String text) {
        TextLimits.check(text);
        return new DurationParser(text).parse();
    }

    private List<Amount> parse() {
        if (!skip('P')) {
            throw FormatProblem.DURATION_WITHOUT_P.in(text, 0);
        }
        do {
            afterT |= !afterT && skip('T');
            readAmount();
        } while (position < text.length());
        if (amounts.stream().allMatch(amount -> amount.number() == 0)) {
            throw FormatProblem.DURATION_ZERO.in(text, 0);
        }
        return List.copyOf(amounts);
    }

    private void readAmount() {
        int numberAt = position;
        int number = readNumber();
        int unitAt = position;
        DurationUnit unit = readUnit();
        if (!amounts.isEmpty()) {
            DurationUnit previous = amounts.get(amounts.size() - 1).unit();
            if (unit.compareTo(previous) <= 0) {
                throw FormatProblem.DURATION_ORDER.in(text, unitAt);
            }
            if (unit == DurationUnit.WEEK || previous == DurationUnit.WEEK) {
                throw FormatProblem.DURATION_WEEKS_COMBINED.in(text, numberAt);
            }
        }
        amounts.add(new Amount(number, unit));
    }

    private int readNumber() {
        int numberAt = position;
        int number = 0;
        while (position < text.length() && TextLimits.isAsciiDigit(text.charAt(position))) {
            if (position - numberAt == MOST_DIGITS) {
                throw FormatProblem.DURATION_NUMBER_TOO_LARGE.in(text, numberAt);
            }
            number = number * 10 + (text.charAt(position) - '0');
            position++;
        }
        if (position == numberAt) {
            throw FormatProblem.DURATION_NUMBER_EXPECTED.in(text, position);
        }
        return number;
    }

    private DurationUnit readUnit() {
        if (position == text.length()) {
            throw FormatProblem.DURATION_UNIT_EXPECTED.in(text, position);
        }
        char designator = text.charAt(position);
        if (designator == '.' || designator == ',') {
            throw FormatProblem.DURATION_FRACTION.in(text, position);
        }
        Optional<DurationUnit> unit = DurationUnit.of(designator, afterT);
        if (unit.isEmpty()) {
            throw FormatProblem.DURATION_UNIT_EXPECTED.in(text, position);
        }
        position++;
        return unit.get();
    }

    private boolean skip(char expected) {
        if (position < text.length() && text.charAt(position) == expected) {
            position++;
            return true;
        }
        return false;
    }
}
