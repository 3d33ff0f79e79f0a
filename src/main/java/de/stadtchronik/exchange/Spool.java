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
            try (var out = disk.writing(file)) {
                arriving.transferTo(out);
            }
            complete = true;
            return file;
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
    }
}
