package de.stadtchronik.query;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The query parameters of requests that write. */
public final class WriteParameters {

    private static final Parameter DRY_RUN = Parameter.flag(
                    "dryRun", "`true` only checks: the answer is the same, but nothing is written.")
            .like("true");
    private static final Parameter DETACH = Parameter.flag(
                    "detach", "`true` takes the item out of whatever refers to it, instead of refusing to delete it.")
            .like("true");

    private WriteParameters() {}

    /** Those of every write. */
    public static List<Parameter> usual() {
        return List.of(DRY_RUN);
    }

    /** Those of a deletion. */
    public static List<Parameter> ofDeletion() {
        return List.of(DRY_RUN, DETACH);
    }

    /** What a request asks for, beside its path and body. */
    public record Asked(boolean dryRun, boolean detach) {}

    /**
     * What a request asks for.
     *
     * @throws de.stadtchronik.problem.Problem INVALID_PARAMETERS
     */
    public static Asked take(UriInfo uri, List<Parameter> known) {
        var query = Query.of(uri);
        var asked = new Asked(
                known.contains(DRY_RUN) && query.isTrue(DRY_RUN), known.contains(DETACH) && query.isTrue(DETACH));
        query.finish();
        return asked;
    }
}
