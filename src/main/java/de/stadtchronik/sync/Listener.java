package de.stadtchronik.sync;

import de.stadtchronik.content.FeedCursor;
import de.stadtchronik.content.FeedPage;
import de.stadtchronik.content.FeedQuestion;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * Somebody who listens: gets the next event when the one before is on its way, and the next part of the feed when there
 * are no events left. All of it is guarded by the object itself.
 */
final class Listener implements Flow.Subscription {

    /** How many changes are held ready; few, because there may be many listeners. */
    static final int AT_ONCE = 20;

    private final Audience audience;
    private final Flow.Subscriber<? super OutboundSseEvent> receiver;
    private final Sse sse;
    private final Runnable hangUp;
    private final Consumer<FeedCursor> follower;
    private final Queue<OutboundSseEvent> ready = new ArrayDeque<>();

    private FeedQuestion question;
    private boolean more;
    private long demand;
    private boolean sending;
    private boolean reading;
    private boolean ended;
    private long waitingSince = System.nanoTime();

    Listener(
            Audience audience,
            Flow.Subscriber<? super OutboundSseEvent> receiver,
            Sse sse,
            Runnable hangUp,
            Consumer<FeedCursor> follower,
            FeedQuestion question) {
        this.audience = audience;
        this.receiver = receiver;
        this.sse = sse;
        this.hangUp = hangUp;
        this.follower = follower;
        this.question = question;
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
        for (var entry : page.entries()) {
            ready.add(sse.newEventBuilder()
                    .name("change")
                    .id(page.after(entry).text())
                    .data(new String(entry.json(), StandardCharsets.UTF_8))
                    .build());
        }
        question = question.from(page.next());
        more = page.hasMore();
        if (!more) {
            ready.add(position());
        }
        send();
    }

    /** Says that the line is alive, and where the listener is, which may have moved although nothing was for it. */
    synchronized void beat() {
        if (ready.isEmpty() && !reading) {
            ready.add(position());
            send();
        }
    }

    /** An id without data is remembered, and dispatches no event. */
    private OutboundSseEvent position() {
        var place = question.since().orElseThrow();
        follower.accept(place);
        return sse.newEventBuilder().id(place.text()).comment("").build();
    }

    /** Has the next part of the feed read, if there may be one and nothing is left to be sent. */
    synchronized void lookFurther(long head) {
        var behind = more || question.since().orElseThrow().after() < head;
        if (behind && !ended && !reading && ready.isEmpty()) {
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
        while (demand > 0 && !ended && !ready.isEmpty()) {
            demand--;
            receiver.onNext(ready.remove());
            waitingSince = System.nanoTime();
        }
        sending = false;
        if (more) {
            lookFurther(0);
        }
    }

    /** Whether it has taken nothing for longer than that, although there is something for it. */
    synchronized boolean isStuck(long nanos) {
        return !ready.isEmpty() && System.nanoTime() - waitingSince > nanos;
    }

    /** Lets it go; it can come again with what it has last received. */
    synchronized void end() {
        if (!ended) {
            ended = true;
            ready.clear();
            receiver.onComplete();
        }
    }

    /** The same for one that takes nothing, not even the end. */
    void drop() {
        end();
        hangUp.run();
    }
}
