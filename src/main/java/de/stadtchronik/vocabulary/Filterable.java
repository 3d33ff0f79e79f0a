package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Lists of the type can be narrowed by this enum property, with a parameter of the same name. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
public @interface Filterable {}
