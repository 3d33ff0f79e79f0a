package de.stadtchronik.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Locale;

/** Says what a rule demands in a language of one's choice, whatever the language of the request at hand. */
@ApplicationScoped
class ConstraintMessages {

    private final MessageInterpolator interpolator;

    ConstraintMessages(ValidatorFactory validation) {
        this.interpolator = validation.getMessageInterpolator();
    }

    String say(ConstraintViolation<?> violation, Locale language) {
        return interpolator.interpolate(violation.getMessageTemplate(), new Context(violation), language);
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
