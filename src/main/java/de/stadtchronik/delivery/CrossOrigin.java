package de.stadtchronik.delivery;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Every web page may read. The answer says so in the same words to each: the framework would repeat the page's origin, and
 * a cache between us would then give one page what was made for another.
 */
@ApplicationScoped
class CrossOrigin {

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    /** Ahead of the framework's own filter, which may already end the request. */
    private static final int AHEAD = 1000;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(done -> {
                        var headers = context.response().headers();
                        if (headers.contains(ALLOW_ORIGIN)) {
                            headers.set(ALLOW_ORIGIN, "*");
                            headers.remove("Access-Control-Allow-Credentials");
                        }
                    });
                    context.next();
                },
                AHEAD);
    }
}
