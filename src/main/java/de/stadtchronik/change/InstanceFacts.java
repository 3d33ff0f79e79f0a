package de.stadtchronik.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** What this database says of itself: the same for all replicas, and made on the first start. */
@ApplicationScoped
public class InstanceFacts {

    private static final int SECRET_BYTES = 32;

    /** Before whatever else happens at the start. */
    private static final int FIRST = 1;

    private final EntityManager database;

    InstanceFacts(EntityManager database) {
        this.database = database;
    }

    void makeOnce(@Observes @Priority(FIRST) StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.find(ChangeCounter.class, ChangeCounter.THE_ROW, LockModeType.PESSIMISTIC_WRITE);
            if (database.find(Instance.class, Instance.THE_ROW) == null) {
                var instance = new Instance();
                instance.id = Instance.THE_ROW;
                instance.epoch = UUID.randomUUID();
                instance.secret = newSecret();
                database.persist(instance);
            }
        });
    }

    /** The epoch in which positions in the change log have their meaning. */
    public UUID epoch() {
        return facts().epoch;
    }

    /** The key with which this service signs what it hands out itself. */
    public byte[] secret() {
        return Base64.getDecoder().decode(facts().secret);
    }

    private Instance facts() {
        return QuarkusTransaction.joiningExisting().call(() -> database.find(Instance.class, Instance.THE_ROW));
    }

    private static String newSecret() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
