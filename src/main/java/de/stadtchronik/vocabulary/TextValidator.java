package de.stadtchronik.vocabulary;

import de.stadtchronik.text.Languages;
import de.stadtchronik.text.LocalizedText;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks {@link Text}, and reports the languages that are invalid. */
public final class TextValidator implements ConstraintValidator<Text, LocalizedText> {

    private int max;

    @Override
    public void initialize(Text limits) {
        max = limits.max();
    }

    @Override
    public boolean isValid(@Nullable LocalizedText text, ConstraintValidatorContext context) {
        if (text == null || isWritten(text, max)) {
            return true;
        }
        if (text.texts().containsKey(Languages.GERMAN)) {
            var message = context.getDefaultConstraintMessageTemplate();
            context.disableDefaultConstraintViolation();
            text.texts().entrySet().stream()
                    .filter(entry -> !isWritten(entry, max))
                    .forEach(entry -> context.buildConstraintViolationWithTemplate(message)
                            .addPropertyNode(entry.getKey())
                            .addConstraintViolation());
        }
        return false;
    }

    /** Whether a text is there in German, and has at most so many characters in each language. */
    public static boolean isWritten(LocalizedText text, int max) {
        return text.texts().containsKey(Languages.GERMAN)
                && text.texts().entrySet().stream().allMatch(entry -> isWritten(entry, max));
    }

    private static boolean isWritten(Map.Entry<String, String> entry, int max) {
        var words = entry.getValue();
        return Languages.isWellFormed(entry.getKey())
                && !words.isBlank()
                && words.codePointCount(0, words.length()) <= max;
    }
}
