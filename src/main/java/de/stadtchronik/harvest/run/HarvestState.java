package de.stadtchronik.harvest.run;

import de.stadtchronik.clock.Leased;
import de.stadtchronik.content.CopyRepository;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.harvest.copies.HarvestedItem;
import de.stadtchronik.harvest.origin.Entry;
import de.stadtchronik.harvest.origin.Pull;
import de.stadtchronik.harvest.run.HarvestSource.Status;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.storage.Ids;
import de.stadtchronik.storage.Storage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far each source has been read, and which are due. When a process dies, its lease runs out, and another replica
 * continues after the last page that was stored.
 */
@ApplicationScoped
public class HarvestState {

    /** Longer than a page can take, and more than the clocks of replicas differ. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final int AT_ONCE = 500;

    private static final List<Status> RUNNING = List.of(Status.ACTIVE, Status.FAILING, Status.PURGING);

    private final EntityManager database;
    private final Storage storage;
    private final CopyRepository copies;
    private final Rejects rejects;
    private final Removals removals;
    private final Clock clock;

    HarvestState(
            EntityManager database,
            Storage storage,
            CopyRepository copies,
            Rejects rejects,
            Removals removals,
            Clock clock) {
        this.database = database;
        this.storage = storage;
        this.copies = copies;
        this.rejects = rejects;
        this.removals = removals;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The sources that are due; the one that has waited longest comes first. */
    public List<String> due(int limit) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery(
                                "select name from HarvestSource where status in :running and " + Leased.IS_DUE
                                        + " order by dueAt, name",
                                String.class)
                        .setParameter("running", RUNNING)
                        .setParameter("now", now())
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** Leases a source to be pulled by us alone; empty if another replica has it, or it is no longer due. */
    public Optional<Task> take(String name) {
        return storage.write(() -> locked(name)
                .filter(row -> RUNNING.contains(row.status))
                .flatMap(row -> row.lease(now(), LEASE)
                        .map(lease -> new Task(
                                name,
                                lease,
                                row.dueAt(),
                                row.status == Status.PURGING,
                                row.url,
                                row.secret,
                                row.scope()))));
    }

    private Optional<HarvestSource> locked(String name) {
        return Optional.ofNullable(database.find(HarvestSource.class, name, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * The row of a source that we have leased, in the transaction at hand; renews the lease.
     *
     * @throws LostLease if we no longer have the lease
     */
    HarvestSource held(Task task) {
        var row = locked(task.name())
                .filter(found -> found.isLeasedBy(task.lease()))
                .orElseThrow(() -> new LostLease(task.name()));
        row.renew(now(), LEASE);
        return row;
    }

    /**
     * Does something with the row of a source that we have leased, in a transaction of its own.
     *
     * @throws LostLease if we no longer have the lease
     */
    <T> T call(Task task, Function<HarvestSource, T> work) {
        return storage.write(() -> work.apply(held(task)));
    }

    void write(Task task, Consumer<HarvestSource> work) {
        storage.write(() -> work.accept(held(task)));
    }

    Optional<String> place(Task task) {
        return call(task, row -> Optional.ofNullable(row.place));
    }

    /** Notes what a page contained beside the copies: place, rejects and removals, in the transaction at hand. */
    void note(Task task, Pull.Part part, Map<Entry, List<Violation>> aside) {
        var row = held(task);
        row.took(part);
        var latest = new LinkedHashMap<UUID, Entry>();
        part.entries().forEach(entry -> Optional.ofNullable(entry.id()).ifPresent(id -> latest.put(id, entry)));
        noteRemovals(row, latest);
        // If a page has several entries of one item, only the last one counts.
        var standing = new LinkedHashMap<>(aside);
        standing.keySet().removeIf(entry -> entry.id() != null && !entry.equals(latest.get(entry.id())));
        rejects.forget(row.name, latest.keySet());
        rejects.add(row.name, standing, now());
    }

    /** Notes removals of copies that are here; an origin may take back any number of others. */
    private void noteRemovals(HarvestSource row, Map<UUID, Entry> latest) {
        var gone = latest.values().stream()
                .map(Entry::gone)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toMap(HarvestedItem.Dropped::id, Function.identity()));
        var here = copies.among(row.name, gone.keySet());
        gone.values().stream().filter(copy -> here.contains(copy.id())).forEach(copy -> removals.add(row.name, copy));
        var there = new HashSet<>(latest.keySet());
        there.removeAll(gone.keySet());
        removals.cancel(row.name, there);
        if (row.anew) {
            removals.see(row.name, there);
        }
    }

    /** Has a source read from the beginning, because the origin no longer accepts the place. */
    void beginAnew(Task task) {
        write(task, this::beginAnew);
    }

    private void beginAnew(HarvestSource row) {
        row.beginAnew();
        removals.forgetSeen(row.name);
    }

    /**
     * After a source was read from the beginning to the end: notes that copies of what did not come are to be removed.
     * In steps, because there may be many; a replica that continues for another repeats them all, which changes
     * nothing.
     */
    void readToTheEnd(Task task) {
        if (!call(task, row -> row.anew)) {
            return;
        }
        var after = Optional.of(Ids.BEFORE_ALL);
        while (after.isPresent()) {
            var from = after.get();
            after = call(task, row -> {
                var some = copies.after(task.name(), from, AT_ONCE).keySet();
                removals.addUnseen(task.name(), some);
                return some.stream().reduce((one, other) -> other);
            });
        }
        write(task, row -> {
            row.anew = false;
            rejects.forgetUnseen(task.name());
            removals.forgetSeen(task.name());
        });
    }

    /** Takes some of the pending removals, in the transaction at hand. */
    List<HarvestedItem.Dropped> takeRetractions(Task task, int limit) {
        held(task);
        return removals.take(task.name(), limit);
    }

    /** Some of the copies, as what is to be removed when their source is deleted, in the transaction at hand. */
    List<HarvestedItem.Dropped> copies(Task task, int limit) {
        held(task);
        return copies.after(task.name(), Ids.BEFORE_ALL, limit).keySet().stream()
                .map(id -> new HarvestedItem.Dropped(id, GoneReason.OUT_OF_SCOPE, null, null))
                .toList();
    }

    /** The checksum that the origin's manifest should have: over the copies and the rejects. */
    String checksum(Task task) {
        var checksum = new Checksum();
        var aside = new Lines((after, limit) -> rejects.versions(task.name(), after, limit));
        var here = new Lines((after, limit) -> copies.after(task.name(), after, limit).entrySet().stream()
                .map(copy -> new ManifestLine(copy.getKey(), copy.getValue()))
                .toList());
        Lines.merge(aside, here, line -> checksum.add(line.id(), line.version()));
        return checksum.text();
    }

    /** The copies match the origin's manifest. */
    void proved(Task task) {
        write(task, row -> row.rebaselined = false);
    }

    /** The copies do not match: true if the source is to be read from the beginning, which is done once. */
    boolean disproved(Task task) {
        return call(task, row -> {
            row.mismatches++;
            if (row.rebaselined) {
                return false;
            }
            row.rebaselined = true;
            beginAnew(row);
            return true;
        });
    }
}
