package de.stadtchronik.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.stadtchronik.clockwork.Clockwork;
import de.stadtchronik.content.Feed;
import de.stadtchronik.content.FeedCursor;
import de.stadtchronik.content.FeedPage;
import de.stadtchronik.content.FeedQuestion;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.Words;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * All who listen. They cost a connection each and nothing else while nothing happens; when something does, it is read
 * once for all who follow the same.
 */
@ApplicationScoped
class Audience {

    private static final Duration LOOK = Duration.ofMillis(250);

    /** Well below the timeout of idle connections, ours and those of proxies. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** For somebody who takes nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For somebody who takes nothing and holds a part of the feed meanwhile. */
    private static final Duration HOLDING = Duration.ofSeconds(5);

    /** In bytes; the largest part of the feed fits, and a small heap has room for it. */
    private static final int KEPT = 8_000_000;

    private final Feed feed;
    private final int most;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Cache<Place, FeedPage> pages = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .<Place, FeedPage>weigher((place, page) -> page.bytes())
            .build();
    private final Clockwork office = new Clockwork("audience", 2);

    private volatile long head;
    private boolean over;

    Audience(Feed feed, Settings settings) {
        this.feed = feed;
        this.most = settings.limits().listeners();
    }

    /** What many wait for at the same place is read once. */
    private record Place(FeedQuestion question, long head) {}

    void begin(@Observes StartupEvent start) {
        office.repeat(this::letGo, LOOK);
        office.repeat(this::look, LOOK);
        office.repeat(this::beat, HEARTBEAT);
        // The service waits for requests under way before it tells anybody that it stops, and these never end by
        // themselves.
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "audience-end"));
    }

    /**
     * Lets somebody listen.
     *
     * @throws Problem TOO_MANY_LISTENERS, or what is wrong with the question
     */
    Multi<OutboundSseEvent> listen(
            FeedQuestion question, Consumer<FeedCursor> follower, Sse sse, HttpServerRequest request) {
        var first = page(question.by(Listener.AT_ONCE), feed.head());
        var listener = new Listener(this, sse, new Line(request), follower, question.by(Listener.AT_ONCE));
        listener.take(first);
        admit(listener);
        // This lives as long as the connection, so it must not know the first part of the feed.
        return Multi.createFrom().<OutboundSseEvent>publisher(listener::begin);
    }

    /** Counted before anything is sent, so that those who come at the same moment are not too many. */
    private synchronized void admit(Listener listener) {
        if (over) {
            listener.end();
            return;
        }
        if (listeners.size() >= most) {
            throw Problem.tooMany(
                    ProblemType.TOO_MANY_LISTENERS,
                    new Words("Es hören schon %d zu.", "%d are listening already.").with(most),
                    PATIENCE);
        }
        listeners.add(listener);
    }

    void forget(Listener listener) {
        listeners.remove(listener);
    }

    /** Reads the next part of the feed for a listener, once it is a thread's turn. */
    void read(Listener listener, FeedQuestion question) {
        office.soon(() -> {
            try {
                listener.take(page(question, head));
            } catch (Problem expired) {
                // It learns why when it comes again.
                drop(listener);
            } catch (RuntimeException | Error trouble) {
                // It would wait for this part forever.
                drop(listener);
                throw trouble;
            }
        });
    }

    private FeedPage page(FeedQuestion question, long newest) {
        return pages.get(new Place(question, newest), place -> feed.page(place.question()));
    }

    private void look() {
        if (!listeners.isEmpty()) {
            head = feed.head();
            listeners.forEach(listener -> listener.lookFurther(head));
        }
    }

    /** The stuck, and what those hold who may be stuck: even while the database is away. */
    private void letGo() {
        for (var listener : listeners) {
            if (listener.isGone() || listener.isStuckFor(PATIENCE)) {
                drop(listener);
            } else if (listener.isStuckFor(HOLDING)) {
                listener.holdNothing();
            }
        }
    }

    private void beat() {
        listeners.forEach(Listener::beat);
    }

    private void drop(Listener listener) {
        listeners.remove(listener);
        listener.drop();
    }

    private synchronized void endAll() {
        over = true;
        office.stop();
        listeners.forEach(Listener::end);
        listeners.clear();
    }
}
