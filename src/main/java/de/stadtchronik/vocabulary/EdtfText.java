package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import de.stadtchronik.time.Edtf;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The text is a date, a season or an interval in EDTF (ISO 8601-2), as {@link Edtf} reads it. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = EdtfText.Check.class)
public @interface EdtfText {

    String message() default "{de.stadtchronik.edtf}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reads it. */
    final class Check extends ReadableText<EdtfText> {

        public Check() {
            super(Edtf::parse);
        }
    }
}
