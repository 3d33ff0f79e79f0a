package de.stadtchronik.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes problem documents of failures before the REST layer, such as a body that is too large. */
@ApplicationScoped
class UnroutedProblems {

    private static final List<Integer> STATUSES = List.of(400, 404, 405, 413, 414, 415, 431, 500, 503);

    /** What RFC 9110, section 4.1, asks every server to take; the server itself breaks off later, without a word. */
    private static final int LONGEST_ADDRESS = 8000;

    /** Paths without a limit: their bodies are read line by line, and each line has a limit. */
    private static final Set<String> WITHOUT_LIMIT = Set.of("/v1/import");

    /** After those that add headers to every answer. */
    private static final int FIRST = 9_000;

    private final Problems problems;
    private final Failures failures;
    private final ObjectMapper json;
    private final long maxBodySize;

    UnroutedProblems(
            Problems problems,
            Failures failures,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.problems = problems;
        this.failures = failures;
        this.json = json;
        this.maxBodySize = maxBodySize.asLongValue();
    }

    void register(@Observes Router router) {
        // Before the limit of the layer below, which would send the bare status.
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::limitBody);
        WITHOUT_LIMIT.forEach(path -> router.route(path)
                .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1)
                .handler(UnroutedProblems::takeLimitBack));
        // The router's handlers get what no route matched, those of a route what a route refused.
        STATUSES.forEach(status -> router.errorHandler(status, context -> respond(status, context)));
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).failureHandler(this::respondIfKnown);
    }

    private void respondIfKnown(RoutingContext context) {
        if (context.failure() instanceof Problem problem) {
            respond(problem, context);
        } else if (context.failure() instanceof RejectedExecutionException) {
            respond(failures.overloaded(), context);
        } else if (STATUSES.contains(context.statusCode())) {
            respond(context.statusCode(), context);
        } else {
            context.next();
        }
    }

    private void limitBody(RoutingContext context) {
        if (WITHOUT_LIMIT.contains(context.normalizedPath())) {
            // Without this header, the layer below only notes its limit, which is taken back after it.
            context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
            context.next();
        } else if (announcedLength(context.request()) > maxBodySize) {
            // The rest of the body is read and discarded: a client that is cut off while sending never reads the
            // answer.
            context.request().resume();
            context.fail(413);
        } else {
            context.next();
        }
    }

    private static void takeLimitBack(RoutingContext context) {
        context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        context.next();
    }

    private static long announcedLength(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    void limit(@Observes Filters filters) {
        filters.register(
                context -> {
                    var address = context.request().uri();
                    if (address.length() > LONGEST_ADDRESS) {
                        respond(414, context);
                    } else {
                        RequestHead.refusal(context.request())
                                .ifPresentOrElse(problem -> respond(problem, context), context::next);
                    }
                },
                FIRST);
    }

    private void respond(int status, RoutingContext context) {
        if (isAnswered(context)) {
            return;
        }
        var path = context.normalizedPath();
        var request = request(context);
        var problem = Optional.ofNullable(context.failure())
                .flatMap(fault -> failures.passing(fault, path, request.traceId()))
                .or(() -> failures.of(status, path))
                .orElseGet(() -> Failures.unexpected(context.failure(), path, request.traceId()));
        respond(problem, path, request, context);
    }

    /** For filters that refuse a request by {@code context.fail(problem)}. */
    private void respond(Problem problem, RoutingContext context) {
        if (!isAnswered(context)) {
            // The rest of the body is read and discarded, as above.
            context.request().resume();
            respond(problem, context.normalizedPath(), request(context), context);
        }
    }

    /** Whether there is an answer. One that was begun cannot be taken back: the client is to see that it is not whole. */
    private static boolean isAnswered(RoutingContext context) {
        var response = context.response();
        if (response.headWritten() && !response.ended()) {
            context.request().connection().close();
        }
        return response.headWritten() || response.ended();
    }

    private void respond(Problem problem, String path, Problems.Request request, RoutingContext context) {
        Problems.headers(problem, request).forEach(context.response()::putHeader);
        context.response()
                .setStatusCode(problem.type().status())
                .end(written(problems.describe(problem, path, request)));
    }

    private static Problems.Request request(RoutingContext context) {
        return Problems.Request.of(
                context.request().query(),
                context.request().getHeader("Accept-Language"),
                context.request().getHeader("traceparent"));
    }

    private String written(ProblemDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
