package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A rule about several properties of a record: a method that has to return true. */
@Target(METHOD)
@Retention(RUNTIME)
@Constraint(validatedBy = Consistent.Validator.class)
public @interface Consistent {

    /** The property at which a client finds the fault. */
    String at();

    /** The word for programs. */
    String code();

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Takes the word of the method. */
    class Validator implements ConstraintValidator<Consistent, Boolean> {

        @Override
        public boolean isValid(Boolean holds, ConstraintValidatorContext context) {
            return holds;
        }
    }
}
