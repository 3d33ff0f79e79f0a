package de.stadtchronik.content;

import java.util.Set;

/**
 * What others show of an item: whether it is there at all, and where it lies.
 *
 * @param areas its municipal keys; empty if it is not there
 */
record Shown(boolean visible, Set<String> areas) {

    static Shown of(Content row) {
        return new Shown(row.visible, row.visible ? FilterKeys.words(row, FilterKeys.AREA) : Set.of());
    }
}
