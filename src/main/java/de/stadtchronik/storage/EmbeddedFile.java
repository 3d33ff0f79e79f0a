package de.stadtchronik.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * The file of the embedded edition. SQL does not tell apart what has to be: CHECKPOINT SYNC saves and waits for the disk,
 * and BACKUP saves and copies.
 */
public final class EmbeddedFile {

    private EmbeddedFile() {}

    /** The open file behind a connection; a different object after the database was closed. */
    public static MVStore of(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
