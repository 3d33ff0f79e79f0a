package de.stadtchronik.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import de.stadtchronik.text.BilingualText;
import java.io.IOException;
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

    /** An extension member: how many more errors there are than are listed. */
    private static final String MORE_ERRORS = "moreErrors";

    /** In which an operator may make room. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private static final int MOST_PARAMETERS = 10;
    private static final int MOST_FIELDS = 100;

    private final ProblemType type;
    private final transient BilingualText detail;
    private final transient List<Violation> faults;
    private final transient Map<String, Object> members;
    private final transient Optional<Duration> retryAfter;

    private Problem(
            ProblemType type,
            BilingualText detail,
            List<Violation> faults,
            Map<String, Object> members,
            Optional<Duration> retryAfter) {
        super(type.code() + ": " + detail.english() + (faults.isEmpty() ? "" : " " + faults));
        this.type = type;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.members = members;
        this.retryAfter = retryAfter;
    }

    public Problem(ProblemType type, BilingualText detail, List<Violation> faults) {
        this(type, detail, faults, Map.of(), Optional.empty());
    }

    public Problem(ProblemType type, BilingualText detail) {
        this(type, detail, List.of());
    }

    /** What is wrong with the parameters of one request: the first ten faults, and how many more there are. */
    public static Problem invalidParameters(List<Violation> faults) {
        return invalid(
                ProblemType.INVALID_PARAMETERS,
                new BilingualText("Ungültige Parameter: %d, siehe errors.", "Invalid parameters: %d, see errors."),
                faults,
                MOST_PARAMETERS);
    }

    /** What is wrong with the document in one request: the first hundred faults, and how many more there are. */
    public static Problem invalidDocument(List<Violation> faults) {
        return invalid(
                ProblemType.INVALID_DOCUMENT,
                new BilingualText("Ungültige Felder: %d, siehe errors.", "Invalid fields: %d, see errors."),
                faults,
                MOST_FIELDS);
    }

    /** Cut to what can be read, so that a refusal never costs more than a valid answer. */
    private static Problem invalid(ProblemType type, BilingualText detail, List<Violation> faults, int most) {
        var problem = new Problem(type, detail.with(faults.size()), faults.subList(0, Math.min(faults.size(), most)));
        return faults.size() <= most ? problem : problem.with(MORE_ERRORS, faults.size() - most);
    }

    /** JSON that cannot be read, and where, if that is known. */
    public static Problem malformedJson(IOException broken) {
        var place = broken instanceof JsonProcessingException json ? json.getLocation() : null;
        var detail = place == null
                ? new BilingualText("Der Inhalt ist kein lesbares JSON.", "The content is not readable JSON.")
                : new BilingualText(
                                "Der Inhalt ist in Zeile %d, Spalte %d nicht lesbar.",
                                "The content cannot be read at line %d, column %d.")
                        .with(place.getLineNr(), place.getColumnNr());
        var pointer = broken instanceof JsonMappingException mapping ? pointer(mapping) : "";
        return new Problem(ProblemType.MALFORMED_JSON, detail, List.of(Violation.inBody(pointer, "malformed", detail)));
    }

    private static String pointer(JsonMappingException broken) {
        return broken.getPath().stream()
                .map(step -> step.getFieldName() == null ? "/" + step.getIndex() : "/" + step.getFieldName())
                .collect(Collectors.joining());
    }

    /** This problem with an extension member (RFC 9457, section 3.2), which programs can go by. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, detail, faults, more, retryAfter);
    }

    public Map<String, Object> members() {
        return members;
    }

    /** Always the same, whatever was wrong with the credentials, so that an attacker cannot learn from it. */
    public static Problem unauthenticated() {
        return new Problem(
                ProblemType.UNAUTHENTICATED,
                new BilingualText(
                        "Dieser Aufruf braucht einen gültigen Schlüssel: Authorization: Bearer …",
                        "This call needs a valid key: Authorization: Bearer …"));
    }

    /** A name or key that has to be unique, and is taken. */
    public static Problem taken(ProblemType type, String pointer, BilingualText detail) {
        return new Problem(type, detail, List.of(Violation.inBody(pointer, type.code(), detail)));
    }

    /** This problem within a larger document, in which its subject stands at a place. */
    public Problem below(String place) {
        var moved = faults.stream().map(fault -> fault.below(place)).toList();
        return new Problem(type, detail, moved, members, retryAfter);
    }

    /** The caller lacks a right; the detail says which. */
    public static Problem forbidden(BilingualText detail) {
        return new Problem(ProblemType.FORBIDDEN, detail);
    }

    /**
     * Too many requests in too short a time.
     *
     * @param retryAfter how long to wait; told in whole seconds, rounded up
     */
    public static Problem tooMany(ProblemType type, BilingualText detail, Duration retryAfter) {
        return new Problem(type, detail, List.of(), Map.of(), Optional.of(retryAfter));
    }

    /** There is no room on the disk of the database. */
    public static Problem diskFull() {
        return new Problem(
                ProblemType.DISK_FULL,
                new BilingualText(
                        "Auf der Festplatte der Datenbank ist kein Platz mehr. Geschrieben wurde nichts.",
                        "There is no room left on the disk of the database. Nothing was written."),
                List.of(),
                Map.of(),
                Optional.of(A_WHILE));
    }

    public ProblemType type() {
        return type;
    }

    public BilingualText detail() {
        return detail;
    }

    public List<Violation> faults() {
        return faults;
    }

    /** How long to wait before the next attempt, if that helps. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
