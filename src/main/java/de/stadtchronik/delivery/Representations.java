package de.stadtchronik.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.stadtchronik.change.RecentChanges;
import de.stadtchronik.change.RecentChanges.Position;
import de.stadtchronik.reading.Basis;
import de.stadtchronik.settings.Settings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * The answers that were given last, as long as they hold. Nothing is ever invalidated: each is compared with what was
 * written since, when it is asked for.
 */
@Singleton
class Representations {

    /** In bytes: what an answer takes beside its address and its body, about. */
    private static final int OVERHEAD = 4000;

    private final RecentChanges recent;
    private final Clock clock;
    private final long room;
    private final Cache<RequestKey, Kept> kept;

    /** A representation, and up to which position it is known to hold. */
    private static final class Kept {
        private final Representation representation;
        private volatile Position holds;

        private Kept(Representation representation, Position holds) {
            this.representation = representation;
            this.holds = holds;
        }

        int size(RequestKey key) {
            return OVERHEAD + key.size() + representation.size();
        }
    }

    Representations(RecentChanges recent, Settings settings, Clock clock) {
        this.recent = recent;
        this.clock = clock;
        room = settings.cacheSize().asLongValue();
        kept = Caffeine.newBuilder()
                .maximumWeight(room)
                .<RequestKey, Kept>weigher((key, entry) -> entry.size(key))
                .build();
    }

    /** Whether anything is kept at all. */
    boolean isOn() {
        return room > 0;
    }

    /** What is kept, if it holds by now, for sure. */
    Optional<Representation> find(RequestKey key) {
        var entry = kept.getIfPresent(key);
        if (entry == null || !recent.isCurrent()) {
            return Optional.empty();
        }
        var now = recent.position();
        if (!now.equals(entry.holds)) {
            var basis = entry.representation.basis().orElseThrow();
            if (recent.isTouched(basis.dependencies(), entry.holds)) {
                kept.asMap().remove(key, entry);
                return Optional.empty();
            }
            entry.holds = now;
        }
        return Optional.of(entry.representation)
                .filter(representation -> representation
                        .basis()
                        .flatMap(Basis::until)
                        .filter(end -> !clock.instant().isBefore(end))
                        .isEmpty());
    }

    /** Keeps what can be. */
    void keep(RequestKey key, Representation representation) {
        representation.basis().ifPresent(basis -> kept.put(key, new Kept(representation, basis.position())));
    }
}
