package de.stadtchronik.writing;

import de.stadtchronik.access.Actor;
import de.stadtchronik.change.InstanceFacts;
import de.stadtchronik.clock.BackgroundExecutor;
import de.stadtchronik.content.ContentRepository;
import de.stadtchronik.storage.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes anew what lists are sorted and narrowed by when the rules for it have changed: in the background, a few items in
 * a turn, so that writers do not wait. Every replica does it; the second finds nothing to change.
 */
@ApplicationScoped
public class Reindexing {

    /** To be raised when the columns of a row follow from its document by other rules than before. */
    private static final int RULES = 1;

    private static final int AT_ONCE = 50;

    private static final Logger LOG = Logger.getLogger(Reindexing.class);

    private static final Actor SERVICE = new Actor("service");

    private final ContentStore store;
    private final ContentRepository contents;
    private final InstanceFacts instance;
    private final BackgroundExecutor background = new BackgroundExecutor("reindexing");
    private volatile boolean stopping;

    Reindexing(ContentStore store, ContentRepository contents, InstanceFacts instance) {
        this.store = store;
        this.contents = contents;
        this.instance = instance;
    }

    void start(@Observes @Priority(BackgroundExecutor.LAST) StartupEvent start) {
        background.soon(this::catchUp);
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        background.stop();
    }

    /** Does it, unless it was done by the rules of now. What fails or breaks off is done anew at the next start. */
    public void catchUp() {
        if (instance.indexedBy() >= RULES) {
            return;
        }
        var whole = true;
        for (var ids = after(Ids.BEFORE_ALL); !ids.isEmpty() && !stopping; ids = after(ids.get(ids.size() - 1))) {
            whole &= isIndexed(ids);
        }
        if (whole && !stopping) {
            store.write(SERVICE, writing -> instance.indexedBy(RULES));
        }
    }

    /** Whatever is wrong with one item must not hold up the others. */
    private boolean isIndexed(List<UUID> ids) {
        try {
            store.write(SERVICE, writing -> new Indexing(writing.context()).again(ids));
            return true;
        } catch (RuntimeException trouble) {
            if (ids.size() == 1) {
                LOG.errorf(trouble, "Cannot be indexed anew: item=%s", ids.get(0));
            } else {
                ids.forEach(id -> isIndexed(List.of(id)));
            }
            return false;
        }
    }

    private List<UUID> after(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> contents.idsAfter(id, AT_ONCE));
    }
}
