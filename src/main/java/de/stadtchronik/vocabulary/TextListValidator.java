package de.stadtchronik.vocabulary;

import de.stadtchronik.text.LocalizedText;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@link Text} on each text of a list. */
public final class TextListValidator implements ConstraintValidator<Text, List<LocalizedText>> {

    private final TextValidator each = new TextValidator();

    @Override
    public void initialize(Text limits) {
        each.initialize(limits);
    }

    @Override
    public boolean isValid(@Nullable List<LocalizedText> texts, ConstraintValidatorContext context) {
        return texts == null || texts.stream().allMatch(text -> each.isValid(text, context));
    }
}
