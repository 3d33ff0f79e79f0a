package de.stadtchronik.change;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * H2 writes a commit to its file but leaves it to the operating system when that reaches the disk; CHECKPOINT SYNC does
 * not return before it did. One call serves all writers that were waiting when it began (group commit).
 */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "h2")
class EmbeddedDurability implements Durability {

    private final DataSource database;
    private final AtomicLong committed = new AtomicLong();
    private final ReentrantLock flushing = new ReentrantLock();
    private final AtomicLong durable = new AtomicLong();
    private long flushed;

    EmbeddedDurability(DataSource database) {
        this.database = database;
    }

    @Override
    public void flush() {
        var mine = committed.incrementAndGet();
        flushing.lock();
        try {
            if (flushed < mine) {
                var covered = committed.get();
                checkpoint();
                flushed = covered;
            }
        } finally {
            flushing.unlock();
        }
    }

    @Override
    public void flushUpTo(long position) {
        if (durable.get() < position) {
            flush();
            durable.accumulateAndGet(position, Math::max);
        }
    }

    private void checkpoint() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        } catch (SQLException failed) {
            throw new IllegalStateException("committed, but not flushed to disk", failed);
        }
    }
}
