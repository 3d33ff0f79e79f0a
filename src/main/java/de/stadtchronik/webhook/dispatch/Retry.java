package de.stadtchronik.webhook.dispatch;

import de.stadtchronik.outbound.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When to try again: with growing pauses, for about three days (Standard Webhooks, deliverability). */
final class Retry {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** Pauses are longer by up to this part, so that a receiver that is back does not get all messages at once. */
    private static final double JITTER = 0.1;

    /** The longest pause that a receiver can ask for. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private Retry() {}

    /**
     * The moment of the next attempt; empty if there is none.
     *
     * @param failures how many attempts in a row failed
     * @param retryAfter what the receiver asked for (RFC 9110, section 10.2.3)
     */
    static Optional<Instant> next(int failures, Optional<String> retryAfter, Instant now) {
        if (failures > PAUSES.size()) {
            return Optional.empty();
        }
        var pause = jittered(PAUSES.get(failures - 1));
        var asked = retryAfter.flatMap(header -> RetryAfter.read(header, now)).orElse(Duration.ZERO);
        var longer = pause.compareTo(asked) >= 0 ? pause : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        return Optional.of(now.plus(longer));
    }

    private static Duration jittered(Duration pause) {
        return pause.plusMillis(
                (long) (pause.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble()));
    }
}
