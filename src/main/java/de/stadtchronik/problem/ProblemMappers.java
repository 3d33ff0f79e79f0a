package de.stadtchronik.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import de.stadtchronik.clock.RareWarning;
import de.stadtchronik.text.BilingualText;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.persistence.QueryTimeoutException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes problem documents of all failures inside the REST layer. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final RareWarning slowQuestions = new RareWarning(LOG, "A question took too long and was given up");
    private final Problems problems;
    private final Failures failures;
    private final AllowedMethods allowed;
    private final CurrentVertxRequest current;

    ProblemMappers(Problems problems, Failures failures, AllowedMethods allowed, CurrentVertxRequest current) {
        this.problems = problems;
        this.failures = failures;
        this.allowed = allowed;
        this.current = current;
    }

    @ServerExceptionMapper
    Response named(Problem problem, UriInfo uri, HttpHeaders headers) {
        return respond(problem, uri, headers);
    }

    /** The queue of requests that wait for a thread is full. */
    @ServerExceptionMapper
    Response overloaded(RejectedExecutionException full, UriInfo uri, HttpHeaders headers) {
        return respond(failures.overloaded(), uri, headers);
    }

    @ServerExceptionMapper
    Response slow(QueryTimeoutException tooLong, UriInfo uri, HttpHeaders headers) {
        slowQuestions.happened(": path=" + uri.getPath());
        return respond(
                Problem.tooMany(
                        ProblemType.TOO_SLOW,
                        new BilingualText(
                                "Die Antwort zu finden dauerte zu lange; bitte enger fragen.",
                                "It took too long to find the answer; please ask for less."),
                        Duration.ofMinutes(1)),
                uri,
                headers);
    }

    /** Whoever asked has left, and nobody is there to be told. */
    @ServerExceptionMapper
    Response left(ClosedChannelException gone) {
        return Response.noContent().build();
    }

    /** For this one the REST layer has a mapper of its own, which only the same type outranks. */
    @ServerExceptionMapper
    Response unfitting(MismatchedInputException broken, UriInfo uri, HttpHeaders headers) {
        return unreadable(broken, uri, headers);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException broken, UriInfo uri, HttpHeaders headers) {
        return respond(Problem.malformedJson(broken), uri, headers);
    }

    @ServerExceptionMapper
    Response anonymous(UnauthorizedException refused, UriInfo uri, HttpHeaders headers) {
        return respond(Problem.unauthenticated(), uri, headers);
    }

    @ServerExceptionMapper
    Response insufficient(ForbiddenException refused, UriInfo uri, HttpHeaders headers) {
        return respond(Failures.forbidden(), uri, headers);
    }

    @ServerExceptionMapper
    Response standard(WebApplicationException failure, UriInfo uri, HttpHeaders headers) {
        if (failure.getCause() instanceof JsonProcessingException broken) {
            return respond(Problem.malformedJson(broken), uri, headers);
        }
        if (failure instanceof RedirectionException) {
            return failure.getResponse();
        }
        return failures.of(failure.getResponse().getStatus(), uri.getPath())
                .map(problem -> respond(problem, uri, headers))
                .orElseGet(() -> unexpected(failure, uri, headers));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable fault, UriInfo uri, HttpHeaders headers) {
        var request = request(uri, headers);
        var path = uri.getPath();
        var problem = failures.passing(fault, path, request.traceId())
                .or(() -> isOver(fault) ? failures.of(400, path) : Optional.empty())
                .orElseGet(() -> Failures.unexpected(fault, path, request.traceId()));
        return respond(problem, path, request);
    }

    /** Whether the client left, or was answered before all of its request came: what follows from that is no fault of ours. */
    private boolean isOver(Throwable fault) {
        var response = current.getCurrent().response();
        var over = response.ended() || response.closed();
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException
                        ? over || response.headWritten()
                        : over && cause instanceof IllegalStateException);
    }

    private Response respond(Problem problem, UriInfo uri, HttpHeaders headers) {
        return respond(problem, uri.getPath(), request(uri, headers));
    }

    private Response respond(Problem problem, String path, Problems.Request request) {
        var response = Response.status(problem.type().status()).entity(problems.describe(problem, path, request));
        Problems.headers(problem, request).forEach(response::header);
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
            response.header(HttpHeaders.ALLOW, String.join(", ", allowed.at(path)));
        }
        if (problem.type() == ProblemType.UNSUPPORTED_MEDIA_TYPE) {
            response.header(AllowedMethods.ACCEPT_PATCH, allowed.patches(path).orElse(null));
        }
        return response.build();
    }

    private static Problems.Request request(UriInfo uri, HttpHeaders headers) {
        return Problems.Request.of(
                uri.getRequestUri().getRawQuery(),
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
                headers.getHeaderString("traceparent"));
    }
}
