package de.stadtchronik.time;

/**
 * Refuses characters that no supported date contains.
 *
 * <p>They are looked for first because they tell which feature the writer had in mind; the grammar could only say that
 * a digit is missing.
 */
final class EdtfCharacters {

    private static final String LEGAL_BESIDE_DIGITS = "-/.~?%";

    private EdtfCharacters() {}

    static void check(String text) {
        for (int position = 0; position < text.length(); position++) {
            char character = text.charAt(position);
            if (!TextLimits.isAsciiDigit(character) && LEGAL_BESIDE_DIGITS.indexOf(character) < 0) {
                throw problemOf(text, position).in(text, position);
            }
        }
    }

    private static FormatProblem problemOf(String text, int position) {
        char character = text.charAt(position);
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return FormatProblem.WHITESPACE;
        }
        boolean afterDigit = position > 0 && TextLimits.isAsciiDigit(text.charAt(position - 1));
        return switch (character) {
            case ':' -> FormatProblem.TIME_OF_DAY;
            case 'T', 't' -> afterDigit ? FormatProblem.TIME_OF_DAY : FormatProblem.FOREIGN_CHARACTER;
            case 'X', 'x' -> FormatProblem.UNSPECIFIED_DIGIT;
            case '[', '{' -> FormatProblem.SET;
            case '+', 'Y' -> afterDigit ? FormatProblem.FOREIGN_CHARACTER : FormatProblem.YEAR_OUT_OF_RANGE;
            default -> FormatProblem.FOREIGN_CHARACTER;
        };
    }
}
