package de.stadtchronik.harvest.run;

import de.stadtchronik.harvest.run.HarvestSource.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;

/** How a run ended, and when the next one begins. */
@ApplicationScoped
class Outcomes {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private final HarvestState state;
    private final EntityManager database;
    private final Removals removals;
    private final Rejects rejects;

    Outcomes(HarvestState state, EntityManager database, Removals removals, Rejects rejects) {
        this.state = state;
        this.database = database;
        this.removals = removals;
        this.rejects = rejects;
    }

    /** The run succeeded: the copies are complete. If another run was asked for, it begins at once. */
    void succeeded(Task task) {
        state.write(task, row -> {
            row.ended(state.now(), null);
            row.lastSuccess = state.now();
            row.status = Status.ACTIVE;
            row.wake(isAskedFor(row, task) ? state.now() : state.now().plus(row.interval()));
        });
    }

    /** The run had its share, and there is more: another goes on, after those that have waited longer. */
    void goesOn(Task task) {
        state.write(task, row -> {
            row.ended(state.now(), null);
            row.note = "The last run had its share; the next one goes on where it was.";
            row.wake(state.now());
            if (!task.purge()) {
                row.status = Status.ACTIVE;
            }
        });
    }

    /** A deleted source has no more copies. */
    void purged(Task task) {
        state.write(task, row -> {
            removals.forgetAll(task.name());
            rejects.forgetAll(task.name());
            database.remove(row);
        });
    }

    private static boolean isAskedFor(HarvestSource row, Task task) {
        return !row.dueAt().equals(task.dueAt());
    }

    /**
     * The run failed. The next begins after a growing pause, or as late as the origin asks for; if it does not ask, and
     * an administrator wanted another run meanwhile, at once.
     */
    void failed(Task task, String error, Optional<Duration> retryAfter) {
        state.write(task, row -> {
            row.ended(state.now(), error);
            row.status = Status.FAILING;
            var pause = row.interval().multipliedBy(1L << Math.min(row.failed() - 1, 10));
            var asked = retryAfter.orElse(Duration.ZERO);
            var longer = pause.compareTo(asked) >= 0 ? pause : asked;
            var again = retryAfter.isEmpty() && isAskedFor(row, task);
            row.dueAt(
                    again
                            ? state.now()
                            : state.now().plus(longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer));
        });
    }
}
