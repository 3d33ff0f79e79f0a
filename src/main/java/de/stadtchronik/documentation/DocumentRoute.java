package de.stadtchronik.documentation;

import static io.vertx.core.http.HttpHeaders.ACCEPT;
import static io.vertx.core.http.HttpHeaders.ACCEPT_ENCODING;
import static io.vertx.core.http.HttpHeaders.CACHE_CONTROL;
import static io.vertx.core.http.HttpHeaders.CONTENT_ENCODING;
import static io.vertx.core.http.HttpHeaders.CONTENT_LENGTH;
import static io.vertx.core.http.HttpHeaders.CONTENT_TYPE;
import static io.vertx.core.http.HttpHeaders.VARY;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Gives out the API document as the bytes that the build made, in JSON and YAML, and its part for readers. The extension that makes them would parse
 * them at every start, only to write them again: it is given nothing to read.
 */
@ApplicationScoped
class DocumentRoute {

    private static final String PATH = "/q/openapi(\\.json|\\.ya?ml|-reading\\.json)?";

    private static final String READING = "-reading.json";

    /** A weight of 0 refuses (RFC 9110, section 12.5.3). */
    private static final Pattern TAKES_GZIP =
            Pattern.compile("(?i)(.*,)?\\s*gzip\\s*(;\\s*q=(1(\\.0*)?|0\\.\\d*[1-9]\\d*)\\s*)?(,.*)?");

    /** By format or part; read when it is first asked for, because most instances are never asked. */
    private final Map<String, BuiltDocument> documents = new ConcurrentHashMap<>();

    /** Before the extension starts, which looks for the document with this loader: one that finds nothing of ours. */
    static void hide(@Observes @Initialized(ApplicationScoped.class) Object start) {
        OpenApiConstants.classLoader = ClassLoader.getPlatformClassLoader();
    }

    void register(@Observes Router router) {
        // After all filters, and before the extension's own route, which would give out nothing.
        router.routeWithRegex(PATH)
                .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1)
                .blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext context) {
        if (context.normalizedPath().endsWith(READING)) {
            var whole = whole("JSON");
            give(documents.computeIfAbsent(READING, part -> whole.reading()), "JSON", context);
        } else {
            var format = isJson(context) ? "JSON" : "YAML";
            give(whole(format), format, context);
        }
    }

    private BuiltDocument whole(String format) {
        return documents.computeIfAbsent(format, BuiltDocument::read);
    }

    private static void give(BuiltDocument document, String format, RoutingContext context) {
        var encodings = context.request().getHeader(ACCEPT_ENCODING);
        var compressed = encodings != null && TAKES_GZIP.matcher(encodings).matches();
        var response = context.response()
                .putHeader(CACHE_CONTROL, "public, no-cache")
                .putHeader(VARY, "Accept, Accept-Encoding");
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
