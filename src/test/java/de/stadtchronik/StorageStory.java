package de.stadtchronik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.stadtchronik.storage.EmbeddedFile;
import de.stadtchronik.storage.Storage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is written gets to disk as a whole. That it does so when the process dies is shown where one can be killed. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StorageStory {

    private static final String SOMETHING = "update instance set restored = false";

    @Inject
    Storage storage;

    @Inject
    EntityManager entities;

    @Inject
    DataSource database;

    @Test
    void theFileIsNotSavedWhileSomebodyIsInTheMiddleOfWriting() throws Exception {
        assumeFalse(TestDatabase.isPostgres());
        var inTheMiddle = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var threads = Executors.newCachedThreadPool();
        var writer = threads.submit(() -> storage.write(() -> {
            writeSomething();
            inTheMiddle.countDown();
            return waitFor(goOn);
        }));
        inTheMiddle.await();
        var saved = savedVersion();

        var saver = new Thread(storage::flush);
        saver.start();
        while (saver.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertEquals(saved, savedVersion());

        goOn.countDown();
        writer.get();
        saver.join();
        assertNotEquals(saved, savedVersion());
        threads.shutdown();
    }

    @Test
    void theDatabaseDoesNotSaveByItself() throws SQLException {
        assumeFalse(TestDatabase.isPostgres());
        try (var connection = database.getConnection()) {
            assertEquals(Integer.MAX_VALUE, EmbeddedFile.of(connection).getAutoCommitDelay());
        }
    }

    @Test
    void whoeverForgetsToBeAWriterIsRefused() {
        var refused = assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(this::writeSomething));

        assertEquals("written outside of Storage.write: " + SOMETHING, refused.getMessage());
    }

    private void writeSomething() {
        entities.createNativeQuery(SOMETHING).executeUpdate();
    }

    private long savedVersion() throws SQLException {
        try (var connection = database.getConnection()) {
            return EmbeddedFile.of(connection).getCurrentVersion();
        }
    }

    private static boolean waitFor(CountDownLatch signal) {
        try {
            signal.await();
            return true;
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }
}
