package de.stadtchronik.writing;

import de.stadtchronik.content.Content;
import de.stadtchronik.content.FilterKeys;
import de.stadtchronik.content.GoneReason;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What others show of an item, and by which filters they are found because of it: whether it is there at all, where it
 * lies, and what it is part of.
 *
 * @param areas its municipal keys; empty if it is not there
 * @param survivor the id of the item that it became part of
 */
public record Visibility(boolean visible, Set<String> areas, Optional<UUID> survivor) {

    public static Visibility of(Content row) {
        return new Visibility(
                row.visible,
                row.visible ? FilterKeys.words(row, FilterKeys.AREA) : Set.of(),
                Optional.ofNullable(row.successor).filter(id -> row.goneReason == GoneReason.MERGED));
    }
}
