package de.stadtchronik.document;

import de.stadtchronik.text.BilingualText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One type of item: a bean per type, found by the store, the read API and the API document. Implementations have a
 * public constructor without arguments, because the API document is made at build time, where there are no beans.
 */
public interface ResourceType {

    /** The last segment of the collection's path, such as {@code event-series}. */
    String path();

    /** The record of its documents. */
    Class<? extends Document> document();

    /** What people call its items, as in the heading of their list. */
    BilingualText plural();

    /** The usual values of {@code kind}; the store may hold others. */
    List<String> kinds();

    /** The slug of an item of the sample content, with which the API document shows how to ask. */
    String exampleSlug();

    /** The value of {@code type}: the name of its record in capitals, such as {@code EVENT_SERIES}. */
    default String name() {
        return document().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** The order of lists where none is asked for, in the syntax of {@code sort}. */
    default String defaultSort() {
        return "title";
    }

    /**
     * The parameters by which every list finds what refers to items of this type, such as {@code topic}. One that ends in
     * {@code .all} asks for all of its values rather than for any. Without one of its own, there is {@code mentions}.
     */
    default List<String> findableBy() {
        return List.of();
    }

    /** Whether its items have a place in time, by which lists can be narrowed and sorted. */
    default boolean timed() {
        return Arrays.stream(document().getMethods())
                .anyMatch(method -> method.getName().equals("time") && method.getDeclaringClass() != Document.class);
    }
}
