package de.stadtchronik.vocabulary;

import de.stadtchronik.time.Duration8601;
import de.stadtchronik.time.TimeFormatException;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link DurationText}. */
public final class DurationTextValidator implements ConstraintValidator<DurationText, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        try {
            Duration8601.parse(text);
            return true;
        } catch (TimeFormatException malformed) {
            return false;
        }
    }
}
