package de.stadtchronik.sync;

import de.stadtchronik.content.FeedCursor;
import de.stadtchronik.content.FeedEntry;
import de.stadtchronik.content.FeedPage;
import de.stadtchronik.content.FeedQuestion;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who listens: gets the next event when the one before is on its way, and the next part of the feed when there
 * are no events left. All of it is guarded by the object itself.
 */
final class Listener implements Flow.Subscription {

    /** How many changes are held ready; few, because there may be many listeners. */
    static final int AT_ONCE = 20;

    private final Audience audience;
    private final Sse sse;
    private final Line line;
    private final Consumer<FeedCursor> follower;

    /** Made when it is their turn, so that those who wait for the same hold it once. */
    private final Queue<Supplier<OutboundSseEvent>> ready = new ArrayDeque<>();

    private Flow.@Nullable Subscriber<? super OutboundSseEvent> receiver;

    /** On from where all is sent that is ready. */
    private FeedQuestion question;

    /** On from where the last is sent that is on its way. */
    private @Nullable FeedCursor sent;

    private boolean more;
    private long demand;
    private boolean sending;
    private boolean reading;
    private boolean ended;
    private long waitingSince = System.nanoTime();

    Listener(Audience audience, Sse sse, Line line, Consumer<FeedCursor> follower, FeedQuestion question) {
        this.audience = audience;
        this.sse = sse;
        this.line = line;
        this.follower = follower;
        this.question = question;
    }

    /** From now on there is somebody who takes what is ready. */
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
        audience.forget(this);
    }

    /** Takes the next part of the feed, and where it ends. */
    synchronized void take(FeedPage page) {
        reading = false;
        if (ended) {
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

    /** Says that the line is alive, and where the listener is, which may have moved although nothing was for it. */
    synchronized void beat() {
        if (!ended && !reading && ready.isEmpty()) {
            ready.add(this::position);
            send();
        }
    }

    /** An id without data is remembered, and dispatches no event. */
    private OutboundSseEvent position() {
        var place = question.since().orElseThrow();
        follower.accept(place);
        return sse.newEventBuilder().id(place.text()).comment("").build();
    }

    /** Has the next part of the feed read, if there may be one, nothing is left to be sent, and somebody takes it. */
    synchronized void lookFurther(long head) {
        var behind = more || question.since().orElseThrow().after() < head;
        if (behind && !ended && !reading && ready.isEmpty() && demand > 0) {
            reading = true;
            audience.read(this, question);
        }
    }

    private void send() {
        if (sending) {
            // The receiver asks for more while it is being given something: whoever gives goes on.
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
        if (more) {
            lookFurther(0);
        }
    }

    /** Whether what is on its way has not been taken for longer than that. */
    synchronized boolean isStuckFor(Duration time) {
        return demand == 0 && System.nanoTime() - waitingSince > time.toNanos();
    }

    /** Whether nobody is there any more, although nobody said so. */
    boolean isGone() {
        return line.isClosed();
    }

    /** What is ready is read once more when somebody takes it: many who wait each at a place of its own hold too much. */
    synchronized void holdNothing() {
        if (sent != null && !ready.isEmpty()) {
            ready.clear();
            question = question.from(sent);
            more = true;
        }
    }

    /** Lets it go; it can come again with what it has last received. */
    synchronized void end() {
        if (!ended) {
            ended = true;
            ready.clear();
            if (receiver != null) {
                receiver.onComplete();
            }
        }
    }

    /** The same for one that takes nothing, not even the end. */
    void drop() {
        line.hangUp();
        end();
    }
}
