package de.stadtchronik.vocabulary;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks the {@link Ref} to an item's parent, which must not be the item itself or anything below it. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
public @interface Above {}
