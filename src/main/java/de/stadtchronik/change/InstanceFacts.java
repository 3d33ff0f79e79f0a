package de.stadtchronik.change;

import de.stadtchronik.settings.Settings;
import de.stadtchronik.storage.Storage;
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
import org.jboss.logging.Logger;

/** Facts about this database, shared by all replicas and created at the first start. */
@ApplicationScoped
public class InstanceFacts {

    private static final int SECRET_BYTES = 32;

    /** Before everything else at the start. */
    private static final int FIRST = 1;

    private static final Logger LOG = Logger.getLogger(InstanceFacts.class);

    private final EntityManager database;
    private final DatabaseIdentity home;
    private final Settings settings;
    private final Storage storage;

    InstanceFacts(EntityManager database, DatabaseIdentity home, Settings settings, Storage storage) {
        this.database = database;
        this.home = home;
        this.settings = settings;
        this.storage = storage;
    }

    void makeOnce(@Observes @Priority(FIRST) StartupEvent start) {
        var place = home.place();
        storage.write(() -> {
            database.find(ChangeCounter.class, ChangeCounter.THE_ROW, LockModeType.PESSIMISTIC_WRITE);
            var instance = database.find(Instance.class, Instance.THE_ROW);
            if (instance == null) {
                instance = made();
                database.persist(instance);
            } else if (wasRestored(instance, place)) {
                instance.epoch = UUID.randomUUID();
                LOG.infof("The database was restored: a new epoch begins, %s", instance.epoch);
            }
            instance.restored = false;
            instance.home = place;
        });
        storage.flush();
    }

    private boolean wasRestored(Instance instance, String place) {
        return instance.restored || settings.restored() || (instance.home != null && !instance.home.equals(place));
    }

    private static Instance made() {
        var instance = new Instance();
        instance.id = Instance.THE_ROW;
        instance.epoch = UUID.randomUUID();
        instance.secret = newSecret();
        return instance;
    }

    /** The epoch in which positions in the change log have their meaning. */
    public UUID epoch() {
        return facts().epoch;
    }

    /** Gives positions in the change log a new meaning; to be called in a turn. */
    public void beginEpoch() {
        facts().epoch = UUID.randomUUID();
    }

    /** By which rules what lists go by was made. */
    public int indexedBy() {
        return facts().indexedBy;
    }

    /** Notes by which rules what lists go by is made by now; to be called in a turn. */
    public void indexedBy(int rules) {
        facts().indexedBy = rules;
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
