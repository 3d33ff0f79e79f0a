package de.stadtchronik.storage;

import jakarta.enterprise.context.ApplicationScoped;
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
public class Snapshots {

    /** {@code org.h2.engine.Constants.TRANSACTION_SNAPSHOT}: one state of all tables; its REPEATABLE READ is by table. */
    private static final int H2_SNAPSHOT = 6;

    private final DataSource database;
    private final SessionFactory hibernate;

    Snapshots(DataSource database, SessionFactory hibernate) {
        this.database = database;
        this.hibernate = hibernate;
    }

    /** Reads by a session that sees one state of the database. */
    public interface BySession<T, E extends Exception> {
        T read(StatelessSession session) throws E;
    }

    /**
     * Reads with one snapshot, by a stateless session.
     *
     * @throws E as the reading does, such as when the client stops taking what was read
     */
    public <T, E extends Exception> T bySession(BySession<T, E> work) throws E {
        try (var connection = database.getConnection()) {
            var isolation = connection.getTransactionIsolation();
            try {
                begin(connection);
                try (var session =
                        hibernate.withStatelessOptions().connection(connection).openStatelessSession()) {
                    return work.read(session);
                }
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
