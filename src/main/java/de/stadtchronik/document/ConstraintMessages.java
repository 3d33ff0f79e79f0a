package de.stadtchronik.document;

import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Locale;

/** Says what a rule demands in both languages, whatever the language of the request at hand. */
@ApplicationScoped
class ConstraintMessages {

    private final MessageInterpolator interpolator;

    ConstraintMessages(ValidatorFactory validation) {
        this.interpolator = validation.getMessageInterpolator();
    }

    BilingualText of(ConstraintViolation<?> violation) {
        var message = violation.getMessageTemplate();
        var context = new Context(violation);
        return new BilingualText(
                interpolator.interpolate(message, context, Locale.GERMAN),
                interpolator.interpolate(message, context, Locale.ENGLISH));
    }

    private record Context(ConstraintViolation<?> violation) implements MessageInterpolator.Context {

        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return violation.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return violation.getInvalidValue();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }
}
