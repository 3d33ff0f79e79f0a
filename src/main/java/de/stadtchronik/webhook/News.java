package de.stadtchronik.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the feed has for a webhook. */
interface News {

    /**
     * What changed after a position and fits, in order, each item once.
     *
     * @param limit how many of them at most
     */
    Batch after(long position, Filters filters, int limit);

    /**
     * A part of the feed.
     *
     * @param changes empty if nothing fits
     * @param more whether there are more than the limit
     * @param since the cursor of the feed at the position
     * @param next the cursor of the feed after the changes
     * @param head the end of the log: whatever fits and is not here comes after it
     */
    record Batch(List<Line> changes, boolean more, String since, String next, long head) {}

    /** One change, as thin as in the feed with {@code data=none}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long seq,
            String type,
            UUID id,
            String op,
            @Nullable String reason,
            int version,
            Instant changedAt) {}
}
