package de.stadtchronik.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What fails before the REST layer, such as a body that is too large, leaves as a problem document too. */
@ApplicationScoped
class UnroutedProblems {

    private static final Logger LOG = Logger.getLogger(UnroutedProblems.class);
    private static final List<Integer> STATUSES = List.of(400, 404, 405, 413, 414, 415, 431, 500, 503);

    /** What RFC 9110, section 4.1, asks every server to take; the server itself breaks off later, without a word. */
    private static final int LONGEST_ADDRESS = 8000;

    private static final int FIRST_OF_ALL = 10_000;

    private final Problems problems;
    private final ObjectMapper json;
    private final MemorySize largestBody;

    UnroutedProblems(
            Problems problems,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.problems = problems;
        this.json = json;
        this.largestBody = largestBody;
    }

    void register(@Observes Router router) {
        STATUSES.forEach(status -> router.errorHandler(status, context -> respond(status, context)));
    }

    /** Ahead of the framework, which refuses the same without a word of explanation. */
    void limit(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (context.request().uri().length() > LONGEST_ADDRESS) {
                        respond(414, context);
                    } else if (announcedLength(context) > largestBody.asLongValue()) {
                        // The rest of the body is not going to be read.
                        context.response()
                                .putHeader("Connection", "close")
                                .endHandler(
                                        sent -> context.request().connection().close());
                        respond(413, context);
                    } else {
                        context.next();
                    }
                },
                FIRST_OF_ALL);
    }

    private static long announcedLength(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    private void respond(int status, RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        var path = context.request().path() == null ? "/" : context.request().path();
        var request = Problems.Request.of(
                null,
                context.request().getHeader("Accept-Language"),
                context.request().getHeader("traceparent"));
        var problem = StatusProblem.of(status, path).orElseGet(() -> {
            LOG.errorf(context.failure(), "Request failed: traceId=%s path=%s", request.traceId(), path);
            return StatusProblem.internalError();
        });
        context.response()
                .setStatusCode(problem.type().status())
                .putHeader("Content-Type", Problems.MEDIA_TYPE)
                .putHeader("Content-Language", request.language().startsWith("en") ? "en" : "de")
                .putHeader("Cache-Control", "no-store")
                .end(written(problems.describe(problem, path, request)));
    }

    private String written(ProblemDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
