package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The text is a date, a season or an interval in EDTF (ISO 8601-2), as {@link de.stadtchronik.time.Edtf} reads it. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = EdtfTextValidator.class)
public @interface EdtfText {

    String message() default "{de.stadtchronik.edtf}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
