package de.stadtchronik.problem;

import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** The problems that the HTTP layers below ours report by a bare status. */
@ApplicationScoped
class StatusProblem {

    /** Paths whose bodies are lines of JSON. */
    private static final Set<String> LINES = Set.of("/v1/export", "/v1/import");

    private final AllowedMethods allowed;

    StatusProblem(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    /** The problem for a 4xx status or 503; empty for what no client could have caused. */
    Optional<Problem> of(int status, String path) {
        return switch (status) {
            case 401 -> Optional.of(Problem.unauthenticated());
            case 403 -> Optional.of(forbidden());
            case 404 -> Optional.of(unknown(path));
            case 405 ->
                Optional.of(new Problem(
                        ProblemType.METHOD_NOT_ALLOWED,
                        new BilingualText(
                                "Diese Methode ist hier nicht erlaubt; Allow nennt die erlaubten.",
                                "This method is not allowed here; Allow names those that are.")));
            case 406 ->
                Optional.of(new Problem(
                        ProblemType.NOT_ACCEPTABLE,
                        new BilingualText(
                                        "Hier gibt es %s; der Kopf Accept schließt das aus.",
                                        "There is %s here; the Accept header excludes it.")
                                .with(format(path))));
            case 413 ->
                Optional.of(new Problem(
                        ProblemType.BODY_TOO_LARGE,
                        new BilingualText(
                                "Der Inhalt der Anfrage überschreitet 1 MiB.",
                                "The content of the request exceeds 1 MiB.")));
            case 414 ->
                Optional.of(new Problem(
                        ProblemType.ADDRESS_TOO_LONG,
                        new BilingualText(
                                "Die Adresse hat mehr als 8000 Zeichen.",
                                "The address has more than 8000 characters.")));
            case 415 ->
                Optional.of(new Problem(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        new BilingualText("Angenommen wird nur %s.", "Only %s is accepted.").with(accepted(path))));
            case 503 ->
                Optional.of(new Problem(
                        ProblemType.UNAVAILABLE,
                        new BilingualText(
                                "Der Dienst ist gerade nicht bereit.", "The service is not ready right now.")));
            default ->
                status >= 400 && status < 500
                        ? Optional.of(new Problem(
                                ProblemType.MALFORMED_REQUEST,
                                new BilingualText(
                                        "Die Anfrage ist so nicht lesbar.", "The request cannot be read as it is.")))
                        : Optional.empty();
        };
    }

    private Problem unknown(String path) {
        var detail = new BilingualText("Den Pfad %s gibt es nicht.", "There is no path %s.").with(path);
        return new Problem(
                ProblemType.UNKNOWN_PATH,
                allowed.question(path).map(detail::and).orElse(detail));
    }

    static Problem forbidden() {
        return Problem.forbidden(new BilingualText(
                "Die Rolle dieses Schlüssels erlaubt das nicht.", "The role of this key does not allow that."));
    }

    private static String accepted(String path) {
        return LINES.contains(path) ? format(path) : format(path) + ", PATCH: application/merge-patch+json";
    }

    private static String format(String path) {
        return LINES.contains(path) ? "application/x-ndjson" : "application/json";
    }

    static Problem internalError() {
        return new Problem(
                ProblemType.INTERNAL_ERROR,
                new BilingualText(
                        "Der Fehler liegt bei uns; die Anfrage war vielleicht in Ordnung.",
                        "The fault is ours; the request may have been fine."));
    }
}
