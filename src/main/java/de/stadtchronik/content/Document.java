package de.stadtchronik.content;

import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.time.Edtf;
import de.stadtchronik.vocabulary.Metadata;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What an editor writes: one record per type, which is request, response and stored document alike. Its components,
 * with their constraints and descriptions, are all that the rest of the service knows of a type.
 */
public interface Document {

    /** What the item is called wherever others refer to it. */
    LocalizedText label();

    /** What every document can say, whatever its type. Stands unwrapped among the other components. */
    Metadata metadata();

    /**
     * When the item happened, for the types that have a place in time; filters and orders by time go by it.
     *
     * @param city the zone that decides to which calendar day a moment belongs
     */
    default Optional<Edtf> time(ZoneId city) {
        return Optional.empty();
    }

    /** The document without what only insiders may see: this is what publication makes public. */
    default Document asPublic() {
        return this;
    }
}
