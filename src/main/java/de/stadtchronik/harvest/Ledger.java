package de.stadtchronik.harvest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtchronik.content.ContentStore;
import de.stadtchronik.content.Copy;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.harvest.HarvestSource.Status;
import de.stadtchronik.problem.Fault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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

    private static final List<Status> RUNNING = List.of(Status.ACTIVE, Status.FAILING);

    private final EntityManager database;
    private final ContentStore store;
    private final ObjectMapper json;
    private final Clock clock;

    Ledger(EntityManager database, ContentStore store, ObjectMapper json, Clock clock) {
        this.database = database;
        this.store = store;
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
        return QuarkusTransaction.requiringNew().call(() -> {
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
                    .map(row -> new Task(name, lease, row.url, row.secret, scope(row)));
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
        return QuarkusTransaction.requiringNew().call(() -> Optional.ofNullable(held(task).place));
    }

    /** Notes what a page brought, beside the copies themselves, in the transaction at hand. */
    void note(Task task, Pull.Part part, Map<Entry, List<Fault>> rejects) {
        var row = held(task);
        row.place = part.next();
        for (var entry : part.entries()) {
            var id = entry.id();
            if (id != null) {
                note(row, entry, new ItemKey(row.name, id));
            }
        }
        rejects.forEach((entry, faults) -> database.persist(Reject.of(row.name, entry, faults, now())));
    }

    /** What is known of an item now replaces what was known before. */
    private void note(HarvestSource row, Entry entry, ItemKey key) {
        forgetRejects(row.name, List.of(key.itemId()));
        if (entry.gone() != null) {
            database.merge(new Retraction(row.name, entry.gone()));
            return;
        }
        Optional.ofNullable(database.find(Retraction.class, key)).ifPresent(database::remove);
        if (row.anew) {
            database.merge(new Seen(key));
        }
    }

    private void forgetRejects(String source, Collection<UUID> items) {
        database.createQuery("delete from Reject where source = :source and itemId in :items")
                .setParameter("source", source)
                .setParameter("items", items)
                .executeUpdate();
    }

    /** Has a source read from the beginning, because its place means nothing any more. */
    void beginAnew(Task task) {
        QuarkusTransaction.requiringNew().run(() -> {
            held(task).beginAnew();
            forgetSeen(task.name());
        });
    }

    /** After everything was read: what did not come is gone, if the beginning was read too. */
    void readToTheEnd(Task task) {
        QuarkusTransaction.requiringNew().run(() -> {
            var row = held(task);
            if (row.anew) {
                row.anew = false;
                var seen = database.createQuery("select key.itemId from Seen where key.source = :source", UUID.class)
                        .setParameter("source", row.name)
                        .getResultStream()
                        .collect(java.util.stream.Collectors.toSet());
                store.copies(row.name).keySet().stream()
                        .filter(copy -> !seen.contains(copy))
                        .forEach(copy -> retract(row.name, copy));
                rejected(row.name).keySet().stream()
                        .filter(item -> !seen.contains(item))
                        .forEach(item -> forgetRejects(row.name, List.of(item)));
                forgetSeen(row.name);
            }
        });
    }

    private void retract(String source, UUID copy) {
        if (database.find(Retraction.class, new ItemKey(source, copy)) == null) {
            database.persist(new Retraction(source, new Copy.Dropped(copy, GoneReason.OUT_OF_SCOPE, null, null)));
        }
    }

    private void forgetSeen(String source) {
        database.createQuery("delete from Seen where key.source = :source")
                .setParameter("source", source)
                .executeUpdate();
    }

    /**
     * Whether what is to be removed may be: few, a small part of all copies, or confirmed. Otherwise the source is held
     * until somebody confirms it.
     */
    boolean mayRemove(Task task) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var row = held(task);
            var copies = store.copies(row.name);
            var gone = retractions(row.name, Integer.MAX_VALUE).stream()
                    .filter(retraction -> copies.containsKey(retraction.key.itemId()))
                    .count();
            if (row.confirmed || gone <= HANDFUL || gone * PART <= copies.size()) {
                return true;
            }
            row.status = Status.HELD;
            row.ended(now(), "%d of %d copies would be removed.".formatted(gone, copies.size()));
            return false;
        });
    }

    private List<Retraction> retractions(String source, int limit) {
        return database.createQuery("from Retraction where key.source = :source order by key.itemId", Retraction.class)
                .setParameter("source", source)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Some of what is to be removed, and is not to be remembered after the transaction at hand. */
    List<Copy.Dropped> takeRetractions(Task task, int limit) {
        held(task);
        var retractions = retractions(task.name(), limit);
        retractions.forEach(database::remove);
        return retractions.stream().map(Retraction::dropped).toList();
    }

    boolean isConfirmed(Task task) {
        return QuarkusTransaction.requiringNew().call(() -> held(task).confirmed);
    }

    /** What was confirmed is done; the next time it is asked again. */
    void confirmedIsDone(Task task) {
        QuarkusTransaction.requiringNew().run(() -> held(task).confirmed = false);
    }

    /** The items that were set aside and whose ids are known, with their versions. */
    private Map<UUID, Integer> rejected(String source) {
        return database.createQuery(
                        "select itemId, version from Reject where source = :source and itemId is not null",
                        Object[].class)
                .setParameter("source", source)
                .getResultStream()
                .collect(java.util.stream.Collectors.toMap(
                        found -> (UUID) found[0], found -> (Integer) found[1], Math::max));
    }

    /** The checksum that the origin's manifest has to have: over copies, and what was set aside. */
    String checksum(Task task) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var versions = new java.util.HashMap<>(store.copies(task.name()));
            versions.putAll(rejected(task.name()));
            return Checksum.of(versions);
        });
    }

    /** The copies are what the origin has. */
    void proved(Task task) {
        QuarkusTransaction.requiringNew().run(() -> held(task).rebaselined = false);
    }

    /** The copies are not what the origin has: true if all is to be read from the beginning, which is done once. */
    boolean disproved(Task task) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var row = held(task);
            row.mismatches++;
            if (row.rebaselined) {
                return false;
            }
            row.rebaselined = true;
            row.beginAnew();
            forgetSeen(row.name);
            return true;
        });
    }

    /** The run ended well; if there was no end of pages, the next begins at once. */
    void succeeded(Task task, boolean atTheEnd) {
        QuarkusTransaction.requiringNew().run(() -> {
            var row = held(task);
            row.ended(now(), null);
            row.lastSuccess = now();
            row.status = Status.ACTIVE;
            row.failures = 0;
            row.dueAt = atTheEnd ? now().plus(row.interval()) : now();
        });
    }

    /** The run failed: the next begins after a pause that grows, or as late as the origin asks for. */
    void failed(Task task, String error, Optional<Duration> retryAfter) {
        QuarkusTransaction.requiringNew().run(() -> {
            var row = held(task);
            row.ended(now(), error);
            row.status = Status.FAILING;
            row.failures++;
            var pause = row.interval().multipliedBy(1L << Math.min(row.failures - 1, 10));
            var asked = retryAfter.orElse(Duration.ZERO);
            var longer = pause.compareTo(asked) >= 0 ? pause : asked;
            row.dueAt = now().plus(longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer);
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
