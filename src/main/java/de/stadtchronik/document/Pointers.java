package de.stadtchronik.document;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Where in the JSON a broken rule stands. */
public final class Pointers {

    private static final String UNWRAPPED = "metadata";

    private Pointers() {}

    /** The JSON Pointer (RFC 6901) for a path of Bean Validation; what is unwrapped leaves no trace in it. */
    static String of(Path path) {
        var pointer = new StringBuilder();
        for (var node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY && !UNWRAPPED.equals(node.getName())) {
                pointer.append('/').append(escaped(node.getName()));
            }
        }
        return pointer.toString();
    }

    /** A name as a part of a pointer (RFC 6901, section 3). */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to the object that has the property at the end of a path. */
    static String ofParent(Path path) {
        var pointer = of(path);
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }
}
