package de.stadtchronik.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which characters of Unicode a text may have, and which of them nobody sees. */
public final class Characters {

    /** Formatting characters and others that take no room (Default_Ignorable_Code_Point). */
    private static final String IGNORABLE =
            "\\p{Cf}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164\\uffa0\\ufe00-\\ufe0f\\x{e0100}-\\x{e01ef}";

    private static final Pattern IGNORED = Pattern.compile("[" + IGNORABLE + "]+");

    /** Blanks of every width, the empty pattern of Braille, marks without a letter, and what takes no room. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{M}\\u2800" + IGNORABLE + "]*");

    private Characters() {}

    /**
     * The first character that no text may have, such as {@code U+0000}, because no feed and no database could carry it.
     *
     * @param lines whether tabs and line breaks may stand in the text
     */
    public static Optional<String> unfit(String text, boolean lines) {
        return text.codePoints()
                .filter(character -> isUnfit(character, lines))
                .mapToObj("U+%04X"::formatted)
                .findFirst();
    }

    /** A text without characters that none may have; for what was written before they were refused. */
    public static String fit(String text) {
        return unfit(text, true).isEmpty()
                ? text
                : text.codePoints()
                        .filter(character -> !isUnfit(character, true))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Controls (C0, DEL, C1), noncharacters (Unicode, section 23.7), and surrogates without their other half. */
    private static boolean isUnfit(int character, boolean lines) {
        return (character < ' ' && !(lines && "\t\n\r".indexOf(character) >= 0))
                || (character >= 0x7f && character <= 0x9f)
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                || (character >= 0xfdd0 && character <= 0xfdef)
                || (character & 0xfffe) == 0xfffe;
    }

    /** Whether there is nothing to be seen of a text: it is empty, whatever it is made of. */
    public static boolean isInvisible(String text) {
        return INVISIBLE.matcher(text).matches();
    }

    /** A text without what takes no room, such as soft hyphens. */
    static String seen(String text) {
        return IGNORED.matcher(text).replaceAll("");
    }
}
