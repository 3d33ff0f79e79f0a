package de.stadtchronik.delivery;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets every web page read, and write if it has a key (Fetch Standard, section 3.3). The answer to all origins is
 * {@code *}, and every answer has it, also one to a request without an origin: a shared cache may give it to a page
 * (Fetch Standard, "CORS protocol and HTTP caches"). There are no cookies to protect.
 */
@ApplicationScoped
class CrossOrigin {

    /** Before everything else, so that errors carry the headers too. */
    private static final int FIRST = 10_000;

    private static final CharSequence EXPOSED = HttpHeaders.createOptimized(
            "Accept-Patch, Age, Allow, Content-Disposition, Content-Language, Date, ETag, Idempotency-Replayed,"
                    + " Last-Modified, Link, Location, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate");

    private static final String ALLOWED =
            "Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-Modified-Since, If-None-Match,"
                    + " Last-Event-ID, traceparent";

    void register(@Observes Filters filters) {
        filters.register(CrossOrigin::allow, FIRST);
    }

    private static void allow(RoutingContext context) {
        var request = context.request();
        var headers = context.response().headers();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        if (request.method().equals(HttpMethod.OPTIONS) && request.getHeader("Access-Control-Request-Method") != null) {
            headers.set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE");
            headers.set("Access-Control-Allow-Headers", ALLOWED);
            headers.set("Access-Control-Max-Age", "86400");
            context.response().setStatusCode(204).end();
        } else {
            context.next();
        }
    }
}
