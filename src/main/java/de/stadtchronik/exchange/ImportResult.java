package de.stadtchronik.exchange;

import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line of an import.
 *
 * @param id the item it is about
 * @param faults what is wrong with it; also of something that was taken, but not published
 */
public record ImportResult(Result result, @Nullable UUID id, List<Violation> faults) {

    public enum Result {
        /** There is a new item, or a new version of one. */
        CREATED,
        /** An item is no longer as it was. */
        UPDATED,
        /** It is already here. */
        UNCHANGED,
        /** It is wrong, and nothing of it was taken. */
        REFUSED,
        /** There is nothing to take. */
        SKIPPED
    }

    static final ImportResult SKIPPED = new ImportResult(Result.SKIPPED, null, List.of());

    static ImportResult of(Result result, UUID id) {
        return new ImportResult(result, id, List.of());
    }

    /** The answer to a line that cannot be taken. */
    public static ImportResult refused(@Nullable UUID id, Problem problem) {
        return new ImportResult(Result.REFUSED, id, faults(problem));
    }

    /** What is wrong, also where the problem is not about a single property. */
    static List<Violation> faults(Problem problem) {
        return problem.faults().isEmpty()
                ? List.of(Violation.inBody("", problem.type().code(), problem.detail()))
                : problem.faults();
    }
}
