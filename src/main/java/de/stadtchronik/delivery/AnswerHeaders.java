package de.stadtchronik.delivery;

import de.stadtchronik.problem.AllowedMethods;
import de.stadtchronik.query.EntityTag;
import de.stadtchronik.reading.Answer;
import de.stadtchronik.reading.Answer.Audience;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tells with every answer how it may be cached (RFC 9111), and sends no body to a client that has it already. What is the
 * same for everybody is kept to be sent again.
 */
class AnswerHeaders {

    private final Representations representations;
    private final Freshness freshness;
    private final AllowedMethods paths;
    private final CurrentVertxRequest current;
    private final Clock clock;

    AnswerHeaders(
            Representations representations,
            Freshness freshness,
            AllowedMethods paths,
            CurrentVertxRequest current,
            Clock clock) {
        this.representations = representations;
        this.freshness = freshness;
        this.paths = paths;
        this.current = current;
        this.clock = clock;
    }

    @ServerResponseFilter
    void describe(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (response.getStatus() == Response.Status.PERMANENT_REDIRECT.getStatusCode()) {
            // By itself it may be kept for good (RFC 9110, section 15.4.9), but a slug can come back.
            headers.putSingle(HttpHeaders.CACHE_CONTROL, freshness.usual().toString());
            headers.putSingle(HttpHeaders.VARY, "Authorization");
        }
        if (response.getEntity() instanceof Answer answer) {
            if (answer.audience() == Audience.EVERYBODY) {
                forEverybody(answer, request, response);
            } else {
                forSome(answer, request, response);
            }
            return;
        }
        // What is no content, such as keys, exports and refusals, is for the caller alone, unless it says otherwise.
        headers.computeIfAbsent(HttpHeaders.CACHE_CONTROL, none -> List.of("no-store"));
        if (response.getEntity() instanceof Record shown
                && response.getStatus() == Response.Status.OK.getStatusCode()
                && !request.getMethod().equals(HttpMethod.POST)) {
            var tag = EntityTag.of(shown);
            headers.putSingle(HttpHeaders.ETAG, tag);
            if (isReading(request) && EntityTag.isIn(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
                leaveOut(response);
            }
        }
    }

    private void forEverybody(Answer answer, ContainerRequestContext request, ContainerResponseContext response) {
        var route = current.getCurrent();
        var coding = ContentCoding.of(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        var representation = Representation.of(
                        answer, paths.template(route.normalizedPath()).orElse(""))
                .with(coding);
        ReadyAnswers.key(route).ifPresent(key -> representations.keep(key, representation));
        var variant = representation.variant(coding).orElseThrow();
        var headers = response.getHeaders();
        Stream.of(representation.headers(), variant.headers())
                .flatMap(List::stream)
                .forEach(header -> headers.putSingle(
                        header.name().toString(), header.value().toString()));
        headers.putSingle(
                HttpHeaders.CACHE_CONTROL, freshness.of(answer.basis()).toString());
        response.setEntity(answer.sentAs(variant.bytes()));
        leaveOutWhatIsKnown(variant.tag(), answer.lastModified(), request, response);
    }

    private void forSome(Answer answer, ContainerRequestContext request, ContainerResponseContext response) {
        var tag = answer.revision().map(Answer::tag).orElseGet(() -> EntityTag.of(answer.json()));
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, tag);
        headers.putSingle(
                HttpHeaders.CONTENT_TYPE, answer.asWritten() ? Answer.AS_WRITTEN : MediaType.APPLICATION_JSON);
        headers.putSingle(
                HttpHeaders.VARY,
                answer.audience() == Audience.FOLLOWERS
                        ? "Accept, Accept-Language"
                        : "Accept, Accept-Language, Authorization");
        switch (answer.audience()) {
            case ONE -> {
                headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
                headers.putSingle("X-Robots-Tag", "noindex");
                headers.putSingle("Referrer-Policy", "no-referrer");
            }
            case FOLLOWERS -> headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
            default ->
                headers.putSingle(HttpHeaders.CACHE_CONTROL, freshness.usual().toString());
        }
        if (!answer.languages().isEmpty()) {
            headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, String.join(", ", answer.languages()));
        }
        answer.lastModified().ifPresent(at -> headers.putSingle(HttpHeaders.LAST_MODIFIED, HttpDate.of(at)));
        answer.next().ifPresent(next -> headers.putSingle(HttpHeaders.LINK, "<" + next + ">; rel=\"next\""));
        leaveOutWhatIsKnown(tag, answer.lastModified(), request, response);
    }

    private void leaveOutWhatIsKnown(
            String tag,
            Optional<Instant> lastModified,
            ContainerRequestContext request,
            ContainerResponseContext response) {
        var precondition = new Precondition(
                request.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
        if (isReading(request) && precondition.knows(tag, lastModified, clock)) {
            leaveOut(response);
        }
    }

    private static boolean isReading(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }

    private static void leaveOut(ContainerResponseContext response) {
        response.setStatusInfo(Response.Status.NOT_MODIFIED);
        response.setEntity(null);
        response.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
    }
}
