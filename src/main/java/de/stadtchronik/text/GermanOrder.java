package de.stadtchronik.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The order of a German dictionary (DIN 5007, variant 1: ä sorts as a, ß as ss), as a key that databases can compare
 * character by character: the same order on every database, whatever collations it knows. Where all letters are the same,
 * accents decide, and then case; letters of other scripts come after the Latin ones (CLDR, root collation).
 *
 * <p>A key is the letters; a separator below all of them, so that keys without the rest sort beside those with it; what
 * has accents; another separator; and what is in upper case. What differs earlier weighs more.
 */
public final class GermanOrder {

    /** The most a key has: enough to tell titles apart, short enough for an index. */
    static final int KEY_LENGTH = 200;

    /** So many of them are letters. */
    private static final int MOST_LETTERS = 150;

    /** Keys without it were made when accents and case did not count. */
    public static final char SEPARATOR = '\u0001';

    /** Of two letters in the same place, the one with the later accent comes later. */
    private static final String ACCENTS =
            "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328\u0304";

    /** Letters that come after all that begins with another, which stands behind each. */
    private static final String AFTER = "ıiþzŋnəeŧtĸqƒfɛeɔoɓbɗdɠgƙkʒz";

    private static final char AFTER_ALL = '{';

    /** Those of which Unicode has the order of no alphabet. */
    private static final String CYRILLIC =
            "аәӕбвгғӻҕӷдђҙеєжҗзѕӡиҋійјкқӄҡҟҝлӆљӎмнӊңӈҥњоөпҧрҏсҫтҭћуүұфхӽӿҳһѡцҵчҷӌҹҽҿџшщъыьҍѣэюяѥѧѫѩѭѯѱѳѵҩӏ";

    /** Letters as they look at the end of a word or with a stroke, each before the one that it is. */
    private static final String VARIANTS = "ςσךכםמןנףפץצґг";

    private static final char FIRST_CYRILLIC = '\u0400';
    private static final char FIRST_GEORGIAN = '\u0500';

    private static final Map<Integer, String> SPECIAL = new HashMap<>();

    static {
        for (var i = 0; i < AFTER.length(); i += 2) {
            SPECIAL.put((int) AFTER.charAt(i), AFTER.substring(i + 1, i + 2) + AFTER_ALL);
        }
        for (var i = 0; i < CYRILLIC.length(); i++) {
            SPECIAL.put((int) CYRILLIC.charAt(i), String.valueOf((char) (FIRST_CYRILLIC + i)));
        }
        // Before Armenian.
        for (var letter = 'ა'; letter <= 'ჿ'; letter++) {
            SPECIAL.put((int) letter, String.valueOf((char) (FIRST_GEORGIAN + letter - 'ა')));
        }
        for (var letter = 'ァ'; letter <= 'ヶ'; letter++) {
            SPECIAL.put((int) letter, String.valueOf((char) (letter - 'ァ' + 'ぁ')));
        }
        for (var i = 0; i < VARIANTS.length(); i += 2) {
            var letter = VARIANTS.charAt(i + 1);
            SPECIAL.put((int) VARIANTS.charAt(i), SPECIAL.getOrDefault((int) letter, String.valueOf(letter)));
        }
    }

    private final StringBuilder letters = new StringBuilder();
    private final StringBuilder accents = new StringBuilder();
    private final StringBuilder capitals = new StringBuilder();

    private GermanOrder(String title) {
        Normalizer.normalize(Characters.seen(title), Normalizer.Form.NFKD)
                // The one letter with a mark that has a place of its own.
                .replace("и\u0306", "й")
                .replace("И\u0306", "Й")
                .codePoints()
                .forEach(this::add);
    }

    /** The sort key of a title: what is no letter and no digit separates words, and how does not matter. */
    public static String key(String title) {
        var order = new GermanOrder(title);
        var last = order.letters.length() - 1;
        if (last >= 0 && order.letters.charAt(last) == ' ') {
            order.letters.setLength(last);
        }
        var key = order.letters.toString() + SEPARATOR + order.accents + SEPARATOR + order.capitals;
        return key.length() <= KEY_LENGTH ? key : key.substring(0, KEY_LENGTH);
    }

    private void add(int character) {
        if (letters.length() >= MOST_LETTERS) {
            return;
        }
        var lower = Character.toLowerCase(character);
        var kind = Character.getType(character);
        if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK) {
            accent(ACCENTS.indexOf(character));
        } else if (Character.isDigit(character)) {
            letters.append(Character.digit(character, 10));
        } else if (Character.isLetter(lower) || kind == Character.COMBINING_SPACING_MARK) {
            if (lower != character) {
                capitals.append(place());
            }
            var plain = SPECIAL.getOrDefault(lower, Latin.ascii(lower));
            letters.append(plain);
            if (lower > '~' && plain.charAt(0) <= 'z') {
                accent(ACCENTS.length());
            }
        } else if (!letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ') {
            letters.append(' ');
        }
    }

    /** Unknown ones come first. */
    private void accent(int rank) {
        accents.append(place()).append((char) ('!' + 1 + rank));
    }

    /** The place of the last letter, the greater the earlier it is. */
    private char place() {
        return (char) (' ' + KEY_LENGTH - letters.length());
    }
}
