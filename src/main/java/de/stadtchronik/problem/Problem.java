package de.stadtchronik.problem;

import de.stadtchronik.text.Words;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A failure with a name. Thrown anywhere, it reaches the client as a problem document (RFC 9457). */
public final class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Words detail;
    private final transient List<Fault> faults;
    private final transient Optional<Duration> retryAfter;

    public Problem(ProblemType type, Words detail, List<Fault> faults) {
        this(type, detail, faults, Optional.empty());
    }

    private Problem(ProblemType type, Words detail, List<Fault> faults, Optional<Duration> retryAfter) {
        super(type.code() + ": " + detail.english() + (faults.isEmpty() ? "" : " " + faults));
        this.type = type;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
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

    /** Neither more nor less, whatever was wrong with the credentials, so that nobody can learn from it. */
    public static Problem unauthenticated() {
        return new Problem(
                ProblemType.UNAUTHENTICATED,
                new Words(
                        "Dieser Aufruf braucht einen gültigen Schlüssel: Authorization: Bearer …",
                        "This call needs a valid key: Authorization: Bearer …"));
    }

    /** What the caller would need. */
    public static Problem forbidden(Words detail) {
        return new Problem(ProblemType.FORBIDDEN, detail);
    }

    /**
     * Too much in too short a time.
     *
     * @param retryAfter how long to wait; told in whole seconds, rounded up
     */
    public static Problem tooMany(ProblemType type, Words detail, Duration retryAfter) {
        return new Problem(type, detail, List.of(), Optional.of(retryAfter));
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

    /** How long to wait before the next attempt, if that helps. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
