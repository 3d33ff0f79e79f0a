package de.stadtchronik.harvest;

import de.stadtchronik.access.Actor;
import de.stadtchronik.change.WriteTransaction;
import de.stadtchronik.change.WriteTransactions;
import de.stadtchronik.content.CopyRepository;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.harvest.LoggedSources.Operation;
import de.stadtchronik.harvest.run.HarvestSource;
import de.stadtchronik.harvest.run.HarvestSource.Status;
import de.stadtchronik.harvest.run.HarvestState;
import de.stadtchronik.harvest.run.Rejects;
import de.stadtchronik.harvest.run.Removals;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.storage.Ids;
import de.stadtchronik.storage.Storage;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.WebAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What administrators and the configuration do with sources. Every change to one is a line of the change log. */
@ApplicationScoped
class Sources {

    private final EntityManager database;
    private final WriteTransactions turns;
    private final LoggedSources logged;
    private final Storage storage;
    private final CopyRepository copies;
    private final HarvestState state;
    private final Rejects rejects;
    private final Removals removals;
    private final SourceViews views;

    Sources(
            EntityManager database,
            WriteTransactions turns,
            LoggedSources logged,
            Storage storage,
            CopyRepository copies,
            HarvestState state,
            Rejects rejects,
            Removals removals,
            SourceViews views) {
        this.database = database;
        this.turns = turns;
        this.logged = logged;
        this.storage = storage;
        this.copies = copies;
        this.state = state;
        this.rejects = rejects;
        this.removals = removals;
        this.views = views;
    }

    /** Creates or changes a source as configured. One that was paused because it was not configured continues. */
    void adopt(Actor actor, NewSource wanted) {
        turns.take(actor, turn -> {
            var known = views.find(wanted.name(), LockModeType.PESSIMISTIC_WRITE);
            var row = known.orElseGet(() -> fresh(wanted, turn));
            carry(row, wanted, true, turn);
            if (!row.configured) {
                row.configured = true;
                row.status = Status.ACTIVE;
            }
            logged.append(turn, row.id, known.isPresent() ? Operation.HARVEST_CHANGE : Operation.HARVEST_CREATE);
            return row;
        });
    }

    /** Pauses a source that is no longer configured, and lets the API change it. */
    void abandon(Actor actor, String name) {
        write(actor, name, Operation.HARVEST_PAUSE, row -> {
            row.configured = false;
            row.status = Status.PAUSED;
            row.release();
        });
    }

    @Transactional
    boolean isAsConfigured(NewSource wanted) {
        return views.find(wanted.name(), LockModeType.NONE)
                .filter(row -> row.configured
                        && row.url.equals(wanted.url().toString())
                        && row.seconds == wanted.seconds()
                        && Objects.equals(row.secret, wanted.key())
                        && row.filters.equals(DocumentJson.write(wanted.scope())))
                .isPresent();
    }

    /** The names of those that were in the configuration when it was last read. */
    @Transactional
    List<String> configured() {
        return database.createQuery(
                        "select name from HarvestSource where configured = true order by name", String.class)
                .getResultList();
    }

    /** @throws Problem HARVEST_SOURCE_TAKEN */
    ShownSource create(Actor actor, NewSource wanted) {
        return turns.take(actor, turn -> {
            if (views.find(wanted.name(), LockModeType.NONE).isPresent()) {
                throw Problem.taken(
                        ProblemType.HARVEST_SOURCE_TAKEN,
                        "/name",
                        new BilingualText("Eine Quelle „%s“ gibt es schon.", "There is a source “%s” already.")
                                .with(wanted.name()));
            }
            var row = fresh(wanted, turn);
            carry(row, wanted, true, turn);
            logged.append(turn, row.id, Operation.HARVEST_CREATE);
            return views.shown(row);
        });
    }

    private HarvestSource fresh(NewSource wanted, WriteTransaction turn) {
        var row = new HarvestSource();
        row.name = wanted.name();
        row.id = Ids.next();
        row.url = "";
        row.filters = "{}";
        row.status = Status.ACTIVE;
        row.wake(turn.now());
        row.beginAnew();
        database.persist(row);
        return row;
    }

    private void carry(HarvestSource row, NewSource wanted, boolean withKey, WriteTransaction turn) {
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

    /** What can be changed of a source, without its key. */
    @Transactional
    NewSource document(String name) {
        return document(views.row(name, LockModeType.NONE));
    }

    private NewSource document(HarvestSource row) {
        requireNotConfigured(row);
        var scope = row.scope();
        return new NewSource(
                row.name,
                WebAddress.asSent(URI.create(row.url)),
                row.seconds,
                null,
                scope.types(),
                scope.topics(),
                scope.areas(),
                scope.languages(),
                scope.publishers());
    }

    /**
     * Changes a source; empty if another request has changed it meanwhile, because that change would be undone.
     *
     * @param current what the source was when the change was computed
     * @throws Problem NOT_FOUND, HARVEST_SOURCE_CONFIGURED, INVALID_DOCUMENT
     */
    Optional<ShownSource> change(Actor actor, NewSource current, SourceBody.Patch wanted) {
        return turns.take(actor, turn -> {
            var row = views.rowToChange(current.name());
            if (!current.equals(document(row))) {
                return Optional.<ShownSource>empty();
            }
            if (row.secret != null) {
                wanted.requireKeyIfItLeaves(URI.create(row.url));
            }
            carry(row, wanted.source(), wanted.withKey(), turn);
            logged.append(turn, row.id, Operation.HARVEST_CHANGE);
            return Optional.of(views.shown(row));
        });
    }

    /** Stops runs; a run under way ends after its page. */
    ShownSource pause(Actor actor, String name) {
        return write(actor, name, Operation.HARVEST_PAUSE, row -> {
            if (row.status != Status.PURGING) {
                row.status = Status.PAUSED;
                row.release();
            }
        });
    }

    /** Has it run again, at once; if it was held before, removals are counted again. */
    ShownSource resume(Actor actor, String name) {
        return write(actor, name, Operation.HARVEST_RESUME, row -> {
            if (row.status == Status.PAUSED) {
                row.status = Status.ACTIVE;
                row.wake(state.now());
            }
        });
    }

    /** Lets a held source remove what it had to. */
    ShownSource confirm(Actor actor, String name) {
        return write(actor, name, Operation.HARVEST_CONFIRM, row -> {
            if (row.status == Status.HELD) {
                row.status = Status.ACTIVE;
                row.confirm(copies.count(name));
                row.wake(state.now());
            }
        });
    }

    /** Has it run now unless it is paused or held; after the run under way, if there is one. */
    ShownSource wake(String name) {
        return storage.write(() -> {
            var row = views.rowToChange(name);
            row.dueAt(state.now());
            return views.shown(row);
        });
    }

    /**
     * Deletes a source.
     *
     * @param purge whether its copies are removed; otherwise they stay, and a new source of that name takes them over
     * @return the source while its copies are being removed, which takes a while; empty if it is gone
     * @throws Problem NOT_FOUND, HARVEST_SOURCE_CONFIGURED
     */
    Optional<ShownSource> delete(Actor actor, String name, boolean purge) {
        document(name);
        if (purge && copies.count(name) > 0) {
            return Optional.of(write(actor, name, Operation.HARVEST_DELETE, row -> {
                row.status = Status.PURGING;
                row.release();
                row.wake(state.now());
            }));
        }
        turns.take(actor, turn -> {
            var row = views.rowToChange(name);
            removals.forgetAll(name);
            rejects.forgetAll(name);
            logged.append(turn, row.id, Operation.HARVEST_DELETE);
            database.remove(row);
            return name;
        });
        return Optional.empty();
    }

    private ShownSource write(Actor actor, String name, Operation operation, Consumer<HarvestSource> work) {
        return turns.take(actor, turn -> {
            var row = views.rowToChange(name);
            work.accept(row);
            logged.append(turn, row.id, operation);
            return views.shown(row);
        });
    }

    private static void requireNotConfigured(HarvestSource row) {
        if (row.configured) {
            throw new Problem(
                    ProblemType.HARVEST_SOURCE_CONFIGURED,
                    new BilingualText(
                                    "Die Quelle steht in der Konfiguration: stadtchronik.harvest.%s",
                                    "The source is in the configuration: stadtchronik.harvest.%s")
                            .with(row.name));
        }
    }
}
