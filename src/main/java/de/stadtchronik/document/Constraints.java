package de.stadtchronik.document;

import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.ElementType;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/** The constraints of the records (Jakarta Validation), read when the first document is checked: no reader needs them. */
@ApplicationScoped
class Constraints {

    private final ValidatorFactory validation;

    Constraints(Clock clock) {
        validation = Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .clockProvider(() -> clock)
                .defaultLocale(Locale.GERMAN)
                .locales(Locale.GERMAN, Locale.ENGLISH)
                .traversableResolver(new Everything())
                .buildValidatorFactory();
    }

    <T> Set<ConstraintViolation<T>> broken(T document, Class<?> group) {
        return validation.getValidator().validate(document, group);
    }

    /** What a rule demands, in both languages. */
    BilingualText message(ConstraintViolation<?> violation) {
        var interpolator = validation.getMessageInterpolator();
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

    /** Records are there as a whole; the default would ask Hibernate ORM whether they are loaded. */
    private static final class Everything implements TraversableResolver {

        @Override
        public boolean isReachable(
                @Nullable Object holder, Path.Node property, Class<?> root, Path path, ElementType element) {
            return true;
        }

        @Override
        public boolean isCascadable(
                @Nullable Object holder, Path.Node property, Class<?> root, Path path, ElementType element) {
            return true;
        }
    }
}
