package de.stadtchronik.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtchronik.problem.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an origin says of one of its items, read and held to our rules: a copy is to say the same.
 *
 * @param version as the origin counts
 * @param notice the language map as JSON, of what is archived there
 * @param document all its references are ids of the origin, or titles
 * @param tree the same as JSON
 * @param titles language maps by the ids of what the document refers to, where the origin told them
 */
public record Copy(
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

    /** What a source may be called: a part of slugs. */
    public static final String SOURCE = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /** How long its name may be. */
    public static final int LONGEST_SOURCE = 40;

    static final Pattern SOURCE_NAME = Pattern.compile("(?=.{1," + LONGEST_SOURCE + "}$)[a-z0-9]+(-[a-z0-9]+)*");

    /** What could not be taken over, and why. */
    public record SetAside(UUID id, List<Fault> faults) {}

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
