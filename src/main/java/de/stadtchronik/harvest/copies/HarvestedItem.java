package de.stadtchronik.harvest.copies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.content.Status;
import de.stadtchronik.document.Document;
import de.stadtchronik.document.ResourceType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item of an origin, read and held to our rules: what its copy will say.
 *
 * @param version as the origin counts
 * @param notice of an archived item, a language map as JSON
 * @param document its references are ids of the origin, or titles
 * @param tree the document as JSON
 * @param titles language maps by the ids of what the document refers to, where the origin told them
 */
public record HarvestedItem(
        ResourceType type,
        UUID id,
        int version,
        Status status,
        Instant createdAt,
        Instant modifiedAt,
        @Nullable String notice,
        Document document,
        ObjectNode tree,
        Map<UUID, JsonNode> titles) {

    /**
     * A copy whose origin took it back.
     *
     * @param explanation the language map as JSON
     * @param successor where to look instead, if that is here
     */
    public record Dropped(
            UUID id,
            GoneReason reason,
            @Nullable String explanation,
            @Nullable UUID successor) {}
}
