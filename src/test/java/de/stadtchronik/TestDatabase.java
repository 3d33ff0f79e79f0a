package de.stadtchronik;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The database under test: a fresh H2 file, or a real PostgreSQL, as the system property {@code edition.db-kind} says.
 * One server serves the whole run, because it takes seconds to start.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** Stories say themselves when the clock is looked at. */
    private static final String NEVER = "P1D";
    /** The key with which tests do what only admins may; no shipped profile has one. */
    public static final String ADMIN_KEY = "a-key-for-tests-and-nothing-else-0123456789";

    @Override
    public Map<String, String> start() {
        try {
            var settings = new HashMap<>(isPostgres() ? emptyPostgres() : h2());
            settings.put("stadtchronik.time-check", NEVER);
            settings.put("stadtchronik.admin-key", ADMIN_KEY);
            return settings;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether this run is on PostgreSQL. */
    public static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("edition.db-kind"));
    }

    private static Map<String, String> h2() throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data-");
        return Map.of("stadtchronik.data-dir", folder.toAbsolutePath().toString());
    }

    /** The settings that lead to a new, empty PostgreSQL database. */
    public static Map<String, String> emptyPostgres() {
        var server = Server.INSTANCE;
        var database = "test_" + System.nanoTime();
        server.createDatabase(database);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                server.postgres.getJdbcUrl("postgres", database),
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres");
    }

    /** The address of a copy of a PostgreSQL database, which nobody may be using. */
    public static String copyOf(String url) {
        var name = url.replaceFirst(".*/([^/?]+).*", "$1");
        Server.INSTANCE.copyDatabase(name, name + "_copy");
        return url.replace(name, name + "_copy");
    }

    @Override
    public void stop() {
        // The server ends with the run; folders are cleaned with target.
    }

    /** The PostgreSQL server of this run. */
    private static final class Server {

        static final Server INSTANCE = new Server();

        final EmbeddedPostgres postgres;

        private Server() {
            try {
                postgres = EmbeddedPostgres.builder().setPort(FreePort.next()).start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        void createDatabase(String name) {
            execute("create database " + name);
        }

        void copyDatabase(String name, String copy) {
            execute("create database " + copy + " template " + name);
        }

        private void execute(String sql) {
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (java.sql.SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
