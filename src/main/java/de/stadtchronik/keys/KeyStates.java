package de.stadtchronik.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The door for those who look after the service: which keys there are. */
@ApplicationScoped
public class KeyStates {

    private final Keyring keyring;
    private final Clock clock;

    KeyStates(Keyring keyring, Clock clock) {
        this.keyring = keyring;
        this.clock = clock;
    }

    /** All of them, the oldest first, those that are no longer valid included. */
    public List<KeyState> all() {
        var now = clock.instant();
        return keyring.all().stream()
                .map(row -> new KeyState(row.id, row.name, row.role, row.createdAt, row.isUsable(now)))
                .toList();
    }
}
