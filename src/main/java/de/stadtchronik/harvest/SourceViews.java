package de.stadtchronik.harvest;

import de.stadtchronik.content.CopyRepository;
import de.stadtchronik.harvest.run.HarvestSource;
import de.stadtchronik.harvest.run.Rejects;
import de.stadtchronik.harvest.run.Removals;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.query.EntityTag;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.vocabulary.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sources and what was set aside of them, as administrators see them. */
@ApplicationScoped
public class SourceViews {

    private final EntityManager database;
    private final CopyRepository copies;
    private final Rejects rejects;
    private final Removals removals;
    private final Clock clock;

    SourceViews(EntityManager database, CopyRepository copies, Rejects rejects, Removals removals, Clock clock) {
        this.database = database;
        this.copies = copies;
        this.rejects = rejects;
        this.removals = removals;
        this.clock = clock;
    }

    /** By name; those after one. */
    @Transactional
    List<ShownSource> list(String after, int limit) {
        return database.createQuery("from HarvestSource where name > :after order by name", HarvestSource.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(this::shown)
                .toList();
    }

    /** The rows of all of them, by name. */
    @Transactional
    public List<HarvestSource> all() {
        return database.createQuery("from HarvestSource order by name", HarvestSource.class)
                .getResultList();
    }

    /** @throws Problem NOT_FOUND */
    @Transactional
    ShownSource get(String name) {
        return shown(row(name, LockModeType.NONE));
    }

    ShownSource shown(HarvestSource row) {
        return ShownSource.of(
                row,
                row.scope(),
                copies.count(row.name),
                rejects.count(row.name),
                removals.count(row.name),
                clock.instant());
    }

    /**
     * What was set aside of a source, the newest first; that before one, if it is given.
     *
     * @throws Problem NOT_FOUND
     */
    @Transactional
    List<ShownReject> rejects(String name, Optional<UUID> before, int limit) {
        row(name, LockModeType.NONE);
        return rejects.list(name, before, limit).stream().map(ShownReject::of).toList();
    }

    /**
     * The row of a source that the request at hand is to change, locked.
     *
     * @throws Problem NOT_FOUND, STALE_REVISION, UNFIT_PRECONDITION
     */
    HarvestSource rowToChange(String name) {
        var row = row(name, LockModeType.PESSIMISTIC_WRITE);
        EntityTag.require(() -> shown(row));
        return row;
    }

    /**
     * The row of a source, in the transaction at hand.
     *
     * @throws Problem NOT_FOUND
     */
    HarvestSource row(String name, LockModeType lock) {
        return find(name, lock)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        new BilingualText("Es gibt keine Quelle „%s“.", "There is no source “%s”.").with(name)));
    }

    Optional<HarvestSource> find(String name, LockModeType lock) {
        return Optional.of(name)
                .filter(SourceName::isWellFormed)
                .flatMap(known -> Optional.ofNullable(database.find(HarvestSource.class, known, lock)));
    }
}
