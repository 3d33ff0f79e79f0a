package de.stadtchronik.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.stadtchronik.access.Role;
import de.stadtchronik.access.WallClock;
import de.stadtchronik.settings.Settings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts requests: those of the public by address, all others by caller. Counts are kept in the memory of one instance,
 * for a minute or two, and for a bounded number of callers.
 */
@Singleton
public class Limits {

    private static final int MOST_CALLERS = 100_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Settings.Limits settings;
    private final TimeMeter time;
    private final Cache<Subject, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    Limits(Settings settings, Clock clock) {
        this.settings = settings.limits();
        this.time = new WallClock(clock);
    }

    /**
     * Counts one request and decides on it.
     *
     * @param role the role of the caller; empty for the public, and for callers without one
     * @param name the name of the actor or, for the public, the address
     * @return empty if there is no limit
     */
    public Optional<Decision> count(Optional<Role> role, String name) {
        var quota = role.map(this::quota).orElseGet(settings::anonymous);
        if (quota == 0) {
            return Optional.empty();
        }
        var bucket = buckets.get(new Subject(role, name), unknown -> bucket(quota));
        return Optional.of(decision(quota, bucket.tryConsumeAndReturnRemaining(1)));
    }

    private static Decision decision(int quota, ConsumptionProbe probe) {
        return new Decision(
                quota,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }

    private int quota(Role role) {
        return switch (role) {
            case PARTNER -> settings.partner();
            case AUTHOR -> settings.author();
            case EDITOR -> settings.editor();
            case ADMIN -> settings.admin();
        };
    }

    private Bucket bucket(int quota) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    private record Subject(Optional<Role> role, String name) {}
}
