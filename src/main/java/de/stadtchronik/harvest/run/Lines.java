package de.stadtchronik.harvest.run;

import de.stadtchronik.storage.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Lines of a manifest in the order of ids, read in portions, so that there may be any number. */
final class Lines {

    private static final int AT_ONCE = 1000;

    private final BiFunction<UUID, Integer, List<ManifestLine>> source;
    private final Deque<ManifestLine> read = new ArrayDeque<>();
    private UUID after = Ids.BEFORE_ALL;
    private boolean ended;

    /** @param source reads so many lines after an id, in a transaction of its own */
    Lines(BiFunction<UUID, Integer, List<ManifestLine>> source) {
        this.source = source;
    }

    /** Merges two sources in one order; where both have an item, the line of the first counts. */
    static void merge(Lines first, Lines second, Consumer<ManifestLine> out) {
        var one = first.peek();
        var other = second.peek();
        while (one.isPresent() || other.isPresent()) {
            var order = order(one, other);
            out.accept(order <= 0 ? one.orElseThrow() : other.orElseThrow());
            one = order <= 0 ? first.next() : one;
            other = order >= 0 ? second.next() : other;
        }
    }

    /** As texts: the order of {@link UUID} itself is another one. */
    private static int order(Optional<ManifestLine> one, Optional<ManifestLine> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? -1 : 1;
        }
        return one.get().id().toString().compareTo(other.get().id().toString());
    }

    private Optional<ManifestLine> next() {
        read.remove();
        return peek();
    }

    private Optional<ManifestLine> peek() {
        if (read.isEmpty() && !ended) {
            read.addAll(QuarkusTransaction.requiringNew().call(() -> source.apply(after, AT_ONCE)));
            ended = read.size() < AT_ONCE;
            Optional.ofNullable(read.peekLast()).ifPresent(last -> after = last.id());
        }
        return Optional.ofNullable(read.peek());
    }
}
