package de.stadtchronik.vocabulary;

import de.stadtchronik.time.TimeFormatException;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import java.util.function.Consumer;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks that a date or duration can be parsed, by parsing it. */
abstract class ReadableText<A extends Annotation> implements ConstraintValidator<A, String> {

    private final Consumer<String> reading;

    ReadableText(Consumer<String> reading) {
        this.reading = reading;
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        try {
            reading.accept(text);
            return true;
        } catch (TimeFormatException malformed) {
            // Says what is wrong with it, in place of the message of the rule.
            context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(malformed);
            return false;
        }
    }
}
