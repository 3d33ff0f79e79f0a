package de.stadtchronik.writing;

import de.stadtchronik.change.Change;
import de.stadtchronik.content.Content;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.BilingualText;
import java.util.List;
import java.util.Map;

/** Tells an editor who writes on an older state what has happened since. */
final class StaleRevision {

    private StaleRevision() {}

    static Problem problem(Content row, List<Change> since) {
        var changes = since.stream()
                .map(change -> Map.of(
                        "revision", change.revision(),
                        "operation", change.operation(),
                        "at", change.changedAt(),
                        "actor", change.actor(),
                        "properties", change.properties()))
                .toList();
        return new Problem(
                        ProblemType.STALE_REVISION,
                        new BilingualText("Der heutige Stand ist r%d.", "The current revision is r%d.")
                                .with(row.revision))
                .with("revision", row.revision)
                .with("changes", changes);
    }
}
