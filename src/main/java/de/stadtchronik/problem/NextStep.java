package de.stadtchronik.problem;

import de.stadtchronik.text.BilingualText;

/** Where the page of a problem leads on, on this service. */
enum NextStep {
    DOCUMENTATION(
            "/q/swagger-ui/",
            new BilingualText(
                    "Alle Pfade und ihre Parameter in Swagger UI", "All paths and their parameters in Swagger UI")),
    EDITING(
            "/q/swagger-ui/?urls.primaryName=Everything",
            new BilingualText(
                    "Was Schreibende senden, mit Schlüsseln und If-Match, in Swagger UI",
                    "What editors send, with keys and If-Match, in Swagger UI")),
    ITEMS("/v1/search", new BilingualText("Alle öffentlichen Einträge (JSON)", "All public items (JSON)")),
    CHANGES(
            "/v1/changes",
            new BilingualText(
                    "Alle Änderungen von vorn, seitenweise (JSON)", "All changes from the start, page by page (JSON)")),
    START("/", new BilingualText("Zur Startseite", "To the start page"));

    private final String address;
    private final BilingualText label;

    NextStep(String address, BilingualText label) {
        this.address = address;
        this.label = label;
    }

    static NextStep after(ProblemType problem) {
        return switch (problem) {
            case NOT_FOUND, GONE -> ITEMS;
            case CURSOR_EXPIRED, TOO_MANY_LISTENERS, TOO_MANY_STREAMS -> CHANGES;
            case INVALID_PREVIEW -> START;
            default -> after(problem.status());
        };
    }

    private static NextStep after(int status) {
        return switch (status) {
            case 401, 403, 409, 412, 422, 428 -> EDITING;
            case 429, 500, 501, 503 -> START;
            default -> DOCUMENTATION;
        };
    }

    /** A path of this service. */
    public String address() {
        return address;
    }

    /** What the link says. */
    public BilingualText label() {
        return label;
    }
}
