package de.stadtchronik.backup;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.BilingualText;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Upkeep of the PostgreSQL edition, whose files belong to the server. */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
class ServerUpkeep implements Upkeep {

    /** All tables that may hold content. */
    private static final String REWRITE =
            "vacuum (full) content, content_version, reference, term, figure, slug, change, acknowledgement";

    private final DataSource database;

    ServerUpkeep(DataSource database) {
        this.database = database;
    }

    @Override
    public Backup backUp() {
        throw new Problem(
                ProblemType.NOT_IN_THIS_EDITION,
                new BilingualText(
                        "PostgreSQL sichert man mit pg_dump oder den Mitteln des Servers, siehe docs/operations.md.",
                        "PostgreSQL is backed up with pg_dump or by means of the server, see docs/operations.md."));
    }

    /** Readers wait for each table while it is written anew. */
    @Override
    public void compact() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(REWRITE);
        } catch (SQLException failed) {
            throw new IllegalStateException("the tables cannot be written anew", failed);
        }
    }
}
