package de.stadtchronik.harvest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtchronik.content.ContentStore;
import de.stadtchronik.content.Copy;
import de.stadtchronik.harvest.HarvestSource.Status;
import de.stadtchronik.problem.Fault;
import de.stadtchronik.storage.Storage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far each source has been read, and what is to be done about it. A process that dies leaves a lease behind, which ends
 * by itself, and another goes on from the place of the last page that was stored.
 */
@ApplicationScoped
class Ledger {

    /** Longer than a page can take, and than the clocks of replicas differ. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    /** So few may always go. */
    private static final int HANDFUL = 5;

    /** One part of so many may go without being asked for. */
    private static final int PART = 5;

    /** The nil UUID (RFC 9562, section 5.9). */
    static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final int AT_ONCE = 500;

    private static final List<Status> RUNNING = List.of(Status.ACTIVE, Status.FAILING);

    private final EntityManager database;
    private final Storage storage;
    private final ContentStore store;
    private final Rejects rejects;
    private final Removals removals;
    private final ObjectMapper json;
    private final Clock clock;

    Ledger(
            EntityManager database,
            Storage storage,
            ContentStore store,
            Rejects rejects,
            Removals removals,
            ObjectMapper json,
            Clock clock) {
        this.database = database;
        this.storage = storage;
        this.store = store;
        this.rejects = rejects;
        this.removals = removals;
        this.json = json;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The sources that are due; whichever waited longest comes first. */
    List<String> due(int limit) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery(
                                "select name from HarvestSource where status in :running and dueAt <= :now"
                                        + " and (leasedUntil is null or leasedUntil <= :now) order by dueAt, name",
                                String.class)
                        .setParameter("running", RUNNING)
                        .setParameter("now", now())
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** A source that is to be pulled by us alone; empty if another replica is at it, or it is not due any more. */
    Optional<Task> take(String name) {
        return storage.write(() -> {
            var lease = UUID.randomUUID();
            var taken = database.createQuery(
                            "update HarvestSource set leasedBy = :lease, leasedUntil = :until where name = :name"
                                    + " and status in :running and dueAt <= :now"
                                    + " and (leasedUntil is null or leasedUntil <= :now)")
                    .setParameter("lease", lease)
                    .setParameter("until", now().plus(LEASE))
                    .setParameter("name", name)
                    .setParameter("running", RUNNING)
                    .setParameter("now", now())
                    .executeUpdate();
            return Optional.of(taken)
                    .filter(rows -> rows == 1)
                    .map(rows -> database.find(HarvestSource.class, name))
                    .map(row -> new Task(name, lease, row.dueAt, row.url, row.secret, scope(row)));
        });
    }

    /**
     * The row of a source that we hold, for the transaction at hand; our lease begins anew.
     *
     * @throws LostLease if we do not hold it any more
     */
    HarvestSource held(Task task) {
        var row = Optional.ofNullable(database.find(HarvestSource.class, task.name(), LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> task.lease().equals(found.leasedBy))
                .orElseThrow(() -> new LostLease(task.name()));
        row.leasedUntil = now().plus(LEASE);
        return row;
    }

    Optional<String> place(Task task) {
        return storage.write(() -> Optional.ofNullable(held(task).place));
    }

    /** Notes what a page brought, beside the copies themselves, in the transaction at hand. */
    void note(Task task, Pull.Part part, Map<Entry, List<Fault>> rejects) {
        var row = held(task);
        row.place = part.next();
        var latest = new LinkedHashMap<UUID, Entry>();
        part.entries().forEach(entry -> Optional.ofNullable(entry.id()).ifPresent(id -> latest.put(id, entry)));
        note(row, latest);
        // What was said later of the same item counts, and not what was wrong with it before.
        var standing = new LinkedHashMap<>(rejects);
        standing.keySet().removeIf(entry -> entry.id() != null && !entry.equals(latest.get(entry.id())));
        rejects(row.name, latest.keySet(), standing);
    }

    private void rejects(String source, Set<UUID> items, Map<Entry, List<Fault>> standing) {
        rejects.forget(source, items);
        rejects.add(source, standing, now());
    }

    /** What was never here need not be removed, however much of it an origin takes back. */
    private void note(HarvestSource row, Map<UUID, Entry> latest) {
        var gone = latest.values().stream()
                .map(Entry::gone)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toMap(Copy.Dropped::id, Function.identity()));
        var here = store.copiesAmong(row.name, gone.keySet());
        gone.values().stream().filter(copy -> here.contains(copy.id())).forEach(copy -> removals.add(row.name, copy));
        var there = new HashSet<>(latest.keySet());
        there.removeAll(gone.keySet());
        removals.cancel(row.name, there);
        if (row.anew) {
            removals.see(row.name, there);
        }
    }

    /** Has a source read from the beginning, because its place means nothing any more. */
    void beginAnew(Task task) {
        storage.write(() -> {
            held(task).beginAnew();
            removals.forgetSeen(task.name());
        });
    }

    /**
     * After everything was read: what did not come is gone, if the beginning was read too. Step by step, because there may
     * be many copies; whoever goes on after one who died takes all steps again, which changes nothing.
     */
    void readToTheEnd(Task task) {
        if (!storage.write(() -> held(task).anew)) {
            return;
        }
        var after = Optional.of(BEFORE_ALL);
        while (after.isPresent()) {
            var from = after.get();
            after = storage.write(() -> {
                held(task);
                var some = store.copies(task.name(), from, AT_ONCE).keySet();
                removals.addUnseen(task.name(), some);
                return some.stream().reduce((one, other) -> other);
            });
        }
        storage.write(() -> {
            held(task).anew = false;
            rejects.forgetUnseen(task.name());
            removals.forgetSeen(task.name());
        });
    }

    /**
     * Whether what is to be removed may be: few, a small part of all copies, or confirmed. Otherwise the source is held
     * until somebody confirms it.
     */
    boolean mayRemove(Task task) {
        return storage.write(() -> {
            var row = held(task);
            var copies = store.countCopies(row.name);
            var gone = removals.count(row.name);
            if (row.confirmed || gone <= HANDFUL || gone * PART <= copies) {
                return true;
            }
            row.status = Status.HELD;
            row.ended(now(), "%d of %d copies would be removed.".formatted(gone, copies));
            return false;
        });
    }

    /** Some of what is to be removed, and is not to be remembered after the transaction at hand. */
    List<Copy.Dropped> takeRetractions(Task task, int limit) {
        held(task);
        return removals.take(task.name(), limit);
    }

    boolean isConfirmed(Task task) {
        return storage.write(() -> held(task).confirmed);
    }

    /** What was confirmed is done; the next time it is asked again. */
    void confirmedIsDone(Task task) {
        storage.write(() -> held(task).confirmed = false);
    }

    /** The checksum that the origin's manifest has to have: over copies, and what was set aside. */
    String checksum(Task task) {
        var checksum = new Checksum();
        var aside = new Lines((after, limit) -> rejects.versions(task.name(), after, limit));
        var copies = new Lines((after, limit) -> store.copies(task.name(), after, limit).entrySet().stream()
                .map(copy -> new Versioned(copy.getKey(), copy.getValue()))
                .toList());
        Lines.merge(aside, copies, line -> checksum.add(line.id(), line.version()));
        return checksum.text();
    }

    /** The copies are what the origin has. */
    void proved(Task task) {
        storage.write(() -> held(task).rebaselined = false);
    }

    /** The copies are not what the origin has: true if all is to be read from the beginning, which is done once. */
    boolean disproved(Task task) {
        return storage.write(() -> {
            var row = held(task);
            row.mismatches++;
            if (row.rebaselined) {
                return false;
            }
            row.rebaselined = true;
            row.beginAnew();
            removals.forgetSeen(row.name);
            return true;
        });
    }

    /** The run ended well; if there was no end of pages, or somebody asked meanwhile, the next begins at once. */
    void succeeded(Task task, boolean atTheEnd) {
        storage.write(() -> {
            var row = held(task);
            row.ended(now(), null);
            row.lastSuccess = now();
            row.status = Status.ACTIVE;
            row.failures = 0;
            var again = !atTheEnd || isAskedFor(row, task);
            row.dueAt = again ? now() : now().plus(row.interval());
        });
    }

    private static boolean isAskedFor(HarvestSource row, Task task) {
        return !row.dueAt.equals(task.dueAt());
    }

    /**
     * The run failed: the next begins after a pause that grows, or as late as the origin asks for. If it did not, and
     * somebody else asked for a run meanwhile, it begins at once.
     */
    void failed(Task task, String error, Optional<Duration> retryAfter) {
        storage.write(() -> {
            var row = held(task);
            row.ended(now(), error);
            row.status = Status.FAILING;
            row.failures++;
            var pause = row.interval().multipliedBy(1L << Math.min(row.failures - 1, 10));
            var asked = retryAfter.orElse(Duration.ZERO);
            var longer = pause.compareTo(asked) >= 0 ? pause : asked;
            var again = retryAfter.isEmpty() && isAskedFor(row, task);
            row.dueAt = again ? now() : now().plus(longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer);
        });
    }

    Scope scope(HarvestSource row) {
        try {
            return json.readValue(row.filters, Scope.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("not the JSON that was written", unreadable);
        }
    }
}
