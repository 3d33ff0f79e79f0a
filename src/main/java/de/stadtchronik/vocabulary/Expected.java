package de.stadtchronik.vocabulary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a property of a request has to be. The client is told this whether the value has the wrong type or breaks a
 * rule. On a constraint, it applies to every property that has the constraint.
 */
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Expected {

    /** What is wrong, for programs; the name of the broken rule if empty. */
    String code() default "";

    /** What the property has to be, in German. */
    String german();

    /** What the property has to be, in English. */
    String english();

    /** Values that would be right. */
    String[] examples() default {};
}
