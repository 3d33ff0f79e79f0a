package de.stadtchronik.delivery;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets every web page read, and write if it has a key (Fetch Standard, section 3.3). The answer to all origins is
 * {@code *}, so that shared caches need not keep one per origin; there are no cookies to protect.
 */
@ApplicationScoped
class CrossOrigin {

    /** Before everything else, so that errors carry the headers too. */
    private static final int FIRST = 10_000;

    private static final String EXPOSED =
            "ETag, Last-Modified, Link, Content-Language, Allow, Location, Retry-After, RateLimit, RateLimit-Policy";

    private static final String ALLOWED =
            "Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, traceparent";

    void register(@Observes Filters filters) {
        filters.register(CrossOrigin::allow, FIRST);
    }

    private static void allow(RoutingContext context) {
        var request = context.request();
        if (request.getHeader("Origin") != null) {
            var headers = context.response().headers();
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set("Access-Control-Expose-Headers", EXPOSED);
            if (request.method().equals(HttpMethod.OPTIONS)
                    && request.getHeader("Access-Control-Request-Method") != null) {
                headers.set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE");
                headers.set("Access-Control-Allow-Headers", ALLOWED);
                headers.set("Access-Control-Max-Age", "86400");
                context.response().setStatusCode(204).end();
                return;
            }
        }
        context.next();
    }
}
