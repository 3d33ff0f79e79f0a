package de.stadtchronik.content;

import java.util.Arrays;
import java.util.List;

/**
 * One type of item: a bean per type, found by the store, the read API and the API document. Implementations have a
 * public constructor without arguments, because the API document is made at build time, where there are no beans.
 */
public interface ResourceType {

    /** The value of {@code type}, such as {@code RELEASE}. */
    String name();

    /** The last segment of the collection's path, such as {@code releases}. */
    String path();

    /** The record of its documents. */
    Class<? extends Document> document();

    /** The usual values of {@code kind}; the store may hold others. */
    List<String> kinds();

    /** The order of lists where none is asked for, in the syntax of {@code sort}. */
    String defaultSort();

    /** The slug of an item of the sample content, with which the API document shows how to ask. */
    String exampleSlug();

    /** Whether its items have a place in time, by which lists can be narrowed and sorted. */
    default boolean timed() {
        return Arrays.stream(document().getMethods())
                .anyMatch(method -> method.getName().equals("time") && method.getDeclaringClass() != Document.class);
    }
}
