package de.stadtchronik.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.stadtchronik.access.Addresses;
import de.stadtchronik.access.Callers;
import de.stadtchronik.clock.BackgroundExecutor;
import de.stadtchronik.connection.Client;
import de.stadtchronik.connection.Places;
import de.stadtchronik.connection.PortClosed;
import de.stadtchronik.feed.Feed;
import de.stadtchronik.feed.FeedCursor;
import de.stadtchronik.feed.FeedPage;
import de.stadtchronik.feed.FeedQuestion;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.BilingualText;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Sends changes to all listeners. While nothing changes, a listener costs a connection and nothing else; a change is
 * read once for all listeners with the same filter.
 */
@ApplicationScoped
class SseBroadcaster {

    private static final Duration LOOK = Duration.ofMillis(250);

    /** Well below the timeout of idle connections, ours and those of proxies. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** When to try again if there is no room. */
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    /** For a listener that does not read, until the part of the feed held for it is given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** In bytes: room for the largest part of the feed, and not too much for a small heap. */
    private static final int KEPT = 4_000_000;

    private final Feed feed;
    private final Addresses addresses;
    private final Places places;
    private final Set<SseSubscriber> listeners = ConcurrentHashMap.newKeySet();
    private final Cache<Place, FeedPage> pages = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .<Place, FeedPage>weigher((place, page) -> page.bytes())
            .build();
    private final BackgroundExecutor background = new BackgroundExecutor("broadcaster", 2);

    private volatile long head;
    private boolean over;

    SseBroadcaster(Feed feed, Addresses addresses, Settings settings) {
        this.feed = feed;
        this.addresses = addresses;
        places = new Places(settings.limits().listeners(), settings.limits().listenersPerCaller());
    }

    /** Listeners at the same place share what is read there. */
    private record Place(FeedQuestion question, long head) {}

    void begin(@Observes StartupEvent start) {
        background.repeat(this::letGo, LOOK);
        background.repeat(this::look, LOOK);
        background.repeat(this::beat, HEARTBEAT);
    }

    /**
     * Adds a listener.
     *
     * @throws Problem TOO_MANY_LISTENERS, or what is wrong with the question
     */
    Multi<OutboundSseEvent> listen(
            FeedQuestion question, Consumer<FeedCursor> follower, Sse sse, RoutingContext request) {
        var place = place(request);
        var listener = new SseSubscriber(
                this, sse, Client.of(request.request()), place, follower, question.by(SseSubscriber.AT_ONCE));
        try {
            listener.take(page(question.by(SseSubscriber.AT_ONCE), feed.head()));
        } catch (RuntimeException refused) {
            place.close();
            throw refused;
        }
        admit(listener);
        // This lives as long as the connection, so it must not hold the first part of the feed.
        return Multi.createFrom().<OutboundSseEvent>publisher(listener::begin);
    }

    private Places.Place place(RoutingContext request) {
        return places.take(addresses.caller(request), Callers.actor(request).isPresent())
                .orElseThrow(() -> Problem.tooMany(
                        ProblemType.TOO_MANY_LISTENERS,
                        new BilingualText(
                                "Es sind schon zu viele Verbindungen offen, im Ganzen oder von hier.",
                                "There are too many open connections already, in all or from here."),
                        A_WHILE));
    }

    private synchronized void admit(SseSubscriber listener) {
        if (over) {
            listener.end();
        } else {
            listeners.add(listener);
        }
    }

    void forget(SseSubscriber listener) {
        listeners.remove(listener);
    }

    /** Reads the next part of the feed for a listener, once it is a thread's turn. */
    void read(SseSubscriber listener, FeedQuestion question) {
        background.soon(() -> {
            try {
                listener.take(page(question, head));
            } catch (Problem expired) {
                // The client learns the reason when it connects again.
                drop(listener);
            } catch (RuntimeException | Error trouble) {
                // Otherwise it would wait for this part forever.
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

    /** Drops listeners that are gone, and frees what slow ones hold; works without the database, too. */
    private void letGo() {
        for (var listener : listeners) {
            if (listener.isGone()) {
                drop(listener);
            } else if (listener.isStuckFor(PATIENCE)) {
                listener.holdNothing();
            }
        }
    }

    private void beat() {
        listeners.forEach(SseSubscriber::beat);
    }

    private void drop(SseSubscriber listener) {
        listeners.remove(listener);
        listener.drop();
    }

    /** The service waits for requests under way, and these never end by themselves. */
    synchronized void endAll(@Observes PortClosed stop) {
        over = true;
        background.stop();
        listeners.forEach(SseSubscriber::end);
        listeners.clear();
    }
}
