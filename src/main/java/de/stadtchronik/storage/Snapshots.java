package de.stadtchronik.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/**
 * Reads all tables as of one moment, over a connection of its own: whatever writers do meanwhile, what is read first and
 * what is read last fit together, and nothing is kept in a persistence context.
 */
@ApplicationScoped
class Snapshots {

    /** {@code org.h2.engine.Constants.TRANSACTION_SNAPSHOT}: one state of all tables; its REPEATABLE READ is by table. */
    private static final int H2_SNAPSHOT = 6;

    private final DataSource database;
    private final SessionFactory hibernate;

    Snapshots(DataSource database, SessionFactory hibernate) {
        this.database = database;
        this.hibernate = hibernate;
    }

    /** What is done with a connection on which one state of the database is seen. */
    interface ByConnection<T> {
        T read(Connection connection) throws SQLException, IOException;
    }

    /** What is done with a session on which one state of the database is seen. */
    interface BySession<T> {
        T read(StatelessSession session) throws IOException;
    }

    /** @throws IOException if whoever gets to read what was read does not take it */
    <T> T bySession(BySession<T> work) throws IOException {
        return byConnection(connection -> {
            try (var session =
                    hibernate.withStatelessOptions().connection(connection).openStatelessSession()) {
                return work.read(session);
            }
        });
    }

    /** @throws IOException if whoever gets to read what was read does not take it */
    <T> T byConnection(ByConnection<T> work) throws IOException {
        try (var connection = database.getConnection()) {
            var isolation = connection.getTransactionIsolation();
            try {
                begin(connection);
                return work.read(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be read", failed);
        }
    }

    private static void begin(Connection connection) throws SQLException {
        var embedded = connection.getMetaData().getDatabaseProductName().equals("H2");
        connection.setTransactionIsolation(embedded ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
    }
}
