package de.stadtchronik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import de.stadtchronik.storage.EmbeddedFile;
import de.stadtchronik.storage.Storage;
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

/** The file of the embedded edition is saved between two writers, and by nothing else. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EmbeddedFileTest {

    @Inject
    Storage storage;

    @Inject
    EntityManager entities;

    @Inject
    DataSource database;

    @Test
    void theFileIsNotSavedWhileSomebodyIsInTheMiddleOfWriting() throws Exception {
        var inTheMiddle = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var threads = Executors.newCachedThreadPool();
        var writer = threads.submit(() -> storage.write(() -> {
            entities.createNativeQuery("update instance set restored = false").executeUpdate();
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
        try (var connection = database.getConnection()) {
            assertEquals(Integer.MAX_VALUE, EmbeddedFile.of(connection).getAutoCommitDelay());
        }
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
