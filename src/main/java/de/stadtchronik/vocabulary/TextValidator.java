package de.stadtchronik.vocabulary;

import de.stadtchronik.text.Languages;
import de.stadtchronik.text.LocalizedText;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks {@link Text}. */
public final class TextValidator implements ConstraintValidator<Text, LocalizedText> {

    private int max;

    @Override
    public void initialize(Text limits) {
        max = limits.max();
    }

    @Override
    public boolean isValid(@Nullable LocalizedText text, ConstraintValidatorContext context) {
        return text == null
                || (text.texts().containsKey(Languages.GERMAN)
                        && text.texts().entrySet().stream().allMatch(this::isValid));
    }

    private boolean isValid(Map.Entry<String, String> entry) {
        var words = entry.getValue();
        return Languages.isWellFormed(entry.getKey())
                && !words.isBlank()
                && words.codePointCount(0, words.length()) <= max;
    }
}
