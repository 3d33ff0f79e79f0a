package de.stadtchronik.limits;

import de.stadtchronik.problem.Problems;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a request is answered, and how much is left.
 *
 * @param quota how many requests a minute are answered
 * @param left how many of them are left now
 * @param untilFull how long until all are available again, if no more requests come
 * @param retryAfter how long to wait; empty if the request is to be answered
 */
public record Decision(int quota, long left, Duration untilFull, Optional<Duration> retryAfter) {

    /**
     * The headers that tell it (draft-ietf-httpapi-ratelimit-headers-10, sections 3 and 4), with times in whole seconds. A
     * request that is refused tells when there is more, as {@code Retry-After} does.
     */
    public Map<String, String> headers() {
        return Map.of(
                "RateLimit-Policy", "\"default\";q=" + quota + ";w=60",
                "RateLimit", "\"default\";r=" + left + ";t=" + Problems.seconds(retryAfter.orElse(untilFull)));
    }
}
