package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The limits of a {@link de.stadtchronik.text.LocalizedText}: German is there, tags are well-formed BCP 47, and no
 * language is blank or longer than {@code max} characters.
 */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = {TextValidator.class, TextListValidator.class})
public @interface Text {

    /** The most characters per language. */
    int max();

    /** Whether the text is Markdown (CommonMark, with tables) and follows {@code bodyFormat} when read. */
    boolean markdown() default false;

    String message() default "{de.stadtchronik.text}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
