package de.stadtchronik.exchange;

import de.stadtchronik.document.Document;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.vocabulary.Ref;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an import that was read, and is well formed as far as can be told without the store. */
public sealed interface ImportLine {

    /** The first or the last line of an export: nothing to store. */
    record Frame() implements ImportLine {}

    /** An item as it was exported. */
    record Item(ItemRecord item) implements ImportLine {}

    /** An old version as it was exported. */
    record Version(VersionRecord version) implements ImportLine {}

    /**
     * A document that an editor wrote for an import.
     *
     * @param id of the item: as given, or else made of the line itself, so that the same line means the same item
     * @param publish whether it is to be made public
     */
    record Written(ResourceType type, UUID id, Document document, boolean publish) implements ImportLine {

        /** The key of the item in another system, if there is one. */
        Ref.@Nullable SourceKey origin() {
            var source = document.metadata().source();
            return source == null ? null : Ref.SourceKey.of(source.system(), source.externalId());
        }
    }
}
