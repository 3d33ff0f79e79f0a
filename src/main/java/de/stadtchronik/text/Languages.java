package de.stadtchronik.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The languages in which a reader wants texts, best first. Built by RFC 4647 lookup: each tag is followed by its shorter
 * forms, and German, which every text has, is always in the chain: {@code de-simple → de}, {@code en-GB → en → de}.
 *
 * @param chain canonical BCP 47 tags, each once, {@code de} among them
 */
public record Languages(List<String> chain) {

    private static final int LENGTH_OF_ALL_KNOWN = 20_000;

    public static final String GERMAN = "de";
    public static final String ENGLISH = "en";
    public static final String PLAIN_GERMAN = "de-simple";

    /** For readers who ask for no language. */
    public static final Languages DEFAULT = new Languages(List.of(GERMAN));

    /** Reading a header takes longer than all else that is done for an answer that is kept, and most clients send the same. */
    private static final Cache<String, Languages> ACCEPTED = Caffeine.newBuilder()
            .maximumWeight(LENGTH_OF_ALL_KNOWN)
            .<String, Languages>weigher((header, read) -> header.length())
            .build();

    private static final Map<String, String> ALIASES = Map.of("de-x-leicht", PLAIN_GERMAN, "de-si", PLAIN_GERMAN);

    /** The chain for one tag; empty where the tag is not well-formed (RFC 5646, section 2.1). */
    public static Optional<Languages> of(String tag) {
        return isWellFormed(tag) ? Optional.of(fallingBackFrom(List.of(tag))) : Optional.empty();
    }

    /** The chain for an {@code Accept-Language} header (RFC 9110, section 12.5.4); what cannot be read counts as absent. */
    public static Languages accepted(@Nullable String header) {
        return header == null || header.isBlank() ? DEFAULT : ACCEPTED.get(header, Languages::read);
    }

    private static Languages read(String header) {
        try {
            return fallingBackFrom(Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().equals("*") ? GERMAN : range.getRange())
                    .filter(Languages::isWellFormed)
                    .toList());
        } catch (IllegalArgumentException unreadable) {
            return DEFAULT;
        }
    }

    /** The best language asked for. */
    public String first() {
        return chain.get(0);
    }

    /** The best of those in which the service itself speaks. */
    public String spoken() {
        return best(List.of(GERMAN, ENGLISH)).orElse(GERMAN);
    }

    /** The best language of the chain among those there are. */
    public Optional<String> best(Collection<String> available) {
        return chain.stream().filter(available::contains).findFirst();
    }

    /** Whether a language differs from the one asked for, other than by region, so that the reader has to be told. */
    public boolean isFallback(String language) {
        return !language.equals(first()) && !(first().startsWith(language + "-") && isRegion(first(), language));
    }

    private static boolean isRegion(String tag, String language) {
        return tag.length() == language.length() + 3;
    }

    /** Lower-case language, aliases resolved; a malformed tag is left for validation to refuse. */
    public static String canonical(String tag) {
        var lower = tag.toLowerCase(Locale.ROOT);
        return ALIASES.getOrDefault(
                lower, isWellFormed(tag) ? Locale.forLanguageTag(lower).toLanguageTag() : tag);
    }

    public static boolean isWellFormed(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            return !locale.getLanguage().isEmpty();
        } catch (IllformedLocaleException malformed) {
            return false;
        }
    }

    private static Languages fallingBackFrom(List<String> tags) {
        var chain = new LinkedHashSet<String>();
        for (var tag : tags) {
            for (var shorter = canonical(tag); !shorter.isEmpty(); shorter = withoutLastSubtag(shorter)) {
                chain.add(shorter);
            }
        }
        chain.add(GERMAN);
        return new Languages(List.copyOf(chain));
    }

    private static String withoutLastSubtag(String tag) {
        var cut = tag.lastIndexOf('-');
        return cut < 0 ? "" : tag.substring(0, cut);
    }
}
