package de.stadtchronik.backup;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.storage.Disk;
import de.stadtchronik.storage.EmbeddedFile;
import de.stadtchronik.storage.EmbeddedStorage;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Sha256;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Upkeep of the embedded edition: the database is a file in the data folder. */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "h2")
class EmbeddedUpkeep implements Upkeep {

    private static final Logger LOG = Logger.getLogger(EmbeddedUpkeep.class);
    private static final String DATABASE = "stadtchronik";
    private static final String FILE = DATABASE + ".mv.db";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'stadtchronik-'yyyyMMdd'T'HHmmss.SSS'Z.zip'")
            .withZone(ZoneOffset.UTC);

    /** How long to wait for all connections to be returned. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AgroalDataSource database;
    private final EmbeddedStorage storage;
    private final Disk disk;
    private final Path folder;
    private final String user;
    private final String password;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    EmbeddedUpkeep(
            AgroalDataSource database,
            EmbeddedStorage storage,
            Disk disk,
            Settings settings,
            Clock clock,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.database = database;
        this.storage = storage;
        this.disk = disk;
        this.folder = settings.dataDir();
        this.clock = clock;
        this.user = user.orElse("");
        this.password = password.orElse("");
    }

    @Override
    public Backup backUp() {
        oneAtATime.lock();
        try {
            var backups = Files.createDirectories(folder.resolve("backups").toAbsolutePath());
            var workshop = Files.createTempDirectory(backups, "making-");
            try {
                return backUp(backups, workshop);
            } finally {
                empty(workshop);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the backup cannot be written", failed);
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be backed up", failed);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Backup backUp(Path backups, Path workshop) throws IOException, SQLException {
        var copy = workshop.resolve("copy.zip");
        // What is written meanwhile may be in it or not, but never in part: the file is saved between transactions.
        storage.flush();
        try (var connection = database.getConnection();
                var zip = new ZipOutputStream(disk.writing(copy))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            EmbeddedFile.of(connection).getFileStore().backup(zip);
        }
        unpack(copy, workshop);
        Files.delete(copy);
        var facts = mark(workshop);
        // A temporary file can be read by its owner only.
        var packed = Files.createTempFile(workshop, "packed", ".zip");
        var sha256 = pack(workshop.resolve(FILE), packed);
        var name = NAME.format(clock.instant());
        Files.move(packed, backups.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return new Backup("backups/" + name, Files.size(backups.resolve(name)), sha256, facts.head(), facts.epoch());
    }

    private void unpack(Path copy, Path workshop) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(copy))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (Path.of(entry.getName()).endsWith(FILE)) {
                    try (var out = disk.writing(workshop.resolve(FILE))) {
                        zip.transferTo(out);
                    }
                    return;
                }
            }
        }
        throw new IOException("the database did not put itself into its backup");
    }

    /** Opens the copy, which proves that it is readable, and marks it as a copy. */
    private Facts mark(Path workshop) throws SQLException {
        var url = "jdbc:h2:file:" + workshop.resolve(DATABASE) + ";IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE";
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.executeUpdate("update instance set restored = true");
            try (var row =
                    statement.executeQuery("select c.head, i.epoch from change_counter c cross join instance i")) {
                row.next();
                return new Facts(row.getLong(1), row.getObject(2, UUID.class));
            } finally {
                statement.execute("shutdown");
            }
        }
    }

    private record Facts(long head, UUID epoch) {}

    /** Packs a file and returns the SHA-256 of the archive. */
    private String pack(Path file, Path packed) throws IOException {
        try (var out = new DigestOutputStream(disk.writing(packed), Sha256.digest())) {
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(FILE));
                Files.copy(file, zip);
                zip.closeEntry();
            }
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        }
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.delete(folder);
    }

    /**
     * Takes every connection of the pool, so that no transaction is under way, and has the database close itself and
     * rewrite its file. Requests meanwhile wait for a connection; the next one opens the database again.
     */
    @Override
    public void compact() {
        oneAtATime.lock();
        var held = new ArrayList<Connection>();
        try {
            // It is written anew beside the old one.
            disk.requireRoom(Files.size(folder.resolve(FILE)));
            holdAll(held);
            storage.compact(held.get(0));
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("the database cannot be compacted", failed);
        } finally {
            held.forEach(EmbeddedUpkeep::letGo);
            oneAtATime.unlock();
        }
    }

    private void holdAll(List<Connection> held) {
        var until = clock.instant().plus(PATIENCE);
        var all = database.getConfiguration().connectionPoolConfiguration().maxSize();
        while (held.size() < all) {
            try {
                held.add(database.getConnection());
            } catch (SQLException busy) {
                if (clock.instant().isAfter(until)) {
                    LOG.warnf(busy, "Not compacted: %d of %d connections are free", held.size(), all);
                    throw new Problem(
                            ProblemType.UNAVAILABLE,
                            new BilingualText(
                                    "Die Datenbank wird gerade gebraucht, etwa von einem Export. Bitte später noch einmal versuchen.",
                                    "The database is in use, for example by an export. Please try again later."));
                }
            }
        }
    }

    private static void letGo(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            LOG.debug("A connection did not outlive the compaction", alreadyGone);
        }
    }
}
