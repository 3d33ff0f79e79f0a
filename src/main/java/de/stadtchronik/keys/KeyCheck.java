package de.stadtchronik.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Checks tokens against our keys. The row is read every time, so that a key that was revoked or rotated on any
 * replica is invalid at once; only a hash of many iterations is not computed again for a token that has matched before.
 */
@ApplicationScoped
class KeyCheck {

    /** As many tokens as may be in use at the same time. */
    private static final int REMEMBERED = 10_000;

    private final ApiKeyRepository keys;
    private final Clock clock;

    /** By the digest of a token, the stored hash that it matched. */
    private final Cache<Digest, KeyHash> matched =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    KeyCheck(ApiKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The key, if the token is right and the key is usable. */
    Optional<ApiKey> find(String text) {
        return KeyToken.parse(text).flatMap(token -> {
            var row = keys.find(token.id());
            var matches = matches(token, row.map(ApiKey::keyHash).orElse(KeyHash.OF_NOTHING));
            return row.filter(key -> matches && key.isUsable(clock.instant()));
        });
    }

    private boolean matches(KeyToken token, KeyHash stored) {
        var digest = Digest.of(token.text());
        if (stored.equals(matched.getIfPresent(digest))) {
            return true;
        }
        var matches = stored.matches(token.secret());
        if (matches) {
            matched.put(digest, stored);
        }
        return matches;
    }
}
