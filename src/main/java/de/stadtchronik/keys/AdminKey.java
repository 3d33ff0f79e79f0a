package de.stadtchronik.keys;

import de.stadtchronik.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The key that the operator has configured, if any. */
@ApplicationScoped
class AdminKey {

    /** What it is called in the audit trail. */
    static final String NAME = "admin-key";

    private final Optional<Digest> digest;

    AdminKey(Settings settings) {
        digest = settings.adminKey().map(Digest::of);
    }

    boolean isConfigured() {
        return digest.isPresent();
    }

    boolean is(Digest token) {
        return digest.filter(token::is).isPresent();
    }
}
