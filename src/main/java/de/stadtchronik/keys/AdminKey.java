package de.stadtchronik.keys;

import de.stadtchronik.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The key that the operator has configured, if any. */
@ApplicationScoped
class AdminKey {

    /** What it is called in the audit trail. */
    static final String NAME = "admin-key";

    private static final int SHORTEST = 32;

    private final Optional<Digest> digest;

    AdminKey(Settings settings) {
        digest = settings.adminKey().map(AdminKey::usable).map(Digest::of);
    }

    boolean isConfigured() {
        return digest.isPresent();
    }

    boolean is(Digest token) {
        return digest.filter(token::is).isPresent();
    }

    private static String usable(String key) {
        if (key.length() < SHORTEST) {
            throw new IllegalStateException(
                    "stadtchronik.admin-key has " + key.length() + " characters; it needs at least " + SHORTEST);
        }
        if (!BearerAuthentication.TOKEN.matcher(key).matches()) {
            throw new IllegalStateException("stadtchronik.admin-key takes letters, digits and - . _ ~ + / only");
        }
        return key;
    }
}
