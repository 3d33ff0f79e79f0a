package de.stadtchronik.delivery;

import static io.vertx.core.http.HttpHeaders.ALLOW;
import static io.vertx.core.http.HttpHeaders.CACHE_CONTROL;
import static io.vertx.core.http.HttpHeaders.ETAG;
import static io.vertx.core.http.HttpHeaders.LAST_MODIFIED;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** What is built in and only read: the API document, Swagger UI, and the pictures of the sample. */
@ApplicationScoped
class Files {

    private static final String ALL = "/q/openapi([.-].*)?|/q/swagger-ui(/.*)?|/sample/.*";

    /** May be another one after the next start; the layer below would have it kept for a day, come what may. */
    private static final String CHANGING = "/q/swagger-ui/(index\\.html)?|/sample/.*";

    private final String tag;

    Files(Clock clock) {
        // They stay the same as long as the service runs.
        tag = "\"" + Long.toHexString(clock.millis()) + "\"";
    }

    void register(@Observes Router router) {
        // After all filters, and before the routes of the files themselves.
        router.routeWithRegex(ALL)
                .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT)
                .handler(Files::onlyRead);
        router.routeWithRegex(CHANGING)
                .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT)
                .handler(this::askAgain);
    }

    private static void onlyRead(RoutingContext context) {
        var method = context.request().method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            context.next();
            return;
        }
        var response = context.response().putHeader(ALLOW, "GET, HEAD, OPTIONS");
        if (method.equals(HttpMethod.OPTIONS)) {
            response.setStatusCode(204).end();
        } else {
            context.request().resume();
            context.fail(405);
        }
    }

    private void askAgain(RoutingContext context) {
        context.etag(tag);
        context.addHeadersEndHandler(end -> {
            var headers = context.response().headers();
            // The layer below says of each file that it changed just now.
            headers.remove(LAST_MODIFIED);
            if (context.response().getStatusCode() < 400) {
                headers.set(CACHE_CONTROL, "public, no-cache");
            } else {
                headers.remove(ETAG);
            }
        });
        if (context.isFresh()) {
            context.response().setStatusCode(304).end();
        } else {
            context.next();
        }
    }
}
