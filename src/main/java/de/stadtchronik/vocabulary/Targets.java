package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The types to which a {@link Ref} may point, by name ({@code ORGANISATION}); without it, to any. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
public @interface Targets {
    String[] value();
}
