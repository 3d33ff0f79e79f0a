package de.stadtchronik.harvest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.content.Copy;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an origin says of one of its items: how it is now, or that it is gone; neither if that could not be read.
 *
 * @param id absent if it could not be read
 * @param version 0 if it could not be read
 * @param item as in the feed of an instance of this service
 * @param raw all of it, as it came
 */
record Entry(@Nullable UUID id, int version, @Nullable ObjectNode item, Copy.@Nullable Dropped gone, JsonNode raw) {}
