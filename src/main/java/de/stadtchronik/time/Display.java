package de.stadtchronik.time;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words dates and durations for readers, never more precisely than they are known. */
public final class Display {

    private static final Wording GERMAN = new GermanWording();
    private static final Wording ENGLISH = new EnglishWording();
    private static final Wording PLAIN = new PlainWording();

    private Display() {}

    /**
     * A text for readers, such as "Juni 2020", "since 13 March 2020" or "2020, sieben Wochen lang".
     *
     * @param edtf when it was; null if only the duration is known
     * @param duration how long it lasted; null if only the date is known
     * @param language a language tag (BCP 47) in any case: {@code de-simple} for German plain language, {@code en} with
     *     or without subtags for English, anything else for German
     * @return a text without full stop; it begins with a small letter where the language writes one within a sentence
     * @throws NullPointerException if both the date and the duration are null
     */
    public static String of(@Nullable Edtf edtf, @Nullable Duration8601 duration, String language) {
        Wording wording = wording(language);
        if (edtf == null) {
            if (duration == null) {
                throw new NullPointerException("either a date or a duration is needed");
            }
            return wording.lasting(duration.amounts());
        }
        String when = when(edtf, wording);
        return duration == null ? when : when + ", " + wording.lasting(duration.amounts());
    }

    private static String when(Edtf edtf, Wording wording) {
        Optional<EdtfDate> start = edtf.start();
        Optional<EdtfDate> end = edtf.end();
        if (start.isEmpty()) {
            return wording.until(end.orElseThrow());
        }
        if (end.isEmpty()) {
            return wording.since(start.get());
        }
        if (start.equals(end)) {
            return wording.moment(start.get());
        }
        return wording.between(start.get(), SaidOnce.of(start.get(), end.get()), end.get());
    }

    private static Wording wording(String language) {
        String tag = language.toLowerCase(Locale.ROOT);
        if (tag.equals("de-simple")) {
            return PLAIN;
        }
        return tag.equals("en") || tag.startsWith("en-") ? ENGLISH : GERMAN;
    }
}
