package de.stadtchronik.text;

import java.util.HashMap;
import java.util.Map;

/** Latin letters that Unicode does not take apart, in letters of ASCII as people write them without (CLDR Latin-ASCII). */
final class Latin {

    private static final Map<Integer, String> ASCII = new HashMap<>();

    static {
        var letters =
                "ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ħ h ŋ n ŧ t ĸ q ə e ɛ e ɔ o ƒ f ɓ b ɗ d ɖ d ɠ g ƙ k ɲ n ƴ y ʒ z"
                        .split(" ");
        for (var i = 0; i < letters.length; i += 2) {
            ASCII.put(letters[i].codePointAt(0), letters[i + 1]);
        }
    }

    private Latin() {}

    /** A lower-case letter in ASCII; every other character as it is. */
    static String ascii(int letter) {
        return ASCII.getOrDefault(letter, Character.toString(letter));
    }
}
