package de.stadtchronik.connection;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/**
 * Lets only a few requests of one address in at a time, until their answers begin; others wait outside. So whoever asks a
 * thousand things at once waits behind himself, not everybody behind him.
 */
final class Turnstile {

    /** As many as can be worked on at the same time: more would only take turns with everybody else's. */
    private static final int MOST_INSIDE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Map<String, Queues> addresses = new HashMap<>();

    private static final class Queues {
        private int inside;
        private final Queue<Runnable> outside = new ArrayDeque<>();
    }

    /** Lets a request in, if there is room. */
    synchronized boolean passes(String address) {
        var queues = addresses.computeIfAbsent(address, unknown -> new Queues());
        if (queues.inside >= MOST_INSIDE) {
            return false;
        }
        queues.inside++;
        return true;
    }

    /** Runs something as soon as there is room. A connection waits with one request only, so there are not too many. */
    void waits(String address, Runnable entry) {
        synchronized (this) {
            if (!passes(address)) {
                Objects.requireNonNull(addresses.get(address)).outside.add(entry);
                return;
            }
        }
        entry.run();
    }

    /** What waits need not be run any more. */
    synchronized void givesUp(String address, Runnable entry) {
        var queues = addresses.get(address);
        if (queues != null) {
            queues.outside.remove(entry);
        }
    }

    /** Lets one out, and the next in. */
    void leave(String address) {
        Runnable next;
        synchronized (this) {
            var queues = Objects.requireNonNull(addresses.get(address));
            next = queues.outside.poll();
            if (next == null && --queues.inside == 0) {
                addresses.remove(address);
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
