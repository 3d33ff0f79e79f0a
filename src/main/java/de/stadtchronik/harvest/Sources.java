package de.stadtchronik.harvest;

import com.fasterxml.uuid.Generators;
import de.stadtchronik.access.Actor;
import de.stadtchronik.change.Change;
import de.stadtchronik.change.Turn;
import de.stadtchronik.change.Turns;
import de.stadtchronik.content.ContentStore;
import de.stadtchronik.content.Copy;
import de.stadtchronik.content.DocumentJson;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.harvest.HarvestSource.Status;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.storage.Storage;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All sources, for those who look after them. Every change to one is a line of the change log. */
@ApplicationScoped
class Sources {

    private static final int REMOVED_AT_ONCE = 50;

    private final EntityManager database;
    private final Turns turns;
    private final Storage storage;
    private final ContentStore store;
    private final Ledger ledger;
    private final Rejects rejects;
    private final Removals removals;
    private final Clock clock;

    Sources(
            EntityManager database,
            Turns turns,
            Storage storage,
            ContentStore store,
            Ledger ledger,
            Rejects rejects,
            Removals removals,
            Clock clock) {
        this.database = database;
        this.turns = turns;
        this.storage = storage;
        this.store = store;
        this.ledger = ledger;
        this.rejects = rejects;
        this.removals = removals;
        this.clock = clock;
    }

    /** Makes a source what the configuration says. One that was taken out of it, and paused, goes on. */
    void adopt(Actor actor, NewSource wanted) {
        turns.take(actor, turn -> {
            var known = Optional.ofNullable(find(wanted.name(), LockModeType.PESSIMISTIC_WRITE));
            var row = known.orElseGet(() -> fresh(wanted, turn));
            carry(row, wanted, true, turn);
            if (!row.configured) {
                row.configured = true;
                row.status = Status.ACTIVE;
            }
            append(turn, row, known.isPresent() ? Change.Operation.HARVEST_CHANGE : Change.Operation.HARVEST_CREATE);
            return row;
        });
    }

    /** Leaves a source to the API, paused. */
    void abandon(Actor actor, String name) {
        write(actor, name, Change.Operation.HARVEST_PAUSE, row -> {
            row.configured = false;
            row.status = Status.PAUSED;
            row.release();
        });
    }

    @Transactional
    boolean isAsConfigured(NewSource wanted) {
        return Optional.ofNullable(database.find(HarvestSource.class, wanted.name()))
                .filter(row -> row.configured
                        && row.url.equals(wanted.url().toString())
                        && row.seconds == wanted.seconds()
                        && Objects.equals(row.secret, wanted.key())
                        && row.filters.equals(DocumentJson.write(wanted.scope())))
                .isPresent();
    }

    /** Those that are as the configuration said when it was last read. */
    @Transactional
    List<String> configured() {
        return database.createQuery(
                        "select name from HarvestSource where configured = true order by name", String.class)
                .getResultList();
    }

    /** @throws Problem HARVEST_SOURCE_TAKEN */
    ShownSource create(Actor actor, NewSource wanted) {
        return turns.take(actor, turn -> {
            if (database.find(HarvestSource.class, wanted.name()) != null) {
                throw Problem.taken(
                        ProblemType.HARVEST_SOURCE_TAKEN,
                        "/name",
                        new Words("Eine Quelle „%s“ gibt es schon.", "There is a source “%s” already.")
                                .with(wanted.name()));
            }
            var row = fresh(wanted, turn);
            carry(row, wanted, true, turn);
            append(turn, row, Change.Operation.HARVEST_CREATE);
            return shown(row);
        });
    }

    private HarvestSource fresh(NewSource wanted, Turn turn) {
        var row = new HarvestSource();
        row.name = wanted.name();
        row.id = Generators.timeBasedEpochRandomGenerator().generate();
        row.url = "";
        row.filters = "{}";
        row.status = Status.ACTIVE;
        row.wake(turn.now());
        row.beginAnew();
        database.persist(row);
        return row;
    }

    private void carry(HarvestSource row, NewSource wanted, boolean withKey, Turn turn) {
        var scope = DocumentJson.write(wanted.scope());
        if (!row.url.equals(wanted.url().toString()) || !row.filters.equals(scope)) {
            row.beginAnew();
            removals.forgetSeen(row.name);
        }
        row.url = wanted.url().toString();
        row.seconds = wanted.seconds();
        row.filters = scope;
        if (withKey) {
            row.secret = wanted.key();
        }
        row.release();
        row.wake(turn.now());
    }

    @Transactional
    List<ShownSource> list(String after, int limit) {
        return database.createQuery("from HarvestSource where name > :after order by name", HarvestSource.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(this::shown)
                .toList();
    }

    /** @throws Problem NOT_FOUND */
    @Transactional
    ShownSource get(String name) {
        return shown(row(name, LockModeType.NONE));
    }

    /** What can be changed of it; the key stays in here. */
    @Transactional
    NewSource document(String name) {
        return document(row(name, LockModeType.NONE));
    }

    private NewSource document(HarvestSource row) {
        requireNotConfigured(row);
        var scope = ledger.scope(row);
        return new NewSource(
                row.name,
                URI.create(row.url),
                row.seconds,
                null,
                scope.types(),
                scope.topics(),
                scope.areas(),
                scope.languages(),
                scope.publishers());
    }

    /**
     * Makes it what is wanted; empty if somebody else has changed it since, whose change would be undone.
     *
     * @param current what it was when that was decided
     * @throws Problem NOT_FOUND, HARVEST_SOURCE_CONFIGURED, INVALID_DOCUMENT
     */
    Optional<ShownSource> change(Actor actor, NewSource current, SourceBody.Patch wanted) {
        return turns.take(actor, turn -> {
            var row = row(current.name(), LockModeType.PESSIMISTIC_WRITE);
            if (!current.equals(document(row))) {
                return Optional.<ShownSource>empty();
            }
            if (row.secret != null) {
                wanted.requireKeyIfItLeaves(URI.create(row.url));
            }
            carry(row, wanted.source(), wanted.withKey(), turn);
            append(turn, row, Change.Operation.HARVEST_CHANGE);
            return Optional.of(shown(row));
        });
    }

    /** Stops runs; one under way ends after its page. */
    ShownSource pause(Actor actor, String name) {
        return write(actor, name, Change.Operation.HARVEST_PAUSE, row -> {
            row.status = Status.PAUSED;
            row.release();
        });
    }

    /** Has it run again, at once; if it was held, what is to be removed is counted once more. */
    ShownSource resume(Actor actor, String name) {
        return write(actor, name, Change.Operation.HARVEST_RESUME, row -> {
            if (row.status == Status.PAUSED) {
                row.status = Status.ACTIVE;
                row.wake(ledger.now());
            }
        });
    }

    /** Lets a run that was held remove what it has to. */
    ShownSource confirm(Actor actor, String name) {
        return write(actor, name, Change.Operation.HARVEST_CONFIRM, row -> {
            if (row.status == Status.HELD) {
                row.status = Status.ACTIVE;
                row.confirmed = true;
                row.wake(ledger.now());
            }
        });
    }

    /** Has it run now, if it runs at all; after the run that is under way, if one is. */
    ShownSource wake(String name) {
        return storage.write(() -> {
            var row = row(name, LockModeType.PESSIMISTIC_WRITE);
            row.dueAt = ledger.now();
            return shown(row);
        });
    }

    /**
     * Deletes a source.
     *
     * @param purge whether its copies go too; otherwise they stay, and a source of that name takes them up again
     * @throws Problem NOT_FOUND, HARVEST_SOURCE_CONFIGURED
     */
    void delete(Actor actor, String name, boolean purge) {
        document(name);
        pause(actor, name);
        if (purge) {
            purge(name);
        }
        turns.take(actor, turn -> {
            var row = row(name, LockModeType.PESSIMISTIC_WRITE);
            removals.forgetAll(name);
            rejects.forgetAll(name);
            append(turn, row, Change.Operation.HARVEST_DELETE);
            database.remove(row);
            return name;
        });
    }

    private void purge(String name) {
        var some = store.copies(name, Ledger.BEFORE_ALL, REMOVED_AT_ONCE);
        while (!some.isEmpty()) {
            var dropped = some.keySet().stream()
                    .map(id -> new Copy.Dropped(id, GoneReason.OUT_OF_SCOPE, null, null))
                    .toList();
            store.write(Harvester.actor(name), writing -> writing.drop(name, dropped));
            some = store.copies(name, dropped.get(dropped.size() - 1).id(), REMOVED_AT_ONCE);
        }
    }

    /**
     * What was set aside of a source, the newest first; that before one, if it is given.
     *
     * @throws Problem NOT_FOUND
     */
    @Transactional
    List<ShownReject> rejects(String name, Optional<UUID> before, int limit) {
        row(name, LockModeType.NONE);
        return rejects.list(name, before, limit);
    }

    private ShownSource write(Actor actor, String name, Change.Operation operation, Consumer<HarvestSource> work) {
        return turns.take(actor, turn -> {
            var row = row(name, LockModeType.PESSIMISTIC_WRITE);
            work.accept(row);
            append(turn, row, operation);
            return shown(row);
        });
    }

    private ShownSource shown(HarvestSource row) {
        return ShownSource.of(
                row,
                ledger.scope(row),
                store.countCopies(row.name),
                rejects.count(row.name),
                removals.count(row.name),
                clock.instant());
    }

    private HarvestSource row(String name, LockModeType lock) {
        return Optional.ofNullable(find(name, lock))
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        new Words("Es gibt keine Quelle „%s“.", "There is no source “%s”.").with(name)));
    }

    private @Nullable HarvestSource find(String name, LockModeType lock) {
        return database.find(HarvestSource.class, name, lock);
    }

    private static void requireNotConfigured(HarvestSource row) {
        if (row.configured) {
            throw new Problem(
                    ProblemType.HARVEST_SOURCE_CONFIGURED,
                    new Words(
                                    "Die Quelle steht in der Konfiguration: stadtchronik.harvest.%s",
                                    "The source is in the configuration: stadtchronik.harvest.%s")
                            .with(row.name));
        }
    }

    private static void append(Turn turn, HarvestSource row, Change.Operation operation) {
        turn.append(new Change.Event(Change.HARVEST_SOURCE, row.id, operation, 0, 0, List.of(), null));
    }
}
