package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The property is never published while another of the same object has a certain value. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
public @interface HiddenWhile {

    /** The name of the other property. */
    String property();

    /** The value of that property which hides this one. */
    String is();
}
