package de.stadtchronik.time;

/** What is checked before a text is parsed. */
final class TextLimits {

    /** Well above the longest legal text; named in {@link FormatProblem#TOO_LONG}. */
    private static final int MOST_CHARACTERS = 40;

    private TextLimits() {}

    static void check(String text) {
        if (text.isEmpty()) {
            throw FormatProblem.EMPTY.in(text, 0);
        }
        if (text.length() > MOST_CHARACTERS) {
            throw FormatProblem.TOO_LONG.in(text, MOST_CHARACTERS);
        }
    }

    /** Unlike {@link Character#isDigit(char)} this is false for the digits of other scripts. */
    static boolean isAsciiDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
