package de.stadtchronik.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version as it was published.
 *
 * @param document what the public saw
 * @param modifiedAt from when it was the published one
 * @param changeNote the language map, as JSON
 */
public record Version(
        int number,
        String document,
        Instant modifiedAt,
        @Nullable UpdateType updateType,
        @Nullable String changeNote,
        @Nullable String publishedBy) {}
