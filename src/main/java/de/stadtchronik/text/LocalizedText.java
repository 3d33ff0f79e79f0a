package de.stadtchronik.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text in one or more languages: a JSON object from BCP 47 tag (RFC 5646) to text. German ({@code de}) is always there,
 * {@code en} and {@code de-simple} (plain language, <i>Leichte Sprache</i>, with the registered variant {@code simple})
 * are usual. The aliases {@code de-x-leicht} and {@code de-si} become {@code de-simple}.
 *
 * @param texts the texts by canonical tag, sorted by tag; control characters that no feed could carry are removed
 */
@Schema(name = "WrittenText")
public record LocalizedText(@JsonValue Map<String, String> texts) {

    /** C0 and C1 controls but tab and line breaks, noncharacters, and surrogates without their other half. */
    private static final Pattern UNSENDABLE =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ufffe\\uffff]"
                    + "|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LocalizedText {
        var canonical = new TreeMap<String, String>();
        texts.forEach((tag, text) -> {
            if (text != null) {
                canonical.put(Languages.canonical(tag), composed(sendable(text)));
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

    /** A text in Unicode form NFC (UAX #15), because some keyboards write ä as a letter and a mark. */
    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** A text without characters that no feed or database could carry. */
    public static String sendable(String text) {
        return text.chars().anyMatch(LocalizedText::isSuspect)
                ? UNSENDABLE.matcher(text).replaceAll("")
                : text;
    }

    /** Nearly every text has none of these, and the pattern took a fifth of a write's time to find that out. */
    private static boolean isSuspect(int unit) {
        return (unit < ' ' && unit != '\t' && unit != '\n' && unit != '\r')
                || (unit >= '\u007f' && unit <= '\u009f')
                || unit >= Character.MIN_SURROGATE;
    }
}
