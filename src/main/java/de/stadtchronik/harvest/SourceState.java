package de.stadtchronik.harvest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a source does.
 *
 * @param status {@code ACTIVE}, {@code FAILING}, {@code PAUSED} or {@code HELD}
 * @param lastRun when the last run ended, however it did; absent if none ever did
 * @param lastSuccess when one last ended well: then the copies were complete
 * @param failures how many runs in a row failed
 * @param lastError why the last run did not end well
 */
public record SourceState(
        UUID id,
        String name,
        String status,
        @Nullable Instant lastRun,
        @Nullable Instant lastSuccess,
        int failures,
        @Nullable String lastError) {

    static SourceState of(HarvestSource row) {
        return new SourceState(
                row.id, row.name, row.status.name(), row.lastRun, row.lastSuccess, row.failures, row.lastError);
    }
}
