package de.stadtchronik.harvest;

import de.stadtchronik.access.Actor;
import de.stadtchronik.content.ContentStore;
import de.stadtchronik.content.Copy;
import de.stadtchronik.content.CopyReader;
import de.stadtchronik.outbound.Outbound;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.problem.Outage;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.text.Words;
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
 * Pulls one source: page by page, each in one turn together with the place after it; then removes what is gone, if that is
 * not suspiciously much; then compares with the origin's manifest.
 */
@ApplicationScoped
class Harvester {

    private static final Logger LOG = Logger.getLogger(Harvester.class);

    /** In one run; then others get their turn. */
    private static final int MOST_PAGES = 2000;

    /** The same: an origin that is slow with each page keeps no others from theirs. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int REMOVED_AT_ONCE = 50;

    private final Ledger ledger;
    private final ContentStore store;
    private final CopyReader reader;
    private final Outbound outbound;
    private final Clock clock;

    private volatile boolean stopping;

    Harvester(Ledger ledger, ContentStore store, CopyReader reader, Outbound outbound, Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.reader = reader;
        this.outbound = outbound;
        this.clock = clock;
    }

    static Actor actor(String source) {
        return new Actor("harvest:" + source);
    }

    /** Has runs end after the page at hand. */
    void stop() {
        stopping = true;
    }

    /** One run, whatever comes of it. */
    void run(Task task) {
        try {
            attempt(task);
        } catch (LostLease lost) {
            LOG.infof("Somebody else goes on: source=%s", task.name());
        }
    }

    private void attempt(Task task) {
        try {
            harvest(task, origin(task));
        } catch (LostLease lost) {
            throw lost;
        } catch (OriginFailure failure) {
            LOG.warnf("Cannot be pulled: source=%s %s", task.name(), failure.getMessage());
            ledger.failed(task, String.valueOf(failure.getMessage()), failure.retryAfter());
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "Cannot be harvested: source=%s", task.name());
            ledger.failed(task, "Internal error, see the log.", Optional.empty());
        }
    }

    /** The origin of a source; here others are made that speak another format. */
    private Origin origin(Task task) {
        return new Stadtchronik(outbound, clock, task.url(), task.secret(), task.scope());
    }

    private void harvest(Task task, Origin origin) {
        if (ledger.isConfirmed(task)) {
            remove(task);
            ledger.confirmedIsDone(task);
        }
        do {
            if (!pull(task, origin)) {
                ledger.succeeded(task, false);
                return;
            }
            ledger.readToTheEnd(task);
            if (!ledger.mayRemove(task)) {
                LOG.warnf("So much would be removed that somebody has to confirm it: source=%s", task.name());
                return;
            }
            remove(task);
        } while (isToBeReadAnew(task, origin));
        ledger.succeeded(task, true);
    }

    /** Reads to the end; false if there were more pages than one run reads. */
    private boolean pull(Task task, Origin origin) {
        var begunAnew = false;
        var end = clock.instant().plus(LONGEST);
        for (var pages = 0; pages < MOST_PAGES && clock.instant().isBefore(end) && !stopping; pages++) {
            var place = ledger.place(task);
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
                LOG.infof("The origin does not know our place any more; beginning anew: source=%s", task.name());
                ledger.beginAnew(task);
            }
        }
        return false;
    }

    private void apply(Task task, Pull.Part part) {
        var rejects = new LinkedHashMap<Entry, List<Fault>>();
        var copies = read(task, part, rejects);
        try {
            store.write(actor(task.name()), writing -> {
                var all = new LinkedHashMap<>(rejects);
                all.putAll(aside(copies, writing.takeOver(task.name(), List.copyOf(copies.values()))));
                ledger.note(task, part, all);
            });
        } catch (LostLease lost) {
            throw lost;
        } catch (RuntimeException together) {
            LOG.warnf(together, "A page cannot be stored together; it is stored one by one: source=%s", task.name());
            oneByOne(task, part, copies, rejects);
        }
    }

    /**
     * What cannot be stored must not hold up the rest. That the database is away says nothing of what was to be stored:
     * then the run ends, and the next one begins with this page again.
     */
    private void oneByOne(Task task, Pull.Part part, Map<Entry, Copy> copies, Map<Entry, List<Fault>> rejects) {
        copies.forEach((entry, copy) -> {
            try {
                var aside = store.call(actor(task.name()), writing -> {
                    ledger.held(task);
                    return writing.takeOver(task.name(), List.of(copy));
                });
                rejects.putAll(aside(Map.of(entry, copy), aside));
            } catch (LostLease lost) {
                throw lost;
            } catch (RuntimeException alone) {
                if (Outage.caused(alone)) {
                    throw alone;
                }
                LOG.errorf(alone, "Cannot be stored: source=%s item=%s", task.name(), copy.id());
                rejects.put(entry, List.of(fault("cannot-be-stored")));
            }
        });
        store.write(actor(task.name()), writing -> ledger.note(task, part, rejects));
    }

    private Map<Entry, Copy> read(Task task, Pull.Part part, Map<Entry, List<Fault>> rejects) {
        var copies = new LinkedHashMap<Entry, Copy>();
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
                // What somebody else writes must not hold up the rest, whatever it is.
                LOG.warnf(unforeseen, "Cannot be read: source=%s item=%s", task.name(), entry.id());
                rejects.put(entry, List.of(fault("unreadable")));
            }
        }
        return copies;
    }

    private static Fault fault(String code) {
        return Fault.inBody(
                "", code, new Words("Damit lässt sich hier nichts anfangen.", "Nothing can be made of this here."));
    }

    private static Map<Entry, List<Fault>> aside(Map<Entry, Copy> copies, List<Copy.SetAside> aside) {
        var faults = new LinkedHashMap<UUID, List<Fault>>();
        aside.forEach(one -> faults.put(one.id(), one.faults()));
        var rejects = new LinkedHashMap<Entry, List<Fault>>();
        copies.forEach(
                (entry, copy) -> Optional.ofNullable(faults.get(copy.id())).ifPresent(why -> rejects.put(entry, why)));
        return rejects;
    }

    private void remove(Task task) {
        List<Copy.Dropped> some = new ArrayList<>();
        do {
            some = store.call(actor(task.name()), writing -> {
                var dropped = ledger.takeRetractions(task, REMOVED_AT_ONCE);
                writing.drop(task.name(), dropped);
                return dropped;
            });
        } while (!some.isEmpty());
    }

    /** Compares with the origin, as far as that is at the same place. */
    private boolean isToBeReadAnew(Task task, Origin origin) {
        var place = ledger.place(task).orElse("");
        var proof =
                proof(task, origin, place).filter(offered -> offered.position().equals(place));
        if (proof.isEmpty()) {
            return false;
        }
        if (proof.get().checksum().equals(ledger.checksum(task))) {
            ledger.proved(task);
            return false;
        }
        LOG.warnf("The copies are not what the origin has: source=%s", task.name());
        return ledger.disproved(task);
    }

    /** What was pulled is good, even if it cannot be proved just now. */
    private static Optional<Proof> proof(Task task, Origin origin, String place) {
        try {
            return origin.proof(place);
        } catch (OriginFailure failure) {
            LOG.infof("Cannot be compared: source=%s %s", task.name(), failure.getMessage());
            return Optional.empty();
        }
    }
}
