package de.stadtchronik.delivery;

import de.stadtchronik.query.EntityTag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has already (RFC 9110, section 13.1).
 *
 * @param ifNoneMatch entity tags, which win
 * @param ifModifiedSince a date
 */
record Precondition(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {

    /** In this time a second change may have followed that the second of {@code Last-Modified} does not show. */
    private static final Duration UNSURE = Duration.ofSeconds(2);

    /** Whether it is still what would be sent. */
    boolean knows(String tag, Optional<Instant> lastModified, Clock clock) {
        if (ifNoneMatch != null) {
            return EntityTag.isIn(ifNoneMatch, tag);
        }
        return ifModifiedSince != null
                && HttpDate.read(ifModifiedSince)
                        .filter(since -> !since.isAfter(clock.instant().minus(UNSURE)))
                        .filter(since -> lastModified
                                .filter(at ->
                                        !at.truncatedTo(ChronoUnit.SECONDS).isAfter(since))
                                .isPresent())
                        .isPresent();
    }
}
