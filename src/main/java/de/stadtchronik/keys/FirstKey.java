package de.stadtchronik.keys;

import de.stadtchronik.access.Actor;
import de.stadtchronik.access.Role;
import de.stadtchronik.settings.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Creates a key at the start, and writes it to a file, if none is configured and no admin key is usable. */
@ApplicationScoped
class FirstKey {

    /** Who creates it, in the audit trail. */
    static final String ACTOR = "first-start";

    private static final Logger LOG = Logger.getLogger(FirstKey.class);
    private static final String NAME = "first-key";
    private static final String FILE = "admin-key";

    private final ApiKeyRepository keys;
    private final AdminKey adminKey;
    private final Settings settings;

    FirstKey(ApiKeyRepository keys, AdminKey adminKey, Settings settings) {
        this.keys = keys;
        this.adminKey = adminKey;
        this.settings = settings;
    }

    void provide(@Observes StartupEvent start) {
        if (!adminKey.isConfigured()) {
            var wanted = new NewKey(NAME, Role.ADMIN, null, null);
            keys.createFirst(new Actor(ACTOR), wanted, this::write)
                    .ifPresent(key -> LOG.infof("The first key, with the role admin, is in %s", file()));
        }
    }

    private Path file() {
        return settings.dataDir().resolve(FILE).toAbsolutePath().normalize();
    }

    /** Written to a temporary file, which only its owner can read, and moved, so that it is never incomplete. */
    private void write(Key key) {
        try {
            Files.createDirectories(file().getParent());
            var aside = Files.createTempFile(file().getParent(), FILE, ".new");
            Files.writeString(aside, Objects.requireNonNull(key.key()) + "\n", StandardCharsets.US_ASCII);
            Files.move(aside, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "cannot write the first key to " + file()
                            + "; make the folder writable, or set stadtchronik.admin-key",
                    failed);
        }
    }
}
