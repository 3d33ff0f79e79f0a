package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Requires a property in one group only, so that drafts may lack it: {@code @Needed(groups = Publication.class)}. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@NotNull
@ReportAsSingleViolation
public @interface Needed {

    String message() default "{de.stadtchronik.needed}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
