package de.stadtchronik.harvest;

import de.stadtchronik.harvest.run.HarvestSource;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing.
 *
 * @param status {@code ACTIVE}, {@code FAILING}, {@code PAUSED} or {@code HELD}
 * @param lastRun when the last run ended, with or without success; absent if none ever did
 * @param lastSuccess when a run last succeeded: then the copies were complete
 * @param failures how many runs in a row failed
 * @param lastError why the last run did not succeed
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
                row.id, row.name, row.status.name(), row.lastRun, row.lastSuccess, row.failures(), row.lastError);
    }
}
