package de.stadtchronik.problem;

import de.stadtchronik.text.BilingualText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of failure there is: its HTTP status (RFC 9110), its title, and the explanation on its page. */
public enum ProblemType {
    UNKNOWN_PATH(
            404,
            new BilingualText("Diesen Pfad gibt es nicht", "There is no such path"),
            new BilingualText(
                    "Unter der angefragten Adresse bietet die Schnittstelle nichts an. Die Dokumentation führt alle Pfade auf.",
                    "The interface offers nothing at the requested address. The documentation lists all paths.")),
    NOT_FOUND(
            404,
            new BilingualText("Diesen Eintrag gibt es nicht", "There is no such item"),
            new BilingualText(
                    "Kein veröffentlichter Eintrag dieser Art hat die angegebene Id oder den angegebenen Kurznamen (slug).",
                    "No published item of this type has the given id or slug.")),
    METHOD_NOT_ALLOWED(
            405,
            new BilingualText("Diese Methode ist hier nicht erlaubt", "This method is not allowed here"),
            new BilingualText(
                    "Die Adresse gibt es, aber nicht mit dieser HTTP-Methode. Der Antwortkopf Allow nennt die erlaubten.",
                    "The address exists, but not with this HTTP method. The Allow header names those it accepts.")),
    NOT_ACCEPTABLE(
            406,
            new BilingualText("Dieses Format gibt es hier nicht", "This format is not available here"),
            new BilingualText(
                    "Die Antwort lässt sich in keinem der Formate geben, die der Anfragekopf Accept nennt.",
                    "The answer cannot be given in any of the formats named by the Accept header.")),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            new BilingualText("Dieses Format wird nicht angenommen", "This format is not accepted"),
            new BilingualText(
                    "Der Inhalt der Anfrage muss JSON sein: Content-Type application/json.",
                    "The content of the request has to be JSON: Content-Type application/json.")),
    UNAUTHENTICATED(
            401,
            new BilingualText("Dafür ist ein Schlüssel nötig", "A key is needed for this"),
            new BilingualText(
                    "Die Anfrage nennt keinen gültigen Schlüssel. Er gehört in den Anfragekopf Authorization: Bearer. Ob er fehlt, falsch, abgelaufen oder gesperrt ist, sagt der Dienst nicht.",
                    "The request names no valid key. It belongs in the header Authorization: Bearer. The service does not say whether it is missing, wrong, expired or revoked.")),
    CURSOR_EXPIRED(
            410,
            new BilingualText("Der Stand ist zu alt", "The cursor has expired"),
            new BilingualText(
                    "Von diesem Stand an lässt sich nicht mehr sagen, was sich geändert hat: Der Dienst wurde aus einer Sicherung wiederhergestellt, oder der Stand ist älter als das Änderungsprotokoll. Bitte bei restart neu beginnen und danach löschen, was dabei nicht kam.",
                    "The service can no longer tell what has changed since then: it was restored from a backup, or the cursor is older than the change log. Please start again at restart, and then delete what did not come with it.")),
    FORBIDDEN(
            403,
            new BilingualText("Dieser Schlüssel darf das nicht", "This key may not do that"),
            new BilingualText(
                    "Der Schlüssel gilt, aber seine Rolle oder die Arten, auf die er beschränkt ist, erlauben diesen Aufruf nicht.",
                    "The key is valid, but its role or the types it is confined to do not allow this call.")),
    RATE_LIMITED(
            429,
            new BilingualText("Zu viele Anfragen", "Too many requests"),
            new BilingualText(
                    "In der letzten Minute kamen mehr Anfragen, als erlaubt sind. Retry-After sagt, nach wie vielen Sekunden es weitergeht.",
                    "More requests than allowed came within the last minute. Retry-After says how many seconds to wait.")),
    TOO_MANY_LISTENERS(
            429,
            new BilingualText("Zu viele offene Verbindungen", "Too many open connections"),
            new BilingualText(
                    "Der Dienst hält nicht mehr Verbindungen offen, über die er Änderungen meldet. Bitte später noch einmal versuchen, oder Änderungen in Abständen abholen.",
                    "The service keeps no more connections open for reporting changes. Please try again later, or pull changes from time to time.")),
    TOO_MANY_STREAMS(
            429,
            new BilingualText("Zu viele lange Antworten", "Too many long answers"),
            new BilingualText(
                    "Antworten beliebiger Länge (NDJSON, Verzeichnis, Export) gibt der Dienst nur wenige zugleich. Bitte nach Retry-After noch einmal versuchen, oder seitenweise abholen.",
                    "The service gives only a few answers of any length (NDJSON, manifest, export) at once. Please try again after Retry-After, or pull page by page.")),
    OVERLOADED(
            503,
            new BilingualText("Der Dienst ist überlastet", "The service is overloaded"),
            new BilingualText(
                    "Es warten schon so viele Anfragen, dass eine weitere zu lange warten müsste. Bitte nach Retry-After noch einmal versuchen.",
                    "So many requests are waiting that another one would wait too long. Please try again after Retry-After.")),
    TOO_SLOW(
            503,
            new BilingualText("Die Frage dauert zu lange", "The question takes too long"),
            new BilingualText(
                    "Eine Liste mit diesen Filtern zu finden dauert länger als zehn Sekunden und wurde abgebrochen. Enger gefragt, etwa nach einem Typ, einer Art oder einem Zeitraum, oder ohne count=exact geht es schneller.",
                    "To find a list with these filters takes longer than ten seconds and was given up. A narrower question, such as for one type, kind or time, or one without count=exact, is answered faster.")),
    LOCKED_OUT(
            429,
            new BilingualText("Zu viele ungültige Schlüssel", "Too many invalid keys"),
            new BilingualText(
                    "Von dieser Adresse kamen in der letzten Minute zu viele ungültige Schlüssel. Bitte warten, bis Retry-After vergangen ist; ein gültiger Schlüssel gilt weiter.",
                    "Too many invalid keys came from this address within the last minute. Please wait until Retry-After has passed; a valid key keeps working.")),
    KEY_NAME_TAKEN(
            409,
            new BilingualText("Der Name des Schlüssels ist vergeben", "The name of the key is taken"),
            new BilingualText(
                    "Ein anderer gültiger Schlüssel heißt bereits so, oder der Dienst selbst.",
                    "Another valid key already has this name, or the service itself.")),
    KEY_ENDED(
            409,
            new BilingualText("Der Schlüssel gilt nicht mehr", "The key is no longer valid"),
            new BilingualText(
                    "Ein gesperrter oder abgelaufener Schlüssel lässt sich nicht erneuern. Bitte einen neuen anlegen.",
                    "A revoked or expired key cannot be rotated. Please create a new one.")),
    LAST_ADMIN_KEY(
            409,
            new BilingualText("Das ist der letzte Schlüssel für die Verwaltung", "This is the last administration key"),
            new BilingualText(
                    "Ohne ihn wäre keine Verwaltung mehr möglich. Bitte vorher einen anderen Schlüssel mit der Rolle admin anlegen oder stadtchronik.admin-key setzen.",
                    "Without it no administration would be possible. Please create another key with the role admin first, or set stadtchronik.admin-key.")),
    TOO_MANY_WEBHOOKS(
            409,
            new BilingualText("Zu viele Webhooks", "Too many webhooks"),
            new BilingualText(
                    "Ohne die Rolle admin sind höchstens zehn Webhooks erlaubt. Bitte vorher einen löschen.",
                    "Without the role admin, ten webhooks are allowed at most. Please delete one first.")),
    MALFORMED_REQUEST(
            400,
            new BilingualText("Die Anfrage ist nicht lesbar", "The request cannot be read"),
            new BilingualText(
                    "Die Anfrage verletzt die Regeln von HTTP oder von Webadressen, etwa durch ein unvollständiges Prozentzeichen.",
                    "The request breaks the rules of HTTP or of web addresses, for instance by an incomplete percent sign.")),
    ADDRESS_TOO_LONG(
            414,
            new BilingualText("Die Adresse ist zu lang", "The address is too long"),
            new BilingualText(
                    "Die angefragte Adresse hat mit ihren Parametern mehr als 8000 Zeichen. Bitte auf mehrere Anfragen verteilen.",
                    "The requested address with its parameters has more than 8000 characters. Please split it into several requests.")),
    MALFORMED_JSON(
            400,
            new BilingualText("Das JSON ist nicht lesbar", "The JSON cannot be read"),
            new BilingualText(
                    "Der Inhalt der Anfrage ist kein vollständiges JSON, oder ein Wert hat die falsche Form. Die Meldung nennt die Stelle.",
                    "The content of the request is not complete JSON, or a value has the wrong shape. The message names the place.")),
    BODY_TOO_LARGE(
            413,
            new BilingualText("Der Inhalt ist zu groß", "The content is too large"),
            new BilingualText("So viel nimmt diese Adresse nicht an.", "This address does not take as much.")),
    INVALID_PARAMETERS(
            400,
            new BilingualText("Parameter sind ungültig", "Parameters are invalid"),
            new BilingualText(
                    "Mindestens ein Parameter ist unbekannt oder hat einen Wert, den es nicht gibt. Unter errors steht zu jedem, was erlaubt ist.",
                    "At least one parameter is unknown or has a value that does not exist. The errors say for each what is allowed.")),
    INVALID_DOCUMENT(
            422,
            new BilingualText("Der Inhalt ist ungültig", "The content is invalid"),
            new BilingualText(
                    "Das JSON ist lesbar, aber mindestens ein Feld verletzt die Regeln seiner Art. Unter errors steht jedes mit seinem Ort.",
                    "The JSON is readable, but at least one field breaks the rules of its type. The errors name each with its place.")),
    UNFIT_PRECONDITION(
            412,
            new BilingualText("Die Bedingung passt nicht", "The precondition does not fit"),
            new BilingualText(
                    "If-Match nimmt den ETag, den view=draft und jede Antwort auf eine Änderung geben, etwa \"r3\"; der ETag einer öffentlichen Antwort steht für deren Inhalt, nicht für einen Stand. If-None-Match: * legt nur an, was es noch nicht gibt.",
                    "If-Match takes the ETag that view=draft and each answer to a change give, such as \"r3\"; the ETag of a public answer stands for its content, not for a revision. If-None-Match: * only creates what is not there yet.")),
    STALE_REVISION(
            412,
            new BilingualText("Der Eintrag wurde inzwischen geändert", "The item has changed in the meantime"),
            new BilingualText(
                    "Die Änderung beruht auf einem älteren Stand. Bitte den heutigen Stand laden und die Änderung darauf wiederholen.",
                    "The change is based on an older state. Please load the current state and repeat the change on it.")),
    GONE(
            410,
            new BilingualText("Diesen Eintrag gibt es nicht mehr", "This item is gone"),
            new BilingualText(
                    "Den Eintrag gab es, er ist aber nicht mehr öffentlich. Unter tombstone steht, seit wann und warum, und wo es weitergeht.",
                    "The item existed, but is no longer public. The tombstone says since when and why, and where to look instead.")),
    PRECONDITION_REQUIRED(
            428,
            new BilingualText("Es fehlt If-Match", "If-Match is missing"),
            new BilingualText(
                    "Eine Änderung muss sagen, auf welchem Stand sie beruht: If-Match mit dem ETag, den view=draft gibt, etwa \"r3\". So geht keine Änderung verloren.",
                    "A change has to say on which state it is based: If-Match with the ETag that view=draft gives, such as \"r3\". That way no change gets lost.")),
    ITEM_ARCHIVED(
            409,
            new BilingualText("Der Eintrag ist archiviert", "The item is archived"),
            new BilingualText(
                    "Was archiviert ist, bleibt unverändert öffentlich. Es lässt sich nur noch zurückziehen, zusammenführen oder löschen.",
                    "An archived item stays public unchanged. It can only be withdrawn, merged or deleted.")),
    ITEM_SCHEDULED(
            409,
            new BilingualText("Der Entwurf wartet auf seine Veröffentlichung", "The draft is waiting to be published"),
            new BilingualText(
                    "Ein geplanter Entwurf ruht bis zu seinem Zeitpunkt. Wird die Planung gelöscht, lässt er sich wieder ändern.",
                    "A scheduled draft is frozen until its moment. When the schedule is deleted, it can be changed again.")),
    NOT_PUBLIC(
            409,
            new BilingualText("Der Eintrag ist nicht veröffentlicht", "The item is not published"),
            new BilingualText(
                    "Zurückziehen und archivieren lässt sich nur, was veröffentlicht ist.",
                    "Only what is published can be withdrawn or archived.")),
    UNPUBLISHED_DRAFT(
            409,
            new BilingualText("Es gibt einen neueren Entwurf", "There is a newer draft"),
            new BilingualText(
                    "Neben der veröffentlichten Fassung gibt es einen Entwurf, der dabei verloren ginge.",
                    "The item has a draft beside its published version, which would be lost.")),
    STILL_REFERRED_TO(
            409,
            new BilingualText("Andere Einträge verweisen darauf", "Other items refer to it"),
            new BilingualText(
                    "Gelöscht wird nur, worauf nichts verweist. Unter referrers stehen die verweisenden Einträge; detach=true entfernt die Verweise.",
                    "An item can only be deleted if no other refers to it. The referrers are those that do; detach=true removes the references.")),
    INVALID_PREVIEW(
            403,
            new BilingualText("Der Vorschaulink gilt nicht", "The preview link is not valid"),
            new BilingualText(
                    "Ein Vorschaulink zeigt den Entwurf eines einzigen Eintrags und nur für begrenzte Zeit. Bitte bei der Redaktion einen neuen erfragen.",
                    "A preview link shows the draft of a single item, and only for a limited time. Please ask the editors for a new one.")),
    IDEMPOTENCY_KEY_REUSED(
            422,
            new BilingualText("Der Idempotency-Key wurde schon verwendet", "The Idempotency-Key was used before"),
            new BilingualText(
                    "Unter demselben Idempotency-Key kam schon eine andere Anfrage. Bitte für jede neue Anfrage einen neuen wählen.",
                    "A different request with the same Idempotency-Key came before. Please choose a new key for each new request.")),
    SLUG_TAKEN(
            409,
            new BilingualText("Der Kurzname ist vergeben", "The slug is taken"),
            new BilingualText(
                    "Ein anderer Eintrag derselben Art trägt diesen Kurznamen (slug) bereits.",
                    "Another item of the same type already has this slug.")),
    SOURCE_TAKEN(
            409,
            new BilingualText("Die Herkunft ist vergeben", "The source is taken"),
            new BilingualText(
                    "Ein anderer Eintrag wurde bereits aus demselben System mit demselben Schlüssel übernommen.",
                    "Another item was already taken over from the same system with the same key.")),
    HARVESTED(
            409,
            new BilingualText("Das ist eine Kopie", "This is a copy"),
            new BilingualText(
                    "Der Eintrag kommt von einer anderen Instanz (source) und folgt ihr. Ändern kann man ihn nur dort; hier lässt er sich verbergen (…/hide).",
                    "The item comes from another instance (source) and follows it. It can only be changed there; here it can be hidden (…/hide).")),
    NOT_A_COPY(
            409,
            new BilingualText("Das ist keine Kopie", "This is not a copy"),
            new BilingualText(
                    "Verbergen lassen sich nur Kopien von anderen. Eigene Einträge zieht man zurück (…/withdraw).",
                    "Only copies from others can be hidden. Items of our own are withdrawn (…/withdraw).")),
    HARVEST_SOURCE_TAKEN(
            409,
            new BilingualText("Der Name der Quelle ist vergeben", "The name of the source is taken"),
            new BilingualText("Eine andere Quelle heißt bereits so.", "Another source already has this name.")),
    HARVEST_SOURCE_CONFIGURED(
            409,
            new BilingualText("Die Quelle steht in der Konfiguration", "The source is in the configuration"),
            new BilingualText(
                    "Was unter stadtchronik.harvest steht, lässt sich nur dort ändern. Anhalten, fortsetzen und bestätigen geht.",
                    "What is under stadtchronik.harvest can only be changed there. It can be paused, resumed and confirmed.")),
    INTERNAL_ERROR(
            500,
            new BilingualText("Interner Fehler", "Internal error"),
            new BilingualText(
                    "Im Dienst ist etwas schiefgegangen. Die traceId bezeichnet den Vorgang in unserem Protokoll; bitte bei Rückfragen angeben.",
                    "Something went wrong inside the service. The traceId identifies the request in our log; please quote it when you ask.")),
    NOT_IN_THIS_EDITION(
            501,
            new BilingualText("Das kann diese Ausgabe nicht selbst", "This edition cannot do that itself"),
            new BilingualText(
                    "In der Ausgabe für PostgreSQL sichert man mit den Werkzeugen der Datenbank, etwa pg_dump. Wie, steht in docs/operations.md.",
                    "In the PostgreSQL edition, backups are made with the tools of the database, such as pg_dump. docs/operations.md says how.")),
    OUTCOME_UNKNOWN(
            503,
            new BilingualText("Der Ausgang ist unbekannt", "The outcome is unknown"),
            new BilingualText(
                    "Die Datenbank brach ab, während sie die Änderung abschloss: Sie ist ganz geschehen oder gar nicht. Dieselbe Anfrage mit demselben Idempotency-Key wird höchstens einmal ausgeführt; ohne einen sagt der Eintrag mit view=draft, was gilt.",
                    "The database broke off while it completed the change: it happened as a whole, or not at all. The same request with the same Idempotency-Key is carried out once at most; without one, the item with view=draft says what holds.")),
    DISK_FULL(
            503,
            new BilingualText(
                    "Die Festplatte ist voll, gespeichert wird nichts", "The disk is full, nothing is stored"),
            new BilingualText("Bis der Betreiber Platz schafft.", "Until the operator makes room.")),
    UNAVAILABLE(
            503,
            new BilingualText("Der Dienst ist gerade nicht bereit", "The service is not ready right now"),
            new BilingualText(
                    "Der Dienst startet, stoppt oder erreicht seine Datenbank nicht. Bitte in einigen Sekunden noch einmal versuchen.",
                    "The service is starting, stopping, or cannot reach its database. Please try again in a few seconds."));

    private final int status;
    private final BilingualText title;
    private final BilingualText explanation;

    ProblemType(int status, BilingualText title, BilingualText explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The last segment of the problem's {@code type} URI. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    public BilingualText title() {
        return title;
    }

    public BilingualText explanation() {
        return explanation;
    }

    static Optional<ProblemType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
