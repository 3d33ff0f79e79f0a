package de.stadtchronik.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text in one or more languages: a JSON object from BCP 47 tag (RFC 5646) to text. German ({@code de}) is always there,
 * {@code en} and {@code de-simple} (plain language, <i>Leichte Sprache</i>, with the registered variant {@code simple})
 * are usual. The aliases {@code de-x-leicht} and {@code de-si} become {@code de-simple}.
 *
 * @param texts the texts by canonical tag, sorted by tag; characters that no feed could carry are removed
 */
@Schema(name = "WrittenText")
public record LocalizedText(@JsonValue Map<String, String> texts) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LocalizedText {
        var canonical = new TreeMap<String, String>();
        texts.forEach((tag, text) -> {
            if (text != null) {
                canonical.put(Languages.canonical(tag), composed(Characters.fit(text)));
            }
        });
        texts = Collections.unmodifiableMap(canonical);
    }

    /** A text in German alone. */
    public static LocalizedText german(String text) {
        return new LocalizedText(Map.of(Languages.GERMAN, text));
    }

    /** The German text, or the empty string where validation has not yet refused its absence. */
    public String german() {
        return texts.getOrDefault(Languages.GERMAN, "");
    }

    /** Whether it is there in German, and has at most so many characters in each language. */
    public boolean isWritten(int most) {
        return texts.containsKey(Languages.GERMAN) && unfit(most).findAny().isEmpty();
    }

    /** The tags that are malformed, or whose text is blank or longer than so many characters. */
    public Stream<String> unfit(int most) {
        return texts.entrySet().stream()
                .filter(entry -> !Languages.isWellFormed(entry.getKey())
                        || entry.getValue().isBlank()
                        || entry.getValue().codePoints().count() > most)
                .map(Map.Entry::getKey);
    }

    /** A text in Unicode form NFC (UAX #15), because some keyboards write ä as a letter and a mark. */
    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
