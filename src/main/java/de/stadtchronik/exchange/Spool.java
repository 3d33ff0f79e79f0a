package de.stadtchronik.exchange;

import de.stadtchronik.settings.Settings;
import de.stadtchronik.storage.Disk;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where an import lies while it is read twice: a file below the data folder that only its owner can read. */
@ApplicationScoped
class Spool {

    private final Path folder;
    private final Disk disk;

    Spool(Settings settings, Disk disk) {
        this.disk = disk;
        folder = settings.dataDir().resolve("spool");
    }

    /** What an interrupted process left. */
    void clear(@Observes StartupEvent start) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var left = Files.list(folder)) {
                for (var file : left.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Keeps all that arrives, and nothing of it if it breaks off. */
    Path keep(InputStream arriving) throws IOException {
        Files.createDirectories(folder);
        var file = Files.createTempFile(folder, "import-", ".ndjson");
        var complete = false;
        try {
            disk.requireRoom();
            Files.copy(arriving, file, StandardCopyOption.REPLACE_EXISTING);
            complete = true;
            return file;
        } catch (IOException failed) {
            throw disk.refusal(failed);
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
    }
}
