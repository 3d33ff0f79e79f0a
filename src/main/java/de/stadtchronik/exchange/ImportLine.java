package de.stadtchronik.content;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an import that was read, and is well formed as far as can be told without the store. */
public sealed interface Arrival {

    /** The first or the last line of an export: nothing to store. */
    record Frame() implements Arrival {}

    /** An item as it was exported. */
    record Item(ItemRecord item) implements Arrival {}

    /** An old version as it was exported. */
    record Version(VersionRecord version) implements Arrival {}

    /**
     * A document that somebody wrote down for an import.
     *
     * @param id of the item: as given, or else made of the line itself, so that the same line means the same item
     * @param publish whether it is to be made public
     */
    record Written(ResourceType type, UUID id, Document document, boolean publish) implements Arrival {

        /** The key of the item in another system, if there is one. */
        ItemRecord.@Nullable Origin origin() {
            var source = document.metadata().source();
            return source == null ? null : ItemRecord.Origin.of(source.system(), source.externalId());
        }
    }
}
