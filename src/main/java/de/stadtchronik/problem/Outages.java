package de.stadtchronik.problem;

import de.stadtchronik.clock.Outage;
import de.stadtchronik.clock.RareWarning;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Answers what fails because the database is away, and says so once in a while, however many requests fail. */
@ApplicationScoped
class Outages {

    private final RareWarning warning = new RareWarning(Logger.getLogger(Outages.class), "No database");
    private final Problems problems;
    private final StatusProblem statuses;

    Outages(Problems problems, StatusProblem statuses) {
        this.problems = problems;
        this.statuses = statuses;
    }

    /** The problem to answer with; empty if the fault is none that passes. */
    Optional<Problem> recognise(Throwable fault, String path, String traceId) {
        if (problems.areOver()) {
            return statuses.of(503, path);
        }
        if (!Outage.caused(fault)) {
            return Optional.empty();
        }
        if (!Outage.isOfClosedFile(fault)) {
            warning.happened(": traceId=%s path=%s %s".formatted(traceId, path, fault));
        }
        return Outage.isOfFullDisk(fault) ? Optional.of(Problem.diskFull()) : statuses.of(503, path);
    }
}
