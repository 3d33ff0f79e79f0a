package de.stadtchronik.sync;

import de.stadtchronik.connection.Client;
import de.stadtchronik.connection.Places;
import de.stadtchronik.feed.FeedCursor;
import de.stadtchronik.feed.FeedEntry;
import de.stadtchronik.feed.FeedPage;
import de.stadtchronik.feed.FeedQuestion;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A listener: is sent the next event when the one before is on its way, and reads the next part of the feed when there
 * are no events left. All state is guarded by this object.
 */
final class SseSubscriber implements Flow.Subscription {

    /** How many changes are held ready; few, because there may be many listeners. */
    static final int AT_ONCE = 20;

    /** When a client should connect again after a stop: another instance takes it at once, this one after a restart. */
    private static final Duration SOONEST = Duration.ofSeconds(1);

    private static final Duration LATEST = Duration.ofSeconds(5);

    /** What is on its way to a client that reads is taken within it. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final SseBroadcaster broadcaster;
    private final Sse sse;
    private final Client client;
    private final Places.Place place;
    private final Consumer<FeedCursor> follower;

    /** Built only when it is their turn, so that listeners who wait for the same change share it. */
    private final Queue<Supplier<OutboundSseEvent>> ready = new ArrayDeque<>();

    private Flow.@Nullable Subscriber<? super OutboundSseEvent> receiver;

    /** Where to read on once everything in {@code ready} is sent. */
    private FeedQuestion question;

    /** The place of the last event that was sent. */
    private @Nullable FeedCursor sent;

    private boolean more;
    private long demand;
    private boolean sending;
    private boolean reading;
    private boolean leaving;
    private boolean ended;
    private long waitingSince = System.nanoTime();

    SseSubscriber(
            SseBroadcaster broadcaster,
            Sse sse,
            Client client,
            Places.Place place,
            Consumer<FeedCursor> follower,
            FeedQuestion question) {
        this.broadcaster = broadcaster;
        this.sse = sse;
        this.client = client;
        this.place = place;
        this.follower = follower;
        this.question = question;
    }

    /** From now on there is a receiver for what is ready. */
    synchronized void begin(Flow.Subscriber<? super OutboundSseEvent> newReceiver) {
        receiver = newReceiver;
        newReceiver.onSubscribe(this);
        if (ended) {
            newReceiver.onComplete();
        }
    }

    @Override
    public synchronized void request(long events) {
        demand += events;
        send();
    }

    @Override
    public synchronized void cancel() {
        ended = true;
        ready.clear();
        place.close();
        broadcaster.forget(this);
    }

    /** Takes the next part of the feed. */
    synchronized void take(FeedPage page) {
        reading = false;
        if (ended || leaving) {
            return;
        }
        sent = page.from();
        page.entries().forEach(entry -> ready.add(() -> change(page, entry)));
        question = question.from(page.next());
        more = page.hasMore();
        if (!more) {
            ready.add(this::position);
        }
        send();
    }

    private OutboundSseEvent change(FeedPage page, FeedEntry entry) {
        var place = page.after(entry);
        sent = place;
        return sse.newEventBuilder()
                .name("change")
                .id(place.text())
                .data(new String(entry.json(), StandardCharsets.UTF_8))
                .build();
    }

    /** Keeps the connection alive and tells the listener its place, which may have moved although nothing matched. */
    synchronized void beat() {
        if (!ended && !reading && ready.isEmpty()) {
            ready.add(this::position);
            send();
        }
    }

    /** Browsers remember an id without data, and dispatch no event. */
    private OutboundSseEvent position() {
        var place = question.since().orElseThrow();
        follower.accept(place);
        return sse.newEventBuilder().id(place.text()).comment("").build();
    }

    /** Has the next part of the feed read, if there may be one, nothing is left to send, and the client wants more. */
    synchronized void lookFurther(long head) {
        var behind = more || question.since().orElseThrow().after() < head;
        if (behind && !ended && !reading && ready.isEmpty() && demand > 0) {
            reading = true;
            broadcaster.read(this, question);
        }
    }

    private void send() {
        if (sending) {
            // The receiver asks for more from within onNext: the loop that called it goes on.
            return;
        }
        sending = true;
        try {
            while (receiver != null && demand > 0 && !ended && !ready.isEmpty()) {
                demand--;
                waitingSince = System.nanoTime();
                receiver.onNext(ready.remove().get());
            }
        } finally {
            sending = false;
        }
        if (leaving && ready.isEmpty()) {
            complete();
        } else if (more) {
            lookFurther(0);
        }
    }

    /** Whether the receiver has taken nothing for longer than that. */
    synchronized boolean isStuckFor(Duration time) {
        return demand == 0 && System.nanoTime() - waitingSince > time.toNanos();
    }

    /** Whether the connection is closed, even if no event said so. */
    boolean isGone() {
        return client.isGone();
    }

    /** Frees what is ready, to be read again when the client takes more: many slow clients would hold too much. */
    synchronized void holdNothing() {
        if (sent != null && !ready.isEmpty()) {
            ready.clear();
            question = question.from(sent);
            more = true;
        }
    }

    /**
     * Ends the stream; the client can connect again with the id that it last received, and is told when, as soon as it has
     * taken what is on its way. Nobody waits for one that takes nothing.
     */
    synchronized void end() {
        if (receiver == null || isStuckFor(MOMENT)) {
            complete();
        } else {
            leaving = true;
            more = false;
            ready.clear();
            ready.add(this::farewell);
            send();
        }
    }

    /** Not all at the same moment, because there may be many. */
    private OutboundSseEvent farewell() {
        var wait = ThreadLocalRandom.current().nextLong(SOONEST.toMillis(), LATEST.toMillis());
        return sse.newEventBuilder().reconnectDelay(wait).comment("").build();
    }

    private synchronized void complete() {
        if (!ended) {
            ended = true;
            ready.clear();
            place.close();
            if (receiver != null) {
                receiver.onComplete();
            }
        }
    }

    /** Ends the stream of a client that reads nothing, not even its end. */
    void drop() {
        client.hangUp();
        complete();
    }
}
