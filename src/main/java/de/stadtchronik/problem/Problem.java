package de.stadtchronik.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import de.stadtchronik.text.Words;
import java.io.Serial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A failure with a name. Thrown anywhere, it reaches the client as a problem document (RFC 9457). */
public final class Problem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Words detail;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> members;
    private final transient Optional<Duration> retryAfter;

    private Problem(
            ProblemType type,
            Words detail,
            List<Fault> faults,
            Map<String, Object> members,
            Optional<Duration> retryAfter) {
        super(type.code() + ": " + detail.english() + (faults.isEmpty() ? "" : " " + faults));
        this.type = type;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.members = members;
        this.retryAfter = retryAfter;
    }

    public Problem(ProblemType type, Words detail, List<Fault> faults) {
        this(type, detail, faults, Map.of(), Optional.empty());
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

    /** All that is wrong with the document in one request. */
    public static Problem invalidDocument(List<Fault> faults) {
        return new Problem(
                ProblemType.INVALID_DOCUMENT,
                new Words("Ungültige Felder: %d, siehe errors.", "Invalid fields: %d, see errors.").with(faults.size()),
                faults);
    }

    /** JSON that cannot be read, and where. */
    public static Problem malformedJson(JsonProcessingException broken) {
        var place = broken.getLocation();
        var detail = place == null
                ? new Words("Der Inhalt ist kein lesbares JSON.", "The content is not readable JSON.")
                : new Words(
                                "Der Inhalt ist in Zeile %d, Spalte %d nicht lesbar.",
                                "The content cannot be read at line %d, column %d.")
                        .with(place.getLineNr(), place.getColumnNr());
        var pointer = broken instanceof JsonMappingException mapping ? pointer(mapping) : "";
        return new Problem(ProblemType.MALFORMED_JSON, detail, List.of(Fault.inBody(pointer, "malformed", detail)));
    }

    private static String pointer(JsonMappingException broken) {
        return broken.getPath().stream()
                .map(step -> step.getFieldName() == null ? "/" + step.getIndex() : "/" + step.getFieldName())
                .collect(Collectors.joining());
    }

    /** The same problem with an extension member (RFC 9457, section 3.2), which programs can go by. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, detail, faults, more, retryAfter);
    }

    public Map<String, Object> members() {
        return members;
    }

    /** Neither more nor less, whatever was wrong with the credentials, so that nobody can learn from it. */
    public static Problem unauthenticated() {
        return new Problem(
                ProblemType.UNAUTHENTICATED,
                new Words(
                        "Dieser Aufruf braucht einen gültigen Schlüssel: Authorization: Bearer …",
                        "This call needs a valid key: Authorization: Bearer …"));
    }

    /** Something that only one item can have, and another has. */
    public static Problem taken(ProblemType type, String pointer, Words detail) {
        return new Problem(type, detail, List.of(Fault.inBody(pointer, type.code(), detail)));
    }

    /** The same problem of something larger, in which what it is about begins at a place. */
    public Problem below(String place) {
        var moved = faults.stream().map(fault -> fault.below(place)).toList();
        return new Problem(type, detail, moved, members, retryAfter);
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
        return new Problem(type, detail, List.of(), Map.of(), Optional.of(retryAfter));
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
