package de.stadtchronik.harvest.run;

import de.stadtchronik.access.Actor;
import de.stadtchronik.harvest.copies.HarvestWriter;
import de.stadtchronik.harvest.copies.HarvestedItem;
import de.stadtchronik.harvest.copies.HarvestedItemReader;
import de.stadtchronik.harvest.origin.Entry;
import de.stadtchronik.harvest.origin.Origin;
import de.stadtchronik.harvest.origin.OriginFailure;
import de.stadtchronik.harvest.origin.Proof;
import de.stadtchronik.harvest.origin.Pull;
import de.stadtchronik.harvest.origin.Stadtchronik;
import de.stadtchronik.outbound.Outbound;
import de.stadtchronik.problem.Outage;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.writing.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    /** Of one run: an origin that is slow with each page must not delay other sources. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int REMOVED_AT_ONCE = 50;

    private final HarvestState state;
    private final ContentStore store;
    private final HarvestedItemReader reader;
    private final Outbound outbound;
    private final Clock clock;

    private volatile boolean stopping;

    Harvester(HarvestState state, ContentStore store, HarvestedItemReader reader, Outbound outbound, Clock clock) {
        this.state = state;
        this.store = store;
        this.reader = reader;
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
            harvest(task, origin(task));
        } catch (LostLease lost) {
            throw lost;
        } catch (OriginFailure failure) {
            LOG.warnf("Cannot pull: source=%s %s", task.name(), failure.getMessage());
            state.failed(task, String.valueOf(failure.getMessage()), failure.retryAfter());
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "Unexpected failure while harvesting: source=%s", task.name());
            state.failed(task, "Internal error, see the log.", Optional.empty());
        }
    }

    /** The origin of a source. A source of another format would get another implementation here. */
    private Origin origin(Task task) {
        return new Stadtchronik(outbound, clock, task.url(), task.secret(), task.scope());
    }

    private void harvest(Task task, Origin origin) {
        if (state.isConfirmed(task)) {
            remove(task);
            state.confirmedIsDone(task);
        }
        do {
            if (!pull(task, origin)) {
                state.succeeded(task, false);
                return;
            }
            state.readToTheEnd(task);
            if (!state.mayRemove(task)) {
                LOG.warnf(
                        "Held: so many copies would be removed that an administrator has to confirm it: source=%s",
                        task.name());
                return;
            }
            remove(task);
        } while (isToBeReadAnew(task, origin));
        state.succeeded(task, true);
    }

    /** Reads up to the last page; false if there are more pages than one run reads. */
    private boolean pull(Task task, Origin origin) {
        var begunAnew = false;
        var end = clock.instant().plus(LONGEST);
        for (var pages = 0; pages < MOST_PAGES && clock.instant().isBefore(end) && !stopping; pages++) {
            var place = state.place(task);
            var pulled = origin.pull(place);
            if (pulled instanceof Pull.Part part) {
                apply(task, part);
                if (!part.more()) {
                    return true;
                }
                if (place.filter(part.next()::equals).isPresent()) {
                    throw new OriginFailure("The feed does not go on.", Optional.empty());
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
        return false;
    }

    private void apply(Task task, Pull.Part part) {
        var rejects = new LinkedHashMap<Entry, List<Violation>>();
        var copies = read(task, part, rejects);
        try {
            store.write(actor(task.name()), writing -> {
                var all = new LinkedHashMap<>(rejects);
                all.putAll(aside(
                        copies, new HarvestWriter(writing.context(), task.name()).all(List.copyOf(copies.values()))));
                state.note(task, part, all);
            });
        } catch (LostLease lost) {
            throw lost;
        } catch (RuntimeException together) {
            LOG.warnf(
                    together,
                    "A page cannot be stored as a whole; storing its items one by one: source=%s",
                    task.name());
            oneByOne(task, part, copies, rejects);
        }
    }

    /**
     * Stores items one by one, so that one that cannot be stored does not hold up the rest. If the database is away,
     * that is not the item's fault: the run ends, and the next one begins with this page again.
     */
    private void oneByOne(
            Task task, Pull.Part part, Map<Entry, HarvestedItem> copies, Map<Entry, List<Violation>> rejects) {
        copies.forEach((entry, copy) -> {
            try {
                var aside = store.call(actor(task.name()), writing -> {
                    state.held(task);
                    return new HarvestWriter(writing.context(), task.name()).all(List.of(copy));
                });
                rejects.putAll(aside(Map.of(entry, copy), aside));
            } catch (LostLease lost) {
                throw lost;
            } catch (RuntimeException alone) {
                if (Outage.caused(alone)) {
                    throw alone;
                }
                LOG.errorf(alone, "Item cannot be stored: source=%s item=%s", task.name(), copy.id());
                rejects.put(entry, List.of(fault("cannot-be-stored")));
            }
        });
        store.write(actor(task.name()), writing -> state.note(task, part, rejects));
    }

    private Map<Entry, HarvestedItem> read(Task task, Pull.Part part, Map<Entry, List<Violation>> rejects) {
        var copies = new LinkedHashMap<Entry, HarvestedItem>();
        for (var entry : part.entries()) {
            if (entry.gone() != null) {
                continue;
            }
            if (entry.item() == null) {
                rejects.put(entry, List.of(fault("unreadable")));
                continue;
            }
            try {
                copies.put(entry, reader.read(task.name(), entry.item(), part.license(), clock.instant()));
            } catch (Problem unfit) {
                rejects.put(entry, unfit.faults());
            } catch (RuntimeException unforeseen) {
                // Whatever an origin sends, one bad item must not hold up the rest.
                LOG.warnf(unforeseen, "Item cannot be read: source=%s item=%s", task.name(), entry.id());
                rejects.put(entry, List.of(fault("unreadable")));
            }
        }
        return copies;
    }

    private static Violation fault(String code) {
        return Violation.inBody(
                "",
                code,
                new BilingualText(
                        "Dieser Eintrag lässt sich hier nicht übernehmen.", "This entry cannot be taken over here."));
    }

    private static Map<Entry, List<Violation>> aside(
            Map<Entry, HarvestedItem> copies, List<HarvestedItem.SetAside> aside) {
        var faults = new LinkedHashMap<UUID, List<Violation>>();
        aside.forEach(one -> faults.put(one.id(), one.faults()));
        var rejects = new LinkedHashMap<Entry, List<Violation>>();
        copies.forEach(
                (entry, copy) -> Optional.ofNullable(faults.get(copy.id())).ifPresent(why -> rejects.put(entry, why)));
        return rejects;
    }

    private void remove(Task task) {
        List<HarvestedItem.Dropped> some = new ArrayList<>();
        do {
            some = store.call(actor(task.name()), writing -> {
                var dropped = state.takeRetractions(task, REMOVED_AT_ONCE);
                new HarvestWriter(writing.context(), task.name()).drop(dropped);
                return dropped;
            });
        } while (!some.isEmpty());
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
