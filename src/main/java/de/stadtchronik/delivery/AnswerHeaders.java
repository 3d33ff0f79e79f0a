package de.stadtchronik.delivery;

import de.stadtchronik.query.EntityTag;
import de.stadtchronik.reading.Answer;
import de.stadtchronik.reading.Answer.Audience;
import de.stadtchronik.settings.Settings;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Tells with every answer how it may be cached (RFC 9111), and sends no body to a client that has it already. */
class AnswerHeaders {

    /** In this time a second change may have followed that the second of {@code Last-Modified} does not show. */
    private static final Duration UNSURE = Duration.ofSeconds(2);

    private final String cacheControl;
    private final Clock clock;

    AnswerHeaders(Settings settings, Clock clock) {
        this.clock = clock;
        cacheControl = "public, max-age=" + settings.maxAge().toSeconds() + ", stale-if-error=600";
    }

    @ServerResponseFilter
    void describe(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.PERMANENT_REDIRECT.getStatusCode()) {
            // By itself it may be kept for good (RFC 9110, section 15.4.9), but a slug can come back.
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, cacheControl);
            response.getHeaders().putSingle(HttpHeaders.VARY, "Authorization");
        }
        if (!(response.getEntity() instanceof Answer answer)) {
            // What is no content, such as keys, exports and refusals, is for the caller alone, unless it says
            // otherwise.
            response.getHeaders().computeIfAbsent(HttpHeaders.CACHE_CONTROL, none -> List.of("no-store"));
            if (response.getEntity() instanceof Record shown
                    && response.getStatus() == Response.Status.OK.getStatusCode()
                    && !request.getMethod().equals(HttpMethod.POST)) {
                var tag = EntityTag.of(shown);
                response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
                if (isReading(request) && EntityTag.isIn(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
                    leaveOut(response);
                }
            }
            return;
        }
        var tag = answer.revision().map(Answer::tag).orElseGet(() -> EntityTag.of(answer.json()));
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, tag);
        headers.putSingle(
                HttpHeaders.CONTENT_TYPE, answer.asWritten() ? Answer.AS_WRITTEN : MediaType.APPLICATION_JSON);
        headers.putSingle(
                HttpHeaders.VARY,
                answer.audience() == Audience.EVERYBODY || answer.audience() == Audience.FOLLOWERS
                        ? "Accept, Accept-Language"
                        : "Accept, Accept-Language, Authorization");
        if (answer.audience() == Audience.ONE) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
            headers.putSingle("X-Robots-Tag", "noindex");
            headers.putSingle("Referrer-Policy", "no-referrer");
        } else if (answer.audience() == Audience.FOLLOWERS) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        } else {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, cacheControl);
        }
        if (!answer.languages().isEmpty()) {
            headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, String.join(", ", answer.languages()));
        }
        answer.lastModified().ifPresent(at -> headers.putSingle(HttpHeaders.LAST_MODIFIED, HttpDate.of(at)));
        answer.next().ifPresent(next -> headers.putSingle(HttpHeaders.LINK, "<" + next + ">; rel=\"next\""));
        if (isReading(request) && isKnown(tag, answer, request)) {
            leaveOut(response);
        }
    }

    private static boolean isReading(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }

    private static void leaveOut(ContainerResponseContext response) {
        response.setStatusInfo(Response.Status.NOT_MODIFIED);
        response.setEntity(null);
    }

    private boolean isKnown(String tag, Answer answer, ContainerRequestContext request) {
        var tags = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return tags == null
                ? isUnchanged(answer, request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE))
                : EntityTag.isIn(tags, tag);
    }

    /** RFC 9110, section 13.1.3. */
    private boolean isUnchanged(Answer answer, @Nullable String ifModifiedSince) {
        return Optional.ofNullable(ifModifiedSince)
                .flatMap(HttpDate::read)
                .filter(since -> !since.isAfter(clock.instant().minus(UNSURE)))
                .filter(since -> answer.lastModified()
                        .filter(at -> !at.truncatedTo(ChronoUnit.SECONDS).isAfter(since))
                        .isPresent())
                .isPresent();
    }
}
