package de.stadtchronik.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Which keys there are, for the overview of partners. */
@ApplicationScoped
public class KeyStates {

    private final ApiKeyRepository keys;
    private final Clock clock;

    KeyStates(ApiKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** All of them, the oldest first, including those that are no longer valid. */
    public List<KeyState> all() {
        var now = clock.instant();
        return keys.all().stream()
                .map(row -> new KeyState(row.id, row.name, row.role, row.createdAt, row.isUsable(now)))
                .toList();
    }
}
