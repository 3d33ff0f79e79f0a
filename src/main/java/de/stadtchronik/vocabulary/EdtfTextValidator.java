package de.stadtchronik.vocabulary;

import de.stadtchronik.time.Edtf;
import de.stadtchronik.time.TimeFormatException;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link EdtfText}. */
public final class EdtfTextValidator implements ConstraintValidator<EdtfText, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        try {
            Edtf.parse(text);
            return true;
        } catch (TimeFormatException malformed) {
            return false;
        }
    }
}
