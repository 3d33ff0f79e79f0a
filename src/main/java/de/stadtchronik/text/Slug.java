package de.stadtchronik.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The readable name of an item in its address: {@code [a-z0-9]+(-[a-z0-9]+)*}, at most 80 characters, German-aware. */
public final class Slug {

    public static final String PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";
    public static final int MAX_LENGTH = 80;

    /** {@link UUID#variant()} of all ids that RFC 9562 describes but two: of no bits, and of all, which stand for no id. */
    private static final int RFC_9562 = 2;

    private static final int NEWEST_RULE = 8;

    /** A hyphen and the digits of the largest number. */
    private static final int LONGEST_SUFFIX = 11;

    private static final String BY_SOURCE = "by-source";
    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    /** Where a number ends and a fraction begins, and marks of trade, which are no letters of the word before. */
    private static final Pattern APART = Pattern.compile("(?<=[0-9])(?=[¼-¾⅐-⅞])|[™℠]");

    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Slug() {}

    /**
     * A slug for a title: ä becomes ae, ß ss, ł l; other accents fall, what nobody sees vanishes, all else separates; cut
     * at a word if too long.
     */
    public static String of(String title) {
        // Composed first: some keyboards and file systems write ä as a letter and a mark, which would lose its e. № has
        // capital letters in it.
        var spelledOut = Normalizer.normalize(
                        APART.matcher(Characters.seen(title)).replaceAll(" "), Normalizer.Form.NFKC)
                .toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue");
        var ascii = Normalizer.normalize(spelledOut, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .codePoints()
                .mapToObj(Latin::ascii)
                .collect(Collectors.joining());
        var slug = ascii.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var cut = slug.length() <= MAX_LENGTH ? slug : cutAtWord(slug);
        return cut.isEmpty() ? "item" : isAmbiguous(cut) ? "item-" + cut : cut;
    }

    /** The slug for the second, third … item of the same title. */
    public static String numbered(String slug, int number) {
        return extended(slug, String.valueOf(number));
    }

    /** A slug with a short word appended; cut before the word if it gets too long. */
    public static String extended(String slug, String word) {
        return head(slug, MAX_LENGTH - word.length() - 1) + "-" + word;
    }

    /** The beginning that all results of {@link #numbered} for a slug share. */
    public static String stem(String slug) {
        return head(slug, MAX_LENGTH - LONGEST_SUFFIX);
    }

    private static String head(String slug, int length) {
        return slug.substring(0, Math.min(slug.length(), length)).replaceAll("-$", "");
    }

    /** Whether a text has the form of a slug; others need not be looked up. */
    public static boolean isWellFormed(String text) {
        return text.length() <= MAX_LENGTH && SHAPE.matcher(text).matches();
    }

    /** Whether an address with that slug would mean something else: an id, or the path by source. */
    public static boolean isAmbiguous(String slug) {
        return isUuidShaped(slug) || slug.equals(BY_SOURCE);
    }

    /** A slug that looks like an id would make {@code /v1/releases/{id or slug}} ambiguous. */
    public static boolean isUuidShaped(String text) {
        return UUID_SHAPE.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether a text is an id that an item may have: a UUID of any version in RFC 9562. */
    public static boolean isId(String text) {
        if (!isUuidShaped(text)) {
            return false;
        }
        var id = UUID.fromString(text);
        return id.variant() == RFC_9562 && id.version() >= 1 && id.version() <= NEWEST_RULE;
    }

    private static String cutAtWord(String slug) {
        var head = slug.substring(0, MAX_LENGTH + 1);
        var lastWord = head.lastIndexOf('-');
        return lastWord > 0 ? head.substring(0, lastWord) : slug.substring(0, MAX_LENGTH);
    }
}
