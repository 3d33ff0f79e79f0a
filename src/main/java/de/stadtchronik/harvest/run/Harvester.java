package de.stadtchronik.harvest.run;

import de.stadtchronik.access.Actor;
import de.stadtchronik.clock.Outage;
import de.stadtchronik.harvest.copies.HarvestWriter;
import de.stadtchronik.harvest.copies.HarvestedItem;
import de.stadtchronik.harvest.origin.Origin;
import de.stadtchronik.harvest.origin.OriginFailure;
import de.stadtchronik.harvest.origin.Proof;
import de.stadtchronik.harvest.origin.Pull;
import de.stadtchronik.harvest.origin.Stadtchronik;
import de.stadtchronik.outbound.Outbound;
import de.stadtchronik.writing.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * Pulls one source: stores it page by page, each in one turn together with the place after it; then removes what is
 * gone, unless that is suspiciously much; then compares the copies with the origin's manifest.
 */
@ApplicationScoped
public class Harvester {

    private static final Logger LOG = Logger.getLogger(Harvester.class);

    /** In one run; then other sources get their turn. */
    private static final int MOST_PAGES = 2000;

    /** The share of one run: an origin that is slow with each page must not delay other sources. */
    private static final Duration SHARE = Duration.ofSeconds(30);

    private static final int REMOVED_AT_ONCE = 50;

    private final HarvestState state;
    private final ContentStore store;
    private final Outcomes outcomes;
    private final Confirmations confirmations;
    private final PageWriter pages;
    private final Outbound outbound;
    private final Clock clock;

    private volatile boolean stopping;

    Harvester(
            HarvestState state,
            Outcomes outcomes,
            Confirmations confirmations,
            PageWriter pages,
            ContentStore store,
            Outbound outbound,
            Clock clock) {
        this.state = state;
        this.store = store;
        this.outcomes = outcomes;
        this.confirmations = confirmations;
        this.pages = pages;
        this.outbound = outbound;
        this.clock = clock;
    }

    public static Actor actor(String source) {
        return new Actor("harvest:" + source);
    }

    /** Has runs end after the page at hand. */
    public void stop() {
        stopping = true;
    }

    /** Does one run and notes its result. */
    public void run(Task task) {
        try {
            attempt(task);
        } catch (LostLease lost) {
            LOG.infof(
                    "Stopped, because the source was changed, paused or taken over by another replica: source=%s",
                    task.name());
        }
    }

    private void attempt(Task task) {
        try {
            if (task.purge()) {
                purge(task);
            } else {
                harvest(task, origin(task));
            }
        } catch (LostLease lost) {
            throw lost;
        } catch (OriginFailure failure) {
            LOG.warnf("Cannot pull: source=%s %s", task.name(), failure.getMessage());
            outcomes.failed(task, String.valueOf(failure.getMessage()), failure.retryAfter());
        } catch (RuntimeException broken) {
            if (Outage.caused(broken)) {
                outcomes.failed(task, "Our database was away.", Optional.empty());
                return;
            }
            LOG.errorf(broken, "Unexpected failure while harvesting: source=%s", task.name());
            outcomes.failed(task, "Internal error, see the log.", Optional.empty());
        }
    }

    /** The origin of a source. A source of another format would get another implementation here. */
    private Origin origin(Task task) {
        return new Stadtchronik(outbound, clock, task.url(), task.secret(), task.scope());
    }

    private void harvest(Task task, Origin origin) {
        if (confirmations.isConfirmed(task)) {
            remove(task);
            confirmations.confirmedIsDone(task);
        }
        do {
            switch (pull(task, origin)) {
                case THERE_IS_MORE -> {
                    outcomes.goesOn(task);
                    return;
                }
                case HELD -> {
                    LOG.warnf(
                            "Held: it brings so much that an administrator has to confirm it: source=%s", task.name());
                    return;
                }
                case AT_THE_END -> state.readToTheEnd(task);
            }
            if (!confirmations.mayRemove(task)) {
                LOG.warnf(
                        "Held: so many copies would be removed that an administrator has to confirm it: source=%s",
                        task.name());
                return;
            }
            remove(task);
        } while (isToBeReadAnew(task, origin));
        outcomes.succeeded(task);
    }

    /** How far a run came. */
    private enum Pulled {
        AT_THE_END,
        THERE_IS_MORE,
        HELD
    }

    private Pulled pull(Task task, Origin origin) {
        var begunAnew = false;
        var end = clock.instant().plus(SHARE);
        for (var n = 0; n < MOST_PAGES && clock.instant().isBefore(end) && !stopping; n++) {
            var place = state.place(task);
            var pulled = origin.pull(place);
            if (pulled instanceof Pull.Part part) {
                if (!confirmations.mayTake(task, part)) {
                    return Pulled.HELD;
                }
                pages.store(task, part);
                if (!part.more()) {
                    return Pulled.AT_THE_END;
                }
            } else if (begunAnew) {
                throw new OriginFailure("The origin does not know the place that it has just given.", Optional.empty());
            } else {
                begunAnew = true;
                LOG.infof(
                        "The origin no longer accepts our cursor; starting from the beginning: source=%s", task.name());
                state.beginAnew(task);
            }
        }
        return Pulled.THERE_IS_MORE;
    }

    /** Removes the copies of a deleted source, in steps, and then the source. */
    private void purge(Task task) {
        var end = clock.instant().plus(SHARE);
        while (clock.instant().isBefore(end) && !stopping) {
            if (!removesSome(task, state::copies)) {
                outcomes.purged(task);
                return;
            }
        }
        outcomes.goesOn(task);
    }

    private void remove(Task task) {
        var more = true;
        while (more) {
            more = removesSome(task, state::takeRetractions);
        }
    }

    /** Removes the next of some copies in one turn; false if there are none. */
    private boolean removesSome(Task task, BiFunction<Task, Integer, List<HarvestedItem.Dropped>> next) {
        return store.call(actor(task.name()), writing -> {
            var some = next.apply(task, REMOVED_AT_ONCE);
            new HarvestWriter(writing.context(), task.name()).drop(some);
            return !some.isEmpty();
        });
    }

    /** Compares the copies with the origin's manifest, if both are at the same place. */
    private boolean isToBeReadAnew(Task task, Origin origin) {
        var place = state.place(task).orElse("");
        var proof =
                proof(task, origin, place).filter(offered -> offered.position().equals(place));
        if (proof.isEmpty()) {
            return false;
        }
        if (proof.get().checksum().equals(state.checksum(task))) {
            state.proved(task);
            return false;
        }
        LOG.warnf("The copies do not match the origin's manifest: source=%s", task.name());
        return state.disproved(task);
    }

    /** Without a manifest the run still counts as successful. */
    private static Optional<Proof> proof(Task task, Origin origin, String place) {
        try {
            return origin.proof(place);
        } catch (OriginFailure failure) {
            LOG.infof("Cannot compare with the manifest: source=%s %s", task.name(), failure.getMessage());
            return Optional.empty();
        }
    }
}
