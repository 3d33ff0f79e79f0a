package de.stadtchronik.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Requests under way whose answers others wait for: what many ask for at once is made once. */
final class Flights {

    private final Map<Object, List<Runnable>> waiting = new ConcurrentHashMap<>();

    /**
     * Joins those who ask for the same.
     *
     * @param whenMade is run once the answer is there, or is known not to come
     * @return whether this is the first of them, who has to make it
     */
    boolean isFirst(Object asked, Runnable whenMade) {
        var others = waiting.merge(asked, List.of(), (before, nothing) -> {
            var all = new ArrayList<>(before);
            all.add(whenMade);
            return all;
        });
        return others.isEmpty();
    }

    /** Lets those go on who wait. */
    void made(Object asked) {
        Optional.ofNullable(waiting.remove(asked)).ifPresent(all -> all.forEach(Runnable::run));
    }
}
