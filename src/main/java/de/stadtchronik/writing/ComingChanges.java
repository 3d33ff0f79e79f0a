package de.stadtchronik.writing;

import de.stadtchronik.change.Dependencies;
import de.stadtchronik.content.ContentRepository;
import de.stadtchronik.content.ContentRepository.DueItem;
import de.stadtchronik.settings.Settings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What is to be published or withdrawn within the next moments, so that no cache keeps an answer longer than it holds. Read
 * again after every write of this instance, and several times a second.
 */
@Singleton
public class ComingChanges {

    /** Beyond that any answer may change at the first of the moments. */
    private static final int MOST = 200;

    private static final Logger LOG = Logger.getLogger(ComingChanges.class);

    private final ContentRepository contents;
    private final Duration ahead;
    private final Clock clock;
    private volatile List<DueItem> items = List.of();

    ComingChanges(ContentRepository contents, Settings settings, Clock clock) {
        this.contents = contents;
        this.clock = clock;
        ahead = settings.maxAge().plus(settings.staleWhileRevalidate()).plusSeconds(1);
    }

    /** Reads what is due until soon, and says whether any of it is by now. */
    boolean look() {
        var now = clock.instant();
        items = QuarkusTransaction.joiningExisting().call(() -> contents.dueUntil(now.plus(ahead), MOST));
        return items.stream().anyMatch(item -> !item.moment().isAfter(now));
    }

    /** Reads it after something was written, which stands whatever becomes of this. */
    void lookAgain() {
        try {
            look();
        } catch (RuntimeException unanswered) {
            LOG.debug("What is due soon is read later", unanswered);
        }
    }

    /** Whether anything at all is due soon. */
    public boolean isAnything() {
        return !items.isEmpty();
    }

    /** When any of it changes first, as far as that is soon; in the past if it is late. */
    public Optional<Instant> first(Dependencies dependencies) {
        var due = items;
        return due.stream()
                .filter(item -> due.size() >= MOST || dependencies.include(item.type(), item.id()))
                .map(DueItem::moment)
                .min(Comparator.naturalOrder());
    }
}
