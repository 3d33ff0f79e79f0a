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
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** There is no default key. Where none is configured and none is left, the start makes one and puts it into a file. */
@ApplicationScoped
class FirstKey {

    /** Who makes it. */
    static final String ACTOR = "first-start";

    private static final Logger LOG = Logger.getLogger(FirstKey.class);
    private static final String NAME = "first-key";
    private static final String FILE = "admin-key";

    private final Keyring keyring;
    private final AdminKey adminKey;
    private final Settings settings;

    FirstKey(Keyring keyring, AdminKey adminKey, Settings settings) {
        this.keyring = keyring;
        this.adminKey = adminKey;
        this.settings = settings;
    }

    void provide(@Observes StartupEvent start) {
        if (!adminKey.isConfigured()) {
            var wanted = new NewKey(NAME, Role.ADMIN, Set.of(), Optional.empty());
            keyring.createFirst(new Actor(ACTOR), wanted, this::write)
                    .ifPresent(key -> LOG.infof("The first key, with the role admin, is in %s", file()));
        }
    }

    private Path file() {
        return settings.dataDir().resolve(FILE).toAbsolutePath().normalize();
    }

    /** Written aside and moved, so that nobody ever finds half of it, or one that others may read. */
    private void write(Key key) {
        try {
            Files.createDirectories(file().getParent());
            var aside = Files.createTempFile(file().getParent(), FILE, ".new", ownerOnly());
            Files.writeString(aside, Objects.requireNonNull(key.key()) + "\n", StandardCharsets.US_ASCII);
            Files.move(aside, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "cannot write the first key to " + file()
                            + "; make the folder writable, or set stadtchronik.admin-key",
                    failed);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
