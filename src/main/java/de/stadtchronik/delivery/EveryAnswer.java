package de.stadtchronik.delivery;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;

/**
 * Says with every answer at which moment it begins (RFC 9110, section 6.6.1), and tells browsers what not to do: guess
 * what it is, and on pages also show them in a frame, load anything from elsewhere, or tell others the address (Content
 * Security Policy Level 3; Referrer Policy).
 */
@ApplicationScoped
class EveryAnswer {

    /** Before anything that may answer. */
    private static final int FIRST = 10_000;

    private static final int NOT_MODIFIED = 304;

    /** Swagger UI has scripts and styles inside its page. */
    private static final String POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private static final CharSequence NO_GUESSING = HttpHeaders.createOptimized("X-Content-Type-Options");

    private final Clock clock;
    private volatile Date date = Date.of(Instant.EPOCH);

    /** How a second is told, which is the same for all answers in it. */
    private record Date(long second, CharSequence text) {

        static Date of(Instant moment) {
            return new Date(moment.getEpochSecond(), HttpHeaders.createOptimized(HttpDate.of(moment)));
        }
    }

    EveryAnswer(Clock clock) {
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(end -> describe(context));
                    context.next();
                },
                FIRST);
    }

    private CharSequence date() {
        var now = clock.instant();
        var known = date;
        if (known.second() != now.getEpochSecond()) {
            known = Date.of(now);
            date = known;
        }
        return known.text();
    }

    private void describe(RoutingContext context) {
        var headers = context.response().headers();
        headers.set(HttpHeaders.DATE, date());
        headers.set(NO_GUESSING, "nosniff");
        if (context.response().getStatusCode() == NOT_MODIFIED) {
            // There is nothing of any type (RFC 9110, section 15.4.5).
            headers.remove(HttpHeaders.CONTENT_TYPE);
        }
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith("text/html")) {
            headers.set("Content-Security-Policy", POLICY);
            headers.set("Referrer-Policy", "no-referrer");
        }
    }
}
