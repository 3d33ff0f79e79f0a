package de.stadtchronik.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A bounded number of places for what lasts, shared so that nobody takes all of them: one caller has a share, and a
 * quarter is kept for callers with a key.
 */
public final class Places {

    private final int most;
    private final int share;
    private final Map<String, Integer> byCaller = new HashMap<>();
    private int taken;

    /**
     * Free places.
     *
     * @param most how many there are
     * @param share how many of them one caller may take
     */
    public Places(int most, int share) {
        this.most = most;
        this.share = share;
    }

    /** A place, until it is closed; closing it again has no effect. */
    public final class Place implements AutoCloseable {

        private final String caller;
        private final AtomicBoolean free = new AtomicBoolean();

        private Place(String caller) {
            this.caller = caller;
        }

        @Override
        public void close() {
            if (free.compareAndSet(false, true)) {
                giveBack(caller);
            }
        }
    }

    /**
     * Takes a place, if there is one.
     *
     * @param caller the name of a key, or an address
     * @param known whether it is a key
     */
    public synchronized Optional<Place> take(String caller, boolean known) {
        var open = known ? most : most - most / 4;
        if (taken >= open || byCaller.getOrDefault(caller, 0) >= share) {
            return Optional.empty();
        }
        taken++;
        byCaller.merge(caller, 1, Integer::sum);
        return Optional.of(new Place(caller));
    }

    private synchronized void giveBack(String caller) {
        taken--;
        byCaller.computeIfPresent(caller, (name, places) -> places == 1 ? null : places - 1);
    }
}
