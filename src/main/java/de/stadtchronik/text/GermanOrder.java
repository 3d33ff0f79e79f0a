package de.stadtchronik.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The order of a German dictionary (DIN 5007, variant 1: ä sorts as a, ß as ss), as a key that databases can compare
 * byte by byte: the same order on every database, whatever collations it knows.
 */
public final class GermanOrder {

    /** Enough to tell titles apart, short enough for an index. */
    static final int KEY_LENGTH = 200;

    private GermanOrder() {}

    /** The sort key of a title: ASCII, lower case, words separated by single spaces. */
    public static String key(String title) {
        var base = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        var key = base.toLowerCase(Locale.GERMAN)
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        return key.length() <= KEY_LENGTH ? key : key.substring(0, KEY_LENGTH);
    }
}
