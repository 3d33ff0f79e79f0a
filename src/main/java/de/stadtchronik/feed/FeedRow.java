package de.stadtchronik.feed;

import de.stadtchronik.content.GoneReason;
import de.stadtchronik.content.PublicRow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the feed may load of a row: the place of its last public change, what the public sees of it, and, if that is
 * nothing, why.
 *
 * @param partlyShown whether something of its document is left out
 */
record FeedRow(
        long seq,
        boolean visible,
        Instant changedAt,
        @Nullable GoneReason goneReason,
        @Nullable UUID successor,
        PublicRow item,
        boolean partlyShown) {

    UUID id() {
        return item.id();
    }
}
