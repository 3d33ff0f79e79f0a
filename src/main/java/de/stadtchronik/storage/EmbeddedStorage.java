package de.stadtchronik.storage;

import de.stadtchronik.clock.Debounced;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One transaction writes at a time, and H2 saves its file in between: saved in the middle of another thread's writing, a
 * file may keep a part of it after a crash (ADR 0025). H2 does nothing to the file in the background (WRITE_DELAY); what
 * it would do there is done here.
 */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "h2")
public class EmbeddedStorage implements Storage {

    /** How much later to save what no writer waits for, as H2 would. */
    private static final Duration LATER = Duration.ofMillis(500);

    /** In percent: parts of the file that hold less valid data than this are rewritten. */
    private static final int FULL_ENOUGH = 80;

    /** In bytes. */
    private static final int AT_ONCE = 1 << 20;

    private static final Logger LOG = Logger.getLogger(EmbeddedStorage.class);

    private final DataSource database;
    private final Disk disk;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock flushing = new ReentrantLock();

    /** Shared by what saves the open file, and taken alone to close it: H2 cannot do both at once. */
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();

    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong durable = new AtomicLong();
    private final Debounced saved;

    /** The last request to flush that was served. */
    private long flushed;

    private @Nullable MVStore file;
    private volatile @Nullable MVStoreException broken;
    private boolean ended;

    EmbeddedStorage(DataSource database, Disk disk, Vertx vertx) {
        this.database = database;
        this.disk = disk;
        this.saved = new Debounced(vertx, "saving", LATER, this::saveAndTidyUp);
    }

    @Override
    public <T> T asWriter(Supplier<T> transaction) {
        disk.requireRoom();
        writing.lock();
        try {
            requireSound();
            return transaction.get();
        } catch (RuntimeException failed) {
            Optional.ofNullable(file).map(MVStore::getPanicException).ifPresent(this::giveUp);
            throw broken == null ? failed : Disk.full(broken);
        } finally {
            writing.unlock();
            saved.ask();
        }
    }

    @Override
    public boolean isWriting() {
        return writing.isHeldByCurrentThread();
    }

    @Override
    public boolean isSound() {
        return broken == null;
    }

    /** One call serves all writers that were waiting when it began (group commit). */
    @Override
    public void flush() {
        var mine = asked.incrementAndGet();
        flushing.lock();
        try {
            if (flushed < mine) {
                soundly(this::saveToDisk);
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

    /** Saves the file between two writers, and waits for the disk while others write again. */
    private void saveToDisk() {
        MVStore store;
        long served;
        writing.lock();
        try {
            served = asked.get();
            store = file();
            whileOpen(store, store::commit);
        } finally {
            writing.unlock();
        }
        whileOpen(store, store::sync);
        flushed = served;
    }

    private void saveAndTidyUp() {
        writing.lock();
        try {
            if (!ended && broken == null) {
                soundly(this::tidyUp);
            }
        } finally {
            writing.unlock();
        }
    }

    private void tidyUp() {
        var store = file();
        whileOpen(store, () -> {
            store.compact(FULL_ENOUGH, AT_ONCE);
            store.commit();
        });
    }

    /** Once the file is closed there is nothing to do: closing it saves everything and waits for the disk. */
    private void whileOpen(MVStore store, Runnable work) {
        open.readLock().lock();
        try {
            if (store.getPanicException() != null) {
                throw store.getPanicException();
            }
            if (!store.isClosed()) {
                work.run();
            }
        } finally {
            open.readLock().unlock();
        }
    }

    /**
     * Has the database close its file and rewrite it; the next connection opens it again.
     *
     * @param last the only connection in use
     */
    public void compact(Connection last) throws SQLException {
        open.writeLock().lock();
        try (var statement = last.createStatement()) {
            statement.execute("shutdown compact");
        } finally {
            open.writeLock().unlock();
        }
    }

    /**
     * H2 gives up a file that it cannot save, as on a full disk. Opened again, the file lacks what was committed since; so
     * from then on no write is reported as saved.
     */
    private void soundly(Runnable work) {
        requireSound();
        try {
            work.run();
        } catch (MVStoreException failed) {
            giveUp(failed);
            throw Disk.full(failed);
        }
    }

    private void requireSound() {
        if (broken != null) {
            throw Disk.full(broken);
        }
    }

    /** Ends the service, so that it is started anew with what is saved, by whatever supervises it. */
    private synchronized void giveUp(MVStoreException failed) {
        if (broken == null) {
            broken = failed;
            LOG.fatalf(
                    "The database file cannot be written, see whether the disk of stadtchronik.data-dir is full; the"
                            + " service ends, and once started anew has all that it acknowledged: %s",
                    cause(failed));
            if (LaunchMode.current() == LaunchMode.NORMAL) {
                Quarkus.asyncExit(1);
            }
        }
    }

    private static String cause(Throwable failed) {
        return failed.getCause() == null ? String.valueOf(failed.getMessage()) : cause(failed.getCause());
    }

    /** The file, by a new connection only if need be: a caller that waits for saving may hold the last free one. */
    private MVStore file() {
        if (file != null && file.getPanicException() != null) {
            throw file.getPanicException();
        }
        if (file == null || file.isClosed()) {
            try (var connection = database.getConnection()) {
                file = EmbeddedFile.of(connection);
            } catch (SQLException failed) {
                throw new IllegalStateException("committed, but not saved", failed);
            }
        }
        return file;
    }

    /** From now on the pool closes the database, which saves everything. */
    void finish(@Observes ShutdownEvent stop) {
        writing.lock();
        try {
            ended = true;
        } finally {
            writing.unlock();
        }
    }
}
