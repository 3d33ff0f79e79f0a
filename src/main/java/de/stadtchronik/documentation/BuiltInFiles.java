package de.stadtchronik.documentation;

import static io.vertx.core.http.HttpHeaders.ACCEPT;
import static io.vertx.core.http.HttpHeaders.ACCEPT_ENCODING;
import static io.vertx.core.http.HttpHeaders.ALLOW;
import static io.vertx.core.http.HttpHeaders.CACHE_CONTROL;
import static io.vertx.core.http.HttpHeaders.CONTENT_ENCODING;
import static io.vertx.core.http.HttpHeaders.CONTENT_LENGTH;
import static io.vertx.core.http.HttpHeaders.CONTENT_TYPE;
import static io.vertx.core.http.HttpHeaders.ETAG;
import static io.vertx.core.http.HttpHeaders.LAST_MODIFIED;
import static io.vertx.core.http.HttpHeaders.VARY;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What is built in and only read: the API document, Swagger UI, icons, and the pictures of the sample. The document and its
 * part for readers are given out as the bytes that the build made, in JSON and YAML. The extension that makes them would
 * parse them at every start, only to write them again: it is given nothing to read.
 */
@ApplicationScoped
class BuiltInFiles {

    private static final String ALL = "/q/openapi([.-].*)?|/q/swagger-ui(/.*)?|/sample/.*|/favicon\\.(ico|svg)";

    /** May be another one after the next start; the layer below would have it kept for a day, come what may. */
    private static final String CHANGING =
            "/q/swagger-ui/(index\\.html|logo\\.png|style\\.css|favicon\\.ico)?|/sample/.*|/favicon\\.(ico|svg)";

    private static final String DOCUMENT = "/q/openapi(\\.json|\\.ya?ml|-reading\\.json)?";

    private static final String READING = "-reading.json";

    /** A client is to ask each time whether it is still the same. */
    private static final String ASK_AGAIN = "public, no-cache";

    /** A weight of 0 refuses (RFC 9110, section 12.5.3). */
    private static final Pattern TAKES_GZIP =
            Pattern.compile("(?i)(.*,)?\\s*gzip\\s*(;\\s*q=(1(\\.0*)?|0\\.\\d*[1-9]\\d*)\\s*)?(,.*)?");

    /** By format or part; read when it is first asked for, because most instances are never asked. */
    private final Map<String, BuiltDocument> documents = new ConcurrentHashMap<>();

    /** Of what changes with a start alone. */
    private final String tag;

    BuiltInFiles(Clock clock) {
        tag = "\"" + Long.toHexString(clock.millis()) + "\"";
    }

    /** Before the extension starts, which looks for the document with this loader: one that finds nothing of ours. */
    static void hide(@Observes @Initialized(ApplicationScoped.class) Object start) {
        OpenApiConstants.classLoader = ClassLoader.getPlatformClassLoader();
    }

    void register(@Observes Router router) {
        // After all filters, and before the routes of the files themselves and the extension's own.
        var order = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT;
        router.routeWithRegex(ALL).order(order).handler(BuiltInFiles::onlyRead);
        router.routeWithRegex(CHANGING).order(order).handler(this::askAgain);
        router.routeWithRegex(DOCUMENT).order(order + 1).blockingHandler(this::document, false);
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
                headers.set(CACHE_CONTROL, ASK_AGAIN);
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

    private void document(RoutingContext context) {
        var format = isJson(context) ? "JSON" : "YAML";
        var whole = documents.computeIfAbsent(format, BuiltDocument::read);
        var part = context.normalizedPath().endsWith(READING)
                ? documents.computeIfAbsent(READING, reading -> whole.reading())
                : whole;
        give(part, format, context);
    }

    private static void give(BuiltDocument document, String format, RoutingContext context) {
        var encodings = context.request().getHeader(ACCEPT_ENCODING);
        var compressed = encodings != null && TAKES_GZIP.matcher(encodings).matches();
        var response =
                context.response().putHeader(CACHE_CONTROL, ASK_AGAIN).putHeader(VARY, "Accept, Accept-Encoding");
        context.etag(document.tag(compressed));
        if (context.isFresh()) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(CONTENT_TYPE, "application/" + format.toLowerCase(Locale.ROOT) + ";charset=UTF-8");
        if (compressed) {
            response.putHeader(CONTENT_ENCODING, "gzip");
        }
        var bytes = Buffer.buffer(document.bytes(compressed));
        response.putHeader(CONTENT_LENGTH, Integer.toString(bytes.length())).end(bytes);
    }

    /** The ending of the path decides; without one, {@code Accept} or {@code format} may ask for JSON. */
    private static boolean isJson(RoutingContext context) {
        var path = context.normalizedPath();
        if (path.contains(".")) {
            return path.endsWith(".json");
        }
        var accept = context.request().getHeader(ACCEPT);
        return (accept != null && accept.contains("application/json"))
                || "json".equalsIgnoreCase(context.request().params(true).get("format"));
    }
}
