package de.stadtchronik.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The classes of an edition as a JVM keeps them for its next starts, made as the operations manual says. */
public final class ClassArchive {

    private ClassArchive() {}

    /** The build makes that of the embedded edition, so that the first start of all is a quick one. */
    public static void main(String[] arguments) throws IOException {
        var archive = path(Edition.EMBEDDED);
        Files.deleteIfExists(archive);
        make(archive, Edition.EMBEDDED);
    }

    /** Where it is. Whoever asks first makes it; those who ask meanwhile, in other processes as well, wait for it. */
    static synchronized Path of(Edition edition) {
        var archive = path(edition);
        try (var lock = FileChannel.open(
                        Path.of("target", edition.name() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (held.isValid() && !Files.exists(archive)) {
                make(archive, edition);
            }
            return archive;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path path(Edition edition) {
        return edition.folder().resolve("classes.jsa");
    }

    private static void make(Path archive, Edition edition) throws IOException {
        var folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "packaged").toAbsolutePath()), "classes-");
        var settings = edition.emptyDatabase(folder.resolve("data"));
        var flags = List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        try (var app = PackagedApp.launch(edition, settings, folder, flags)) {
            app.awaitFirstAnswer();
        }
    }
}
