package de.stadtchronik.vocabulary;

import de.stadtchronik.text.LocalizedText;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@link Text} on each text of a list, and reports those that are invalid. */
public final class TextListValidator implements ConstraintValidator<Text, List<LocalizedText>> {

    private int max;

    @Override
    public void initialize(Text limits) {
        max = limits.max();
    }

    @Override
    public boolean isValid(@Nullable List<LocalizedText> texts, ConstraintValidatorContext context) {
        if (texts == null || texts.stream().allMatch(this::isWritten)) {
            return true;
        }
        var message = context.getDefaultConstraintMessageTemplate();
        context.disableDefaultConstraintViolation();
        for (var i = 0; i < texts.size(); i++) {
            if (!isWritten(texts.get(i))) {
                context.buildConstraintViolationWithTemplate(message)
                        .addBeanNode()
                        .inIterable()
                        .atIndex(i)
                        .addConstraintViolation();
            }
        }
        return false;
    }

    private boolean isWritten(LocalizedText text) {
        return TextValidator.isWritten(text, max);
    }
}
