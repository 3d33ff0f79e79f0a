package de.stadtchronik.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * All who listen. They cost a connection each and nothing else while nothing happens; when something does, it is read
 * once for all who follow the same.
 */
@ApplicationScoped
class Audience {

    private static final Logger LOG = Logger.getLogger(Audience.class);

    private static final Duration LOOK = Duration.ofMillis(250);

    /** Well below the timeout of idle connections, ours and those of proxies. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Feed feed;
    private final int most;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Cache<Place, FeedPage> pages =
            Caffeine.newBuilder().maximumSize(16).build();
    private final ScheduledExecutorService work = Executors.newScheduledThreadPool(2, task -> {
        var thread = new Thread(task, "audience");
        thread.setDaemon(true);
        return thread;
    });

    Audience(Feed feed, Settings settings) {
        this.feed = feed;
        this.most = settings.limits().listeners();
    }

    /** What many wait for at the same place is read once. */
    private record Place(FeedQuestion question, long head) {}

    void begin(@Observes StartupEvent start) {
        repeat(this::look, LOOK);
        repeat(this::beat, HEARTBEAT);
        // The service waits for requests under way before it tells anybody that it stops, and these never end by
        // themselves.
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "audience-end"));
    }

    private void repeat(Runnable task, Duration every) {
        var repeated = work.scheduleWithFixedDelay(
                () -> attempt(task), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        LOG.tracef("Listeners are looked after: %s", repeated);
    }

    /** A loop that stops at its first trouble, such as a database that restarts, would be no loop. */
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException trouble) {
            LOG.error("Listeners could not be told what is new; trying again", trouble);
        }
    }

    /**
     * Lets somebody listen, from a first part of the feed on.
     *
     * @throws Problem TOO_MANY_LISTENERS
     */
    Multi<OutboundSseEvent> listen(
            FeedQuestion question,
            FeedPage first,
            Consumer<FeedCursor> follower,
            Sse sse,
            HttpServerRequest connection) {
        if (listeners.size() >= most) {
            throw Problem.tooMany(
                    ProblemType.TOO_MANY_LISTENERS,
                    new Words("Es hören schon %d zu.", "%d are listening already.").with(most),
                    PATIENCE);
        }
        return Multi.createFrom().publisher(receiver -> {
            var listener = new Listener(
                    this, receiver, sse, () -> connection.response().reset(), follower, question.by(Listener.AT_ONCE));
            listeners.add(listener);
            receiver.onSubscribe(listener);
            listener.take(first);
        });
    }

    void forget(Listener listener) {
        listeners.remove(listener);
    }

    /** Reads the next part of the feed for a listener, once it is a thread's turn. */
    void read(Listener listener, FeedQuestion question) {
        work.execute(() -> {
            try {
                listener.take(pages.get(new Place(question, feed.head()), place -> feed.page(place.question())));
            } catch (Problem expired) {
                // It learns why when it comes again.
                drop(listener);
            } catch (RuntimeException trouble) {
                LOG.error("A listener could not be told what is new", trouble);
                drop(listener);
            }
        });
    }

    private void look() {
        if (!listeners.isEmpty()) {
            var head = feed.head();
            listeners.forEach(listener -> listener.lookFurther(head));
        }
    }

    private void beat() {
        for (var listener : listeners) {
            if (listener.isStuck(PATIENCE.toNanos())) {
                drop(listener);
            } else {
                listener.beat();
            }
        }
    }

    private void drop(Listener listener) {
        listeners.remove(listener);
        listener.drop();
    }

    private void endAll() {
        listeners.forEach(Listener::end);
        listeners.clear();
    }
}
