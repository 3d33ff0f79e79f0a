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
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All sources, for those who look after them. Every change to one is a line of the change log. */
@ApplicationScoped
class Sources {

    private static final Actor CONFIGURATION = new Actor("configuration");

    /** The max UUID (RFC 9562, section 5.10). */
    private static final UUID NEWER_THAN_ALL = new UUID(-1, -1);

    private static final int REMOVED_AT_ONCE = 50;

    private final EntityManager database;
    private final Turns turns;
    private final ContentStore store;
    private final Ledger ledger;
    private final SourceBody bodies;
    private final Settings settings;
    private final Clock clock;

    Sources(
            EntityManager database,
            Turns turns,
            ContentStore store,
            Ledger ledger,
            SourceBody bodies,
            Settings settings,
            Clock clock) {
        this.database = database;
        this.turns = turns;
        this.store = store;
        this.ledger = ledger;
        this.bodies = bodies;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes over what the configuration says. What it does not say any more is paused, and can be changed or deleted.
     *
     * @throws Problem INVALID_DOCUMENT, which stops the start
     */
    void adoptConfigured() {
        var wanted = settings.harvest().entrySet().stream()
                .map(entry -> bodies.form(SourceBody.bytes(configured(entry.getKey(), entry.getValue()))))
                .toList();
        wanted.forEach(source -> {
            if (!isAsConfigured(source)) {
                turns.take(CONFIGURATION, turn -> adopt(source, turn));
            }
        });
        var names = wanted.stream().map(NewSource::name).toList();
        for (var dropped : noLongerConfigured(names)) {
            write(CONFIGURATION, dropped, Change.Operation.HARVEST_PAUSE, row -> {
                row.configured = false;
                row.status = Status.PAUSED;
                row.release();
            });
        }
    }

    private static NewSource configured(String name, Settings.Harvest harvest) {
        return new NewSource(
                name,
                harvest.url(),
                (int) harvest.interval().toSeconds(),
                harvest.key().orElse(null),
                harvest.types().orElse(null),
                harvest.topics().orElse(null),
                harvest.areas().orElse(null),
                harvest.languages().orElse(null),
                harvest.publishers().orElse(null));
    }

    @Transactional
    boolean isAsConfigured(NewSource wanted) {
        return Optional.ofNullable(database.find(HarvestSource.class, wanted.name()))
                .filter(row -> row.configured
                        && row.url.equals(wanted.url().toString())
                        && row.seconds == wanted.seconds()
                        && java.util.Objects.equals(row.secret, wanted.key())
                        && row.filters.equals(DocumentJson.write(wanted.scope())))
                .isPresent();
    }

    private HarvestSource adopt(NewSource wanted, Turn turn) {
        var known =
                Optional.ofNullable(database.find(HarvestSource.class, wanted.name(), LockModeType.PESSIMISTIC_WRITE));
        var row = known.orElseGet(() -> fresh(wanted, turn));
        carry(row, wanted, true, turn);
        row.configured = true;
        append(turn, row, known.isPresent() ? Change.Operation.HARVEST_CHANGE : Change.Operation.HARVEST_CREATE);
        return row;
    }

    @Transactional
    List<String> noLongerConfigured(List<String> names) {
        return database.createQuery(
                        "select name from HarvestSource where configured = true order by name", String.class)
                .getResultStream()
                .filter(name -> !names.contains(name))
                .toList();
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
            forget("Seen", row.name);
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
        var row = row(name, LockModeType.NONE);
        requireNotConfigured(row);
        var scope = ledger.scope(row);
        return new NewSource(
                row.name,
                java.net.URI.create(row.url),
                row.seconds,
                null,
                scope.types(),
                scope.topics(),
                scope.areas(),
                scope.languages(),
                scope.publishers());
    }

    /** @throws Problem NOT_FOUND, HARVEST_SOURCE_CONFIGURED */
    ShownSource change(Actor actor, SourceBody.Patch wanted) {
        return turns.take(actor, turn -> {
            var row = row(wanted.source().name(), LockModeType.PESSIMISTIC_WRITE);
            requireNotConfigured(row);
            carry(row, wanted.source(), wanted.withKey(), turn);
            append(turn, row, Change.Operation.HARVEST_CHANGE);
            return shown(row);
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

    /** Has it run now, if it runs at all. */
    @Transactional
    ShownSource wake(String name) {
        var row = row(name, LockModeType.PESSIMISTIC_WRITE);
        row.dueAt = ledger.now();
        return shown(row);
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
            forget("Seen", name);
            forget("Retraction", name);
            database.createQuery("delete from Reject where source = :source")
                    .setParameter("source", name)
                    .executeUpdate();
            append(turn, row, Change.Operation.HARVEST_DELETE);
            database.remove(row);
            return name;
        });
    }

    private void purge(String name) {
        var copies = List.copyOf(store.copies(name).keySet());
        for (var from = 0; from < copies.size(); from += REMOVED_AT_ONCE) {
            var some = copies.subList(from, Math.min(from + REMOVED_AT_ONCE, copies.size())).stream()
                    .map(id -> new Copy.Dropped(id, GoneReason.OUT_OF_SCOPE, null, null))
                    .toList();
            store.write(Harvester.actor(name), writing -> writing.drop(name, some));
        }
    }

    private void forget(String entity, String source) {
        database.createQuery("delete from " + entity + " where key.source = :source")
                .setParameter("source", source)
                .executeUpdate();
    }

    /**
     * What was set aside of a source, the newest first; that before one, if it is given.
     *
     * @throws Problem NOT_FOUND
     */
    @Transactional
    List<ShownReject> rejects(String name, Optional<UUID> before, int limit) {
        row(name, LockModeType.NONE);
        return database.createQuery(
                        "from Reject where source = :source and id < :before order by id desc", Reject.class)
                .setParameter("source", name)
                .setParameter("before", before.orElse(NEWER_THAN_ALL))
                .setMaxResults(limit)
                .getResultStream()
                .map(ShownReject::of)
                .toList();
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
                count("from Reject where source = :source", row.name),
                count("from Retraction where key.source = :source", row.name),
                clock.instant());
    }

    private long count(String from, String source) {
        return database.createQuery("select count(*) " + from, Long.class)
                .setParameter("source", source)
                .getSingleResult();
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
        var position = turn.append(new Change.Event(Change.HARVEST_SOURCE, row.id, operation, 0, 0, List.of(), null));
        org.jboss.logging.Logger.getLogger(Sources.class).debugf("%s: source=%s seq=%d", operation, row.name, position);
    }
}
