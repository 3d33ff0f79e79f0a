package de.stadtchronik.problem;

import de.stadtchronik.text.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of failure there is: its HTTP status (RFC 9110), its title, and the explanation on its page. */
public enum ProblemType {
    UNKNOWN_PATH(
            404,
            new Words("Diesen Pfad gibt es nicht", "There is no such path"),
            new Words(
                    "Unter der angefragten Adresse bietet die Schnittstelle nichts an. Die Dokumentation führt alle Pfade auf.",
                    "The interface offers nothing at the requested address. The documentation lists all paths.")),
    NOT_FOUND(
            404,
            new Words("Diesen Eintrag gibt es nicht", "There is no such item"),
            new Words(
                    "Kein veröffentlichter Eintrag dieser Art hat die angegebene Id oder den angegebenen Kurznamen (slug).",
                    "No published item of this type has the given id or slug.")),
    METHOD_NOT_ALLOWED(
            405,
            new Words("Diese Methode ist hier nicht erlaubt", "This method is not allowed here"),
            new Words(
                    "Die Adresse gibt es, aber nicht mit dieser HTTP-Methode. Der Antwortkopf Allow nennt die erlaubten.",
                    "The address exists, but not with this HTTP method. The Allow header names those it accepts.")),
    NOT_ACCEPTABLE(
            406,
            new Words("Dieses Format gibt es hier nicht", "This format is not available here"),
            new Words(
                    "Die Antwort lässt sich in keinem der Formate geben, die der Anfragekopf Accept nennt.",
                    "The answer cannot be given in any of the formats named by the Accept header.")),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            new Words("Dieses Format wird nicht angenommen", "This format is not accepted"),
            new Words(
                    "Der Inhalt der Anfrage muss JSON sein: Content-Type application/json.",
                    "The content of the request has to be JSON: Content-Type application/json.")),
    UNAUTHENTICATED(
            401,
            new Words("Dafür ist ein Schlüssel nötig", "A key is needed for this"),
            new Words(
                    "Die Anfrage nennt keinen gültigen Schlüssel. Er gehört in den Anfragekopf Authorization: Bearer. Ob er fehlt, falsch, abgelaufen oder gesperrt ist, sagt der Dienst nicht.",
                    "The request names no valid key. It belongs into the header Authorization: Bearer. Whether it is missing, wrong, expired or revoked, the service does not say.")),
    CURSOR_EXPIRED(
            410,
            new Words("Der Stand ist zu alt", "The cursor has expired"),
            new Words(
                    "Von diesem Stand an lässt sich nicht mehr sagen, was sich geändert hat: Der Dienst wurde aus einer Sicherung wiederhergestellt, oder der Stand ist älter als das Änderungsprotokoll. Bitte bei restart neu beginnen und danach löschen, was dabei nicht kam.",
                    "It can no longer be told what has changed since then: the service was restored from a backup, or the cursor is older than the change log. Please begin anew at restart, and then delete what did not come with it.")),
    FORBIDDEN(
            403,
            new Words("Dieser Schlüssel darf das nicht", "This key must not do that"),
            new Words(
                    "Der Schlüssel gilt, aber seine Rolle oder die Arten, auf die er beschränkt ist, erlauben diesen Aufruf nicht.",
                    "The key is valid, but its role or the types it is confined to do not allow this call.")),
    RATE_LIMITED(
            429,
            new Words("Zu viele Anfragen", "Too many requests"),
            new Words(
                    "In der letzten Minute kamen mehr Anfragen, als erlaubt sind. Retry-After sagt, nach wie vielen Sekunden es weitergeht.",
                    "More requests than allowed came within the last minute. Retry-After says after how many seconds to go on.")),
    TOO_MANY_LISTENERS(
            429,
            new Words("Es hören zu viele zu", "Too many are listening"),
            new Words(
                    "Mehr Verbindungen, über die Änderungen gemeldet werden, hält der Dienst nicht offen. Bitte später noch einmal versuchen, oder in Abständen abholen.",
                    "The service keeps no more connections open over which changes are told. Please try again later, or pull from time to time.")),
    LOCKED_OUT(
            429,
            new Words("Zu viele ungültige Schlüssel", "Too many invalid keys"),
            new Words(
                    "Von dieser Adresse kamen in der letzten Minute zu viele ungültige Schlüssel. Bis Retry-After vergangen ist, wird keiner mehr geprüft.",
                    "Too many invalid keys came from this address within the last minute. Until Retry-After has passed, none is checked.")),
    KEY_NAME_TAKEN(
            409,
            new Words("Der Name des Schlüssels ist vergeben", "The name of the key is taken"),
            new Words(
                    "Ein anderer gültiger Schlüssel heißt bereits so, oder der Dienst selbst.",
                    "Another valid key already has this name, or the service itself.")),
    KEY_ENDED(
            409,
            new Words("Der Schlüssel gilt nicht mehr", "The key is no longer valid"),
            new Words(
                    "Ein gesperrter oder abgelaufener Schlüssel lässt sich nicht erneuern. Bitte einen neuen anlegen.",
                    "A revoked or expired key cannot be rotated. Please create a new one.")),
    LAST_ADMIN_KEY(
            409,
            new Words("Das ist der letzte Schlüssel für die Verwaltung", "This is the last administration key"),
            new Words(
                    "Ohne ihn käme niemand mehr hinein. Vorher ist ein anderer Schlüssel mit der Rolle admin anzulegen oder stadtchronik.admin-key zu setzen.",
                    "Without it nobody could get in. Create another key with the role admin first, or set stadtchronik.admin-key.")),
    TOO_MANY_WEBHOOKS(
            409,
            new Words("Das sind zu viele Webhooks", "These are too many webhooks"),
            new Words(
                    "Wer keine Verwaltungsrechte hat, hat höchstens zehn Webhooks. Bitte vorher einen löschen.",
                    "Whoever is not an administrator has ten webhooks at most. Please delete one first.")),
    MALFORMED_REQUEST(
            400,
            new Words("Die Anfrage ist nicht lesbar", "The request cannot be read"),
            new Words(
                    "Die Anfrage verletzt die Regeln von HTTP oder von Webadressen, etwa durch ein unvollständiges Prozentzeichen.",
                    "The request breaks the rules of HTTP or of web addresses, for instance by an incomplete percent sign.")),
    ADDRESS_TOO_LONG(
            414,
            new Words("Die Adresse ist zu lang", "The address is too long"),
            new Words(
                    "Die angefragte Adresse hat mit ihren Parametern mehr als 8000 Zeichen. Bitte auf mehrere Anfragen verteilen.",
                    "The requested address with its parameters has more than 8000 characters. Please split it into several requests.")),
    MALFORMED_JSON(
            400,
            new Words("Das JSON ist nicht lesbar", "The JSON cannot be read"),
            new Words(
                    "Der Inhalt der Anfrage ist kein vollständiges JSON, oder ein Wert hat die falsche Form. Die Meldung nennt die Stelle.",
                    "The content of the request is not complete JSON, or a value has the wrong shape. The message names the place.")),
    BODY_TOO_LARGE(
            413,
            new Words("Der Inhalt ist zu groß", "The content is too large"),
            new Words(
                    "Der Inhalt der Anfrage überschreitet die Grenze dieser Adresse.",
                    "The content of the request exceeds the limit of this address.")),
    INVALID_PARAMETERS(
            400,
            new Words("Parameter sind ungültig", "Parameters are invalid"),
            new Words(
                    "Mindestens ein Parameter ist unbekannt oder hat einen Wert, den es nicht gibt. Unter errors steht zu jedem, was erlaubt ist.",
                    "At least one parameter is unknown or has a value that does not exist. The errors say for each what is allowed.")),
    INVALID_DOCUMENT(
            422,
            new Words("Der Inhalt ist ungültig", "The content is invalid"),
            new Words(
                    "Das JSON ist lesbar, aber mindestens ein Feld verletzt die Regeln seiner Art. Unter errors steht jedes mit seinem Ort.",
                    "The JSON is readable, but at least one field breaks the rules of its type. The errors name each with its place.")),
    STALE_REVISION(
            412,
            new Words("Der Eintrag wurde inzwischen geändert", "The item has changed in the meantime"),
            new Words(
                    "Die Änderung beruht auf einem älteren Stand. Bitte den heutigen Stand laden und die Änderung darauf wiederholen.",
                    "The change is based on an older state. Please load the current state and repeat the change on it.")),
    GONE(
            410,
            new Words("Diesen Eintrag gibt es nicht mehr", "This item is gone"),
            new Words(
                    "Den Eintrag gab es, er ist aber nicht mehr öffentlich. Unter tombstone steht, seit wann und warum, und wo es weitergeht.",
                    "The item was there, but is not public any more. The tombstone says since when and why, and where to look instead.")),
    PRECONDITION_REQUIRED(
            428,
            new Words("Es fehlt If-Match", "If-Match is missing"),
            new Words(
                    "Wer einen Eintrag ändert, muss sagen, auf welchem Stand: If-Match mit dem ETag, den view=draft gibt, etwa \"r3\". So geht keine Änderung verloren.",
                    "Whoever changes an item has to say on which state: If-Match with the ETag that view=draft gives, such as \"r3\". That way no change gets lost.")),
    ITEM_ARCHIVED(
            409,
            new Words("Der Eintrag ist archiviert", "The item is archived"),
            new Words(
                    "Was archiviert ist, bleibt unverändert öffentlich. Es lässt sich nur noch zurückziehen, zusammenführen oder löschen.",
                    "What is archived stays public without change. It can only be withdrawn, merged or deleted.")),
    ITEM_SCHEDULED(
            409,
            new Words("Der Entwurf wartet auf seine Veröffentlichung", "The draft is waiting to be published"),
            new Words(
                    "Ein geplanter Entwurf ruht bis zu seinem Zeitpunkt. Wird die Planung gelöscht, lässt er sich wieder ändern.",
                    "A scheduled draft is frozen until its moment. When the schedule is deleted, it can be changed again.")),
    NOT_PUBLIC(
            409,
            new Words("Der Eintrag ist nicht veröffentlicht", "The item is not published"),
            new Words(
                    "Zurückziehen und archivieren lässt sich nur, was veröffentlicht ist.",
                    "Only what is published can be withdrawn or archived.")),
    UNPUBLISHED_DRAFT(
            409,
            new Words("Es gibt einen neueren Entwurf", "There is a newer draft"),
            new Words(
                    "Neben dem Veröffentlichten liegt ein Entwurf, der dabei verloren ginge.",
                    "Beside what is published there is a draft that would be lost.")),
    STILL_REFERRED_TO(
            409,
            new Words("Andere Einträge verweisen darauf", "Other items refer to it"),
            new Words(
                    "Gelöscht wird nur, worauf nichts verweist. Unter referrers stehen die Einträge, die es tun; detach=true löst die Verweise.",
                    "Only what nothing refers to is deleted. The referrers are the items that do; detach=true takes the references out.")),
    INVALID_PREVIEW(
            403,
            new Words("Der Vorschaulink gilt nicht", "The preview link is not valid"),
            new Words(
                    "Ein Vorschaulink zeigt den Entwurf eines einzigen Eintrags und nur bis zu einem Zeitpunkt. Bitte bei der Redaktion einen neuen erfragen.",
                    "A preview link shows the draft of a single item, and only until a moment. Please ask the editors for a new one.")),
    IDEMPOTENCY_KEY_REUSED(
            422,
            new Words("Der Idempotency-Key wurde schon verwendet", "The Idempotency-Key was used before"),
            new Words(
                    "Unter demselben Idempotency-Key kam schon eine andere Anfrage. Bitte für jede neue Anfrage einen neuen wählen.",
                    "Another request came with the same Idempotency-Key before. Please choose a new one for each new request.")),
    SLUG_TAKEN(
            409,
            new Words("Der Kurzname ist vergeben", "The slug is taken"),
            new Words(
                    "Ein anderer Eintrag derselben Art trägt diesen Kurznamen (slug) bereits.",
                    "Another item of the same type already has this slug.")),
    SOURCE_TAKEN(
            409,
            new Words("Die Herkunft ist vergeben", "The source is taken"),
            new Words(
                    "Ein anderer Eintrag wurde bereits aus demselben System mit demselben Schlüssel übernommen.",
                    "Another item was already taken over from the same system with the same key.")),
    HARVESTED(
            409,
            new Words("Das ist eine Kopie", "This is a copy"),
            new Words(
                    "Der Eintrag kommt von einer anderen Instanz (source) und folgt ihr. Ändern kann man ihn nur dort; hier lässt er sich verbergen (…/hide).",
                    "The item comes from another instance (source) and follows it. It can only be changed there; here it can be hidden (…/hide).")),
    NOT_A_COPY(
            409,
            new Words("Das ist keine Kopie", "This is not a copy"),
            new Words(
                    "Verbergen lassen sich nur Kopien von anderen. Eigene Einträge zieht man zurück (…/withdraw).",
                    "Only copies from others can be hidden. Items of our own are withdrawn (…/withdraw).")),
    HARVEST_SOURCE_TAKEN(
            409,
            new Words("Der Name der Quelle ist vergeben", "The name of the source is taken"),
            new Words("Eine andere Quelle heißt bereits so.", "Another source already has this name.")),
    HARVEST_SOURCE_CONFIGURED(
            409,
            new Words("Die Quelle steht in der Konfiguration", "The source is in the configuration"),
            new Words(
                    "Was unter stadtchronik.harvest steht, lässt sich nur dort ändern. Anhalten, fortsetzen und bestätigen geht.",
                    "What is under stadtchronik.harvest can only be changed there. It can be paused, resumed and confirmed.")),
    INTERNAL_ERROR(
            500,
            new Words("Das ist unser Fehler", "This is our fault"),
            new Words(
                    "Im Dienst ist etwas schiefgegangen. Die traceId findet den Vorgang in unserem Protokoll; bitte bei Rückfragen angeben.",
                    "Something went wrong inside the service. The traceId finds the event in our log; please quote it when you ask.")),
    NOT_IN_THIS_EDITION(
            501,
            new Words("Das kann diese Ausgabe nicht selbst", "This edition cannot do that itself"),
            new Words(
                    "In der Ausgabe für PostgreSQL sichert man mit den Werkzeugen der Datenbank, etwa pg_dump. Wie, steht in docs/operations.md.",
                    "In the PostgreSQL edition, backups are made with the tools of the database, such as pg_dump. docs/operations.md says how.")),
    UNAVAILABLE(
            503,
            new Words("Der Dienst ist gerade nicht bereit", "The service is not ready right now"),
            new Words(
                    "Der Dienst startet, stoppt oder erreicht seine Datenbank nicht. Bitte in einigen Sekunden noch einmal versuchen.",
                    "The service is starting, stopping, or cannot reach its database. Please try again in a few seconds."));

    private final int status;
    private final Words title;
    private final Words explanation;

    ProblemType(int status, Words title, Words explanation) {
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

    public Words title() {
        return title;
    }

    public Words explanation() {
        return explanation;
    }

    static Optional<ProblemType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
