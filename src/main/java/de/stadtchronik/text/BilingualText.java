package de.stadtchronik.text;

import com.google.errorprone.annotations.Immutable;

/**
 * A sentence of the service itself, in the two languages in which it speaks.
 *
 * @param german the sentence in German
 * @param english the sentence in English
 */
@Immutable
public record BilingualText(String german, String english) {

    /** Both languages from one pattern each, filled as {@link String#formatted(Object...)} does. */
    public BilingualText with(Object... values) {
        return new BilingualText(german.formatted(values), english.formatted(values));
    }

    /** This sentence with another behind it. */
    public BilingualText and(BilingualText next) {
        return new BilingualText(german + " " + next.german, english + " " + next.english);
    }

    /** The sentence for a BCP 47 tag: English for every {@code en…}, German for all others. */
    public String in(String language) {
        return language.startsWith("en") ? english : german;
    }
}
