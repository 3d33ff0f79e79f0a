package de.stadtchronik.storage;

import de.stadtchronik.settings.Settings;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Looks whether the embedded edition can work in its data folder, before the migrations, which are the first to write. H2
 * would fail with stack traces, and where a file is read-only only later.
 */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "h2")
class DataFolder implements FlywayConfigurationCustomizer {

    private static final String SETTING = "stadtchronik.data-dir";

    private final Path folder;

    DataFolder(Settings settings) {
        folder = settings.dataDir();
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        // Elsewhere the file may be open in this very process, which would lose its lock when we close ours.
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            requireUsable();
        }
    }

    private void requireUsable() {
        if (!folder.isAbsolute() && !folder.startsWith(".")) {
            throw new ConfigurationException(
                    "%s is %s; it takes an absolute path, or one that begins with ./".formatted(SETTING, folder));
        }
        var file = folder.toAbsolutePath().normalize().resolve("stadtchronik.mv.db");
        try {
            Files.createDirectories(file.getParent());
            Files.delete(Files.createTempFile(file.getParent(), "may-write", null));
            if (Files.exists(file) && !isFree(file)) {
                throw new ConfigurationException(
                        "%s is in use by another process, and only one may have it open; end that, or give this one another %s"
                                .formatted(file, SETTING));
            }
        } catch (IOException refused) {
            throw new ConfigurationException(
                    "%s is %s, where this user cannot write (%s); give it the right to, or choose another folder"
                            .formatted(SETTING, file.getParent(), reason(refused)));
        }
    }

    /** H2 locks its file in this way. */
    private static boolean isFree(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        }
    }

    private static String reason(IOException refused) {
        return refused instanceof FileSystemException file
                ? file.getFile()
                        + Optional.ofNullable(file.getReason())
                                .map(": "::concat)
                                .orElse(": " + file.getClass().getSimpleName().replaceAll("(Exception)$", ""))
                : String.valueOf(refused.getMessage());
    }
}
