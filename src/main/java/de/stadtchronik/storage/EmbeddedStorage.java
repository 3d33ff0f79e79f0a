package de.stadtchronik.storage;

import de.stadtchronik.clock.Debounced;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * One transaction writes at a time, and H2 saves its file in between: saved in the middle of another thread's writing, a
 * file may keep a part of it after a crash (ADR 0025). H2 does nothing to the file in the background (WRITE_DELAY); what
 * it would do there is done here.
 */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "h2")
class EmbeddedStorage implements Storage {

    /** How much later to save what no writer waits for, as H2 would. */
    private static final Duration LATER = Duration.ofMillis(500);

    /** In percent: parts of the file that hold less valid data than this are rewritten. */
    private static final int FULL_ENOUGH = 80;

    /** In bytes. */
    private static final int AT_ONCE = 1 << 20;

    private final DataSource database;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock flushing = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong durable = new AtomicLong();
    private final Debounced saved;
    private long flushed;
    private @Nullable MVStore file;
    private volatile @Nullable MVStoreException broken;
    private boolean ended;

    EmbeddedStorage(DataSource database, Vertx vertx) {
        this.database = database;
        this.saved = new Debounced(vertx, "saving", LATER, this::saveAndTidyUp);
    }

    @Override
    public <T> T asWriter(Supplier<T> transaction) {
        writing.lock();
        try {
            return transaction.get();
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
                flushed = soundly(this::saveToDisk);
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

    /**
     * Saves the file between two writers, and waits for the disk while others write again.
     *
     * @return the number of the last request to flush that this has served
     */
    private long saveToDisk() {
        MVStore store;
        long served;
        writing.lock();
        try {
            served = asked.get();
            store = file();
            store.commit();
        } finally {
            writing.unlock();
        }
        try {
            store.sync();
        } catch (MVStoreException failed) {
            // Closing the file saves everything and waits for the disk.
            if (!store.isClosed() || store.getPanicException() != null) {
                throw failed;
            }
        }
        return served;
    }

    private void saveAndTidyUp() {
        writing.lock();
        try {
            if (!ended) {
                soundly(this::tidyUp);
            }
        } finally {
            writing.unlock();
        }
    }

    private long tidyUp() {
        file().compact(FULL_ENOUGH, AT_ONCE);
        return file().commit();
    }

    /**
     * H2 gives up a file that it cannot save, as on a full disk. Opened again, the file lacks what was committed since; so
     * from then on no write is reported as saved.
     */
    private long soundly(LongSupplier work) {
        if (broken != null) {
            throw new IllegalStateException("the database could not be saved; nothing is until a restart", broken);
        }
        try {
            return work.getAsLong();
        } catch (MVStoreException failed) {
            broken = failed;
            throw failed;
        }
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
