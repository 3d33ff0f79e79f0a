package de.stadtchronik.change;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * On PostgreSQL: the numbers of the database and of the table, which one made from a dump does not share; the identity of
 * the server; and its timeline, which changes when a standby takes over or an archive is replayed up to some moment.
 */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
class ServerIdentity implements DatabaseIdentity {

    private static final Logger LOG = Logger.getLogger(ServerIdentity.class);

    private final DataSource database;

    ServerIdentity(DataSource database) {
        this.database = database;
    }

    @Override
    public String place() {
        return String.join(
                " ",
                ask("select oid from pg_database where datname = current_database()"),
                ask("select cast(cast('content' as regclass) as oid)"),
                ask("select system_identifier from pg_control_system()"),
                ask("select substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)"));
    }

    @Override
    public boolean isShared() {
        return true;
    }

    /** The answer to a query; a fixed text if the server does not allow it, as hosted ones may. */
    private String ask(String question) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException unanswered) {
            LOG.debugf(unanswered, "The server does not answer: %s", question);
            return "?";
        }
    }
}
