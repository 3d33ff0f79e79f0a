package de.stadtchronik.problem;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A page for people, of the few there are. */
public final class WebPage {

    /** On which headers of the request an answer depends that is there as a page and as JSON, in two languages. */
    public static final String VARY = HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE;

    private WebPage() {}

    /**
     * A page, which is asked for anew each time.
     *
     * @param language in which it is: {@code de} or {@code en}
     */
    public static Response of(TemplateInstance page, String language) {
        return Response.ok(page.render(), MediaType.TEXT_HTML + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, VARY)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
