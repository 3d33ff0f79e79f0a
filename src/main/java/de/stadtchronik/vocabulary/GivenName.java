package de.stadtchronik.vocabulary;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name that a client gives to a key or a webhook. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@NotNull
@Size(max = GivenName.LONGEST)
@Pattern(regexp = GivenName.PATTERN)
@ReportAsSingleViolation
@Expected(
        code = "invalid-name",
        german = "Der Name braucht 1 bis 100 Zeichen, ohne Steuerzeichen und ohne Leerraum am Rand.",
        english = "The name needs 1 to 100 characters, without control characters, and without blanks at its ends.")
public @interface GivenName {

    int LONGEST = 100;

    /** No control characters, and no blank at its ends. */
    String PATTERN = "^[^\\p{C}\\p{Z}]([^\\p{C}]*[^\\p{C}\\p{Z}])?$";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
