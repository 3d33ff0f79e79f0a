package de.stadtchronik.packaged;

import de.stadtchronik.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The two applications that a build leaves, one for each kind of database. */
enum Edition {
    EMBEDDED("quarkus-app"),
    POSTGRESQL("postgresql-app");

    private final String folder;

    Edition(String folder) {
        this.folder = folder;
    }

    /** Where the build left it. */
    Path folder() {
        return Path.of("target", folder).toAbsolutePath();
    }

    /**
     * The settings that lead to a database in which nothing is yet.
     *
     * @param data where the embedded edition is to keep its files
     */
    Map<String, String> emptyDatabase(Path data) {
        return this == EMBEDDED ? Map.of("stadtchronik.data-dir", data.toString()) : TestDatabase.emptyPostgres();
    }

    /** The tables that settings lead to. The embedded edition must not be running on them. */
    Connection tables(Map<String, String> settings) throws SQLException {
        return this == EMBEDDED
                ? DriverManager.getConnection(
                        "jdbc:h2:file:" + settings.get("stadtchronik.data-dir") + "/stadtchronik;IFEXISTS=TRUE")
                : DriverManager.getConnection(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"));
    }
}
