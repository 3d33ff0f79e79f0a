package de.stadtchronik.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.stadtchronik.access.WallClock;
import de.stadtchronik.settings.Settings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many wrong keys came from where. Kept in memory only, for a minute or two, and for a bounded number of addresses. */
@ApplicationScoped
class FailedAttempts {

    private static final int MOST_ADDRESSES = 100_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int allowed;
    private final TimeMeter time;
    private final Cache<String, Count> counts = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    FailedAttempts(Settings settings, Clock clock) {
        allowed = settings.limits().guesses();
        time = new WallClock(clock);
    }

    /** How long keys from that address are refused unchecked; empty if they are checked. */
    Optional<Lockout> lockout(String address) {
        return Optional.ofNullable(counts.getIfPresent(address)).flatMap(Count::lockout);
    }

    /** Counts a wrong key. */
    void count(String address) {
        if (allowed > 0) {
            counts.get(address, unknown -> new Count(bucket(), new AtomicBoolean()))
                    .add();
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(allowed).refillIntervally(allowed, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    /**
     * A time in which keys from an address are refused unchecked.
     *
     * @param rest how much of it is left
     * @param begins whether this is the first request that is refused
     */
    record Lockout(Duration rest, boolean begins) {}

    private record Count(Bucket left, AtomicBoolean told) {

        void add() {
            if (left.tryConsume(1)) {
                told.set(false);
            }
        }

        Optional<Lockout> lockout() {
            var estimate = left.estimateAbilityToConsume(1);
            return estimate.canBeConsumed()
                    ? Optional.empty()
                    : Optional.of(new Lockout(
                            Duration.ofNanos(estimate.getNanosToWaitForRefill()), told.compareAndSet(false, true)));
        }
    }
}
