package de.stadtchronik.packaged;

import de.stadtchronik.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An edition with a database of its own, which outlives the processes that run on it. */
final class Installation {

    private static final Map<String, PackagedApp> SHARED = new ConcurrentHashMap<>();

    private final Edition edition;
    private final Path folder;
    private final Map<String, String> settings;

    private Installation(Edition edition, Path folder, Map<String, String> settings) {
        this.edition = edition;
        this.folder = folder;
        this.settings = settings;
    }

    /** One that nobody has started yet. */
    static Installation fresh(Edition edition, Sample sample) {
        try {
            var parent = Files.createDirectories(Path.of("target", "packaged").toAbsolutePath());
            var folder = Files.createTempDirectory(parent, edition.name().toLowerCase(java.util.Locale.ROOT) + "-");
            var settings = new HashMap<>(edition.emptyDatabase(folder.resolve("data")));
            settings.put("stadtchronik.sample", sample.setting);
            settings.put("stadtchronik.admin-key", TestDatabase.ADMIN_KEY);
            // Tests ask more than people do, all from one address.
            settings.put("stadtchronik.limits.anonymous", "0");
            settings.put("stadtchronik.limits.admin", "0");
            return new Installation(edition, folder, settings);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A running one for whoever only reads: it starts once, and ends with the run. */
    static PackagedApp shared(Edition edition, Sample sample) {
        return SHARED.computeIfAbsent(edition + " " + sample, key -> {
            var app = fresh(edition, sample).launch();
            app.awaitFirstAnswer();
            return app;
        });
    }

    /** The same database with a setting changed; an empty value takes it away. */
    Installation with(String setting, String value) {
        var changed = new HashMap<>(settings);
        if (value.isEmpty()) {
            changed.remove(setting);
        } else {
            changed.put(setting, value);
        }
        return new Installation(edition, folder, changed);
    }

    /** The same with all of these settings. */
    Installation with(Map<String, String> changed) {
        var all = new HashMap<>(settings);
        all.putAll(changed);
        return new Installation(edition, folder, all);
    }

    Edition edition() {
        return edition;
    }

    /** What it was given. */
    String setting(String name) {
        return settings.get(name);
    }

    /** Where its files are. */
    Path folder() {
        return folder;
    }

    /** Its tables, for plain SQL. The embedded edition must not be running. */
    Connection tables() throws SQLException {
        return edition.tables(settings);
    }

    /** Starts it and returns once it answers. */
    PackagedApp start() {
        var app = launch();
        app.awaitFirstAnswer();
        return app;
    }

    /** Starts it and returns at once. */
    PackagedApp launch() {
        return PackagedApp.launch(edition, settings, folder);
    }

    /** Starts it where no file can have more than that many KiB, and returns once it answers. */
    PackagedApp startWithFilesUpTo(int most) {
        var app = PackagedApp.launchFrom("ulimit -f " + most, edition, settings, folder);
        app.awaitFirstAnswer();
        return app;
    }

    /** Starts it with its data on a disk of its own, of so many MiB, and returns once it answers. It ends with the process. */
    PackagedApp startOnADiskOf(int most) throws IOException {
        var data = Files.createDirectories(Path.of(setting("stadtchronik.data-dir")));
        var app = PackagedApp.launchFrom(
                "mount -t tmpfs -o size=%dm none %s".formatted(most, data), edition, settings, folder);
        app.awaitFirstAnswer();
        return app;
    }
}
