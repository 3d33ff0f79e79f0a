package de.stadtchronik.problem;

import de.stadtchronik.clock.Outage;
import de.stadtchronik.clock.RareWarning;
import de.stadtchronik.text.BilingualText;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The problems behind failures without a name: a bare status of the layers below, overload, a database that is away. */
@ApplicationScoped
class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    /** Paths whose bodies are lines of JSON. */
    private static final Set<String> LINES = Set.of("/v1/export", "/v1/import");

    private final RareWarning outages = new RareWarning(LOG, "No database");
    private final RareWarning overload =
            new RareWarning(LOG, "Overloaded: a request was refused, because too many wait");

    private final AllowedMethods allowed;
    private volatile boolean over;

    Failures(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    /** What is still under way was given up, and its failures are no news. */
    void end(@Observes ShutdownEvent stop) {
        over = true;
    }

    /** The problem for a 4xx status or 503; empty for what no client could have caused. */
    Optional<Problem> of(int status, String path) {
        return (status >= 400 && status < 500) || status == 503 ? Optional.of(problem(status, path)) : Optional.empty();
    }

    private Problem problem(int status, String path) {
        return switch (status) {
            case 401 -> Problem.unauthenticated();
            case 403 -> forbidden();
            case 404 -> unknown(path);
            case 405 ->
                new Problem(
                        ProblemType.METHOD_NOT_ALLOWED,
                        new BilingualText(
                                "Diese Methode ist hier nicht erlaubt; Allow nennt die erlaubten.",
                                "This method is not allowed here; Allow names those that are."));
            case 406 ->
                new Problem(
                        ProblemType.NOT_ACCEPTABLE,
                        new BilingualText(
                                        "Hier gibt es %s; der Kopf Accept schließt das aus.",
                                        "There is %s here; the Accept header excludes it.")
                                .with(format(path)));
            case 413 ->
                new Problem(
                        ProblemType.BODY_TOO_LARGE,
                        new BilingualText(
                                "Der Inhalt der Anfrage überschreitet 1 MiB.",
                                "The content of the request exceeds 1 MiB."));
            case 414 ->
                new Problem(
                        ProblemType.ADDRESS_TOO_LONG,
                        new BilingualText(
                                "Die Adresse hat mehr als 8000 Zeichen.",
                                "The address has more than 8000 characters."));
            case 415 ->
                new Problem(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        new BilingualText("Angenommen wird nur %s.", "Only %s is accepted.").with(accepted(path)));
            case 503 -> unavailable("Der Dienst ist gerade nicht bereit.", "The service is not ready right now.");
            default ->
                new Problem(
                        ProblemType.MALFORMED_REQUEST,
                        new BilingualText("Die Anfrage ist so nicht lesbar.", "The request cannot be read as it is."));
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

    /** Too many requests wait for a thread already. */
    Problem overloaded() {
        overload.happened();
        return new Problem(
                ProblemType.OVERLOADED,
                new BilingualText(
                        "Zu viele Anfragen warten; bitte gleich noch einmal.",
                        "Too many requests are waiting; please try again in a moment."));
    }

    /** The problem of a fault that passes, such as that the database is away, told once in a while; empty for others. */
    Optional<Problem> passing(Throwable fault, String path, String traceId) {
        if (over) {
            return of(503, path);
        }
        if (!Outage.caused(fault)) {
            return Optional.empty();
        }
        if (!Outage.isOfClosedFile(fault)) {
            outages.happened(": traceId=%s path=%s %s".formatted(traceId, path, fault));
        }
        return Outage.refusal(fault).map(Failures::refused).or(() -> of(503, path));
    }

    private static Problem refused(String state) {
        return switch (state) {
            case "53100" -> Problem.diskFull();
            case "53200" ->
                unavailable("Der Datenbank fehlt es an Arbeitsspeicher.", "The database is short of memory.");
            case "53300" ->
                unavailable("Die Datenbank nimmt keine Verbindung mehr an.", "The database takes no more connections.");
            case "57P03" ->
                unavailable("Die Datenbank startet oder stoppt gerade.", "The database is starting or stopping.");
            case "57014" ->
                unavailable("Die Datenbank hat die Arbeit abgebrochen.", "The database has cancelled the work.");
            default -> unavailable("Der Datenbank fehlt es an Betriebsmitteln.", "The database is short of resources.");
        };
    }

    private static Problem unavailable(String german, String english) {
        return new Problem(ProblemType.UNAVAILABLE, new BilingualText(german, english));
    }

    /** The problem of a fault that nobody foresaw, which is logged. */
    static Problem unexpected(@Nullable Throwable fault, String path, String traceId) {
        LOG.errorf(fault, "Request failed: traceId=%s path=%s", traceId, path);
        return new Problem(
                ProblemType.INTERNAL_ERROR,
                new BilingualText(
                        "Der Fehler liegt bei uns; die Anfrage war vielleicht in Ordnung.",
                        "The fault is ours; the request may have been fine."));
    }
}
