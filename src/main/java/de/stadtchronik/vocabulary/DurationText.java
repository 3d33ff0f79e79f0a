package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import de.stadtchronik.time.Duration8601;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The text is a duration of ISO 8601, as {@link Duration8601} reads it. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = DurationText.Check.class)
public @interface DurationText {

    String message() default "{de.stadtchronik.duration}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reads it. */
    final class Check extends ReadableText<DurationText> {

        public Check() {
            super(Duration8601::parse);
        }
    }
}
