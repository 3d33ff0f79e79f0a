package de.stadtchronik.harvest.run;

import de.stadtchronik.content.CopyRepository;
import de.stadtchronik.harvest.origin.OriginFailure;
import de.stadtchronik.harvest.origin.Pull;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What no origin may do to us without being confirmed: bring very much, or take very much back. */
@ApplicationScoped
class Confirmations {

    /** So few copies may always be removed. */
    private static final int HANDFUL = 5;

    /** A fifth of the copies may be removed without being confirmed. */
    private static final int PART = 5;

    private final HarvestState state;
    private final CopyRepository copies;
    private final Removals removals;

    Confirmations(HarvestState state, CopyRepository copies, Removals removals) {
        this.state = state;
        this.copies = copies;
        this.removals = removals;
    }

    /**
     * Whether a page may be taken; otherwise the source is held until an administrator confirms that it brings so much.
     *
     * @throws OriginFailure if the feed does not go on
     */
    boolean mayTake(Task task, Pull.Part part) {
        return state.call(task, row -> {
            if (part.more() && (part.next().equals(row.place) || row.cameBy(part.next()))) {
                throw new OriginFailure("The feed goes round in a circle.", Optional.empty());
            }
            var ids = part.entries().stream()
                    .filter(entry -> entry.item() != null)
                    .flatMap(entry -> Stream.ofNullable(entry.id()))
                    .collect(Collectors.toSet());
            var fresh = ids.size() - copies.among(row.name, ids).size();
            var all = fresh == 0 ? 0 : copies.count(row.name) + fresh;
            if (all <= row.mostCopies && row.bytes + part.bytes() <= row.mostBytes) {
                return true;
            }
            row.overfull = true;
            row.hold(
                    state.now(),
                    all > row.mostCopies
                            ? "There would be more than %d copies.".formatted(row.mostCopies)
                            : "More than %d bytes were read, and there is more.".formatted(row.mostBytes));
            return false;
        });
    }

    /**
     * Whether the pending removals may be carried out: few, a small part of all copies, or confirmed. Otherwise the
     * source is held until an administrator confirms them.
     */
    boolean mayRemove(Task task) {
        return state.call(task, row -> {
            var all = copies.count(row.name);
            var gone = removals.count(row.name);
            if (row.confirmed || gone <= HANDFUL || gone * PART <= all) {
                return true;
            }
            row.hold(state.now(), "%d of %d copies would be removed.".formatted(gone, all));
            return false;
        });
    }

    boolean isConfirmed(Task task) {
        return state.call(task, row -> row.confirmed);
    }

    /** The confirmed removals are done; the next ones have to be confirmed again. */
    void confirmedIsDone(Task task) {
        state.write(task, row -> row.confirmed = false);
    }
}
