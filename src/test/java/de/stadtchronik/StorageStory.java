package de.stadtchronik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

/** What is written gets to disk as a whole. That it does so when the process dies is shown where one can be killed. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StorageStory {

    private static final String SOMETHING = "update instance set restored = false";

    @Inject
    EntityManager entities;

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
}
