package de.stadtchronik.clock;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Warns of what may happen very often, such as in an attack: at most once a minute, and says how often it happened. */
public final class RareWarning {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Logger log;
    private final String message;
    private final AtomicLong unsaid = new AtomicLong();
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    public RareWarning(Logger log, String message) {
        this.log = log;
        this.message = message;
    }

    public void happened() {
        happened("");
    }

    /** With what is known of it, for the one that is told. */
    public void happened(String detail) {
        unsaid.incrementAndGet();
        var now = System.nanoTime();
        var due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE.toNanos())) {
            log.warnf("%s%s (%d times since the last such line)", message, detail, unsaid.getAndSet(0));
        }
    }
}
