package de.stadtchronik.writing;

import de.stadtchronik.content.Content;
import de.stadtchronik.content.FilterKeys;
import java.util.Set;

/**
 * What others show of an item: whether it is there at all, and where it lies.
 *
 * @param areas its municipal keys; empty if it is not there
 */
public record Visibility(boolean visible, Set<String> areas) {

    public static Visibility of(Content row) {
        return new Visibility(row.visible, row.visible ? FilterKeys.words(row, FilterKeys.AREA) : Set.of());
    }
}
