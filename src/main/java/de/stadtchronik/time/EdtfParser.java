package de.stadtchronik.time;

import java.util.Optional;

/** Splits a text at its slash and checks what its two ends say together. */
final class EdtfParser {

    private static final String OPEN = "..";

    private EdtfParser() {}

    static Edtf parse(String text) {
        TextLimits.check(text);
        EdtfCharacters.check(text);
        int slash = text.indexOf('/');
        return slash < 0 ? date(text) : interval(text, slash);
    }

    private static Edtf date(String text) {
        if (text.equals(OPEN)) {
            throw FormatProblem.OPEN_WITHOUT_INTERVAL.in(text, 0);
        }
        Optional<EdtfDate> date = Optional.of(EdtfDateReader.read(text, 0, text.length()));
        return new Edtf(text, false, date, date);
    }

    private static Edtf interval(String text, int slash) {
        int endAt = slash + 1;
        int secondSlash = text.indexOf('/', endAt);
        if (secondSlash >= 0) {
            throw FormatProblem.SECOND_SLASH.in(text, secondSlash);
        }
        Optional<EdtfDate> start = end(text, 0, slash);
        Optional<EdtfDate> end = end(text, endAt, text.length());
        if (start.isEmpty() && end.isEmpty()) {
            throw FormatProblem.OPEN_AT_BOTH_ENDS.in(text, 0);
        }
        if (start.isPresent()
                && end.isPresent()
                && end.get().lastDay().isBefore(start.get().firstDay())) {
            throw FormatProblem.END_BEFORE_START.in(text, endAt);
        }
        return new Edtf(text, true, start, end);
    }

    private static Optional<EdtfDate> end(String text, int from, int limit) {
        if (from == limit) {
            throw FormatProblem.UNKNOWN_END.in(text, from);
        }
        if (text.substring(from, limit).equals(OPEN)) {
            return Optional.empty();
        }
        return Optional.of(EdtfDateReader.read(text, from, limit));
    }
}
