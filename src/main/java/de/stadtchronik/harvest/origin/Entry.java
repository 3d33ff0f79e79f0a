package de.stadtchronik.harvest.origin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.harvest.copies.HarvestedItem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an origin's feed: an item as it is now, or that it is gone; neither if the entry could not be read.
 *
 * @param id absent if it could not be read
 * @param version 0 if it could not be read
 * @param item as in the feed of an instance of this service
 * @param raw the whole entry, as received
 */
public record Entry(
        @Nullable UUID id,
        int version,
        @Nullable ObjectNode item,
        HarvestedItem.@Nullable Dropped gone,
        JsonNode raw) {}
