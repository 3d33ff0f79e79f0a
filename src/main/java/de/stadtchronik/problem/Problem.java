package de.stadtchronik.problem;

import de.stadtchronik.text.Words;
import java.io.Serial;
import java.util.List;

/** A failure with a name. Thrown anywhere, it reaches the client as a problem document (RFC 9457). */
public final class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Words detail;
    private final transient List<Fault> faults;

    public Problem(ProblemType type, Words detail, List<Fault> faults) {
        super(type.code() + ": " + detail.english() + (faults.isEmpty() ? "" : " " + faults));
        this.type = type;
        this.detail = detail;
        this.faults = List.copyOf(faults);
    }

    public Problem(ProblemType type, Words detail) {
        this(type, detail, List.of());
    }

    /** All that is wrong with the parameters of one request. */
    public static Problem invalidParameters(List<Fault> faults) {
        return new Problem(
                ProblemType.INVALID_PARAMETERS,
                new Words("Ungültige Parameter: %d, siehe errors.", "Invalid parameters: %d, see errors.")
                        .with(faults.size()),
                faults);
    }

    public ProblemType type() {
        return type;
    }

    public Words detail() {
        return detail;
    }

    public List<Fault> faults() {
        return faults;
    }
}
