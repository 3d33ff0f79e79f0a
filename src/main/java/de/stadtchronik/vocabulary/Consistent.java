package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.AssertTrue;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A rule about several properties of a record: a method that has to return true. */
@Target(METHOD)
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@AssertTrue
@ReportAsSingleViolation
public @interface Consistent {

    /** The property at which a client finds the fault. */
    String at();

    /** The word for programs. */
    String code();

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
