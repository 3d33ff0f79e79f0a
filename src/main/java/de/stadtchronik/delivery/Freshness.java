package de.stadtchronik.delivery;

import de.stadtchronik.reading.Basis;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.writing.ComingChanges;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For how long caches may keep an answer (RFC 9111, section 5.2.2; RFC 5861): usually as the operator wants it, but never
 * beyond the moment at which it changes by the clock.
 */
@Singleton
class Freshness {

    private static final CharSequence NOT_AT_ALL = HttpHeaders.createOptimized("no-cache");

    private final long maxAge;
    private final long afterwards;
    private final CharSequence usual;
    private final ComingChanges coming;
    private final Clock clock;

    Freshness(Settings settings, ComingChanges coming, Clock clock) {
        this.coming = coming;
        this.clock = clock;
        maxAge = settings.maxAge().toSeconds();
        afterwards = settings.staleWhileRevalidate().toSeconds();
        usual = cacheControl(maxAge, afterwards);
    }

    /** The value of {@code Cache-Control} of what does not change by itself. */
    CharSequence usual() {
        return usual;
    }

    /** The value of {@code Cache-Control} of an answer, as of now. */
    CharSequence of(Optional<Basis> basis) {
        return basis.flatMap(this::change)
                .map(moment -> until(Duration.between(clock.instant(), moment)))
                .orElse(usual);
    }

    private Optional<Instant> change(Basis basis) {
        if (basis.until().isEmpty() && !coming.isAnything()) {
            return Optional.empty();
        }
        return Stream.of(basis.until(), coming.first(basis.dependencies()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private CharSequence until(Duration left) {
        var seconds = left.toSeconds();
        if (seconds >= maxAge + afterwards) {
            return usual;
        }
        return seconds < 1
                ? NOT_AT_ALL
                : cacheControl(Math.min(maxAge, seconds), Math.max(0, Math.min(afterwards, seconds - maxAge)));
    }

    private static CharSequence cacheControl(long maxAge, long afterwards) {
        return HttpHeaders.createOptimized("public, max-age=" + maxAge
                + (afterwards == 0 ? "" : ", stale-while-revalidate=" + afterwards) + ", stale-if-error=600");
    }
}
