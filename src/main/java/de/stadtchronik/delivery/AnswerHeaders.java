package de.stadtchronik.delivery;

import de.stadtchronik.reading.Answer;
import de.stadtchronik.reading.Answer.Audience;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.Sha256;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Tells with every answer how it may be cached (RFC 9111), and sends no body to a client that has it already. */
class AnswerHeaders {

    /** IMF-fixdate (RFC 9110, section 5.6.7). */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String cacheControl;

    AnswerHeaders(Settings settings) {
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
            return;
        }
        var tag = answer.revision().map(Answer::tag).orElseGet(() -> "\"" + hash(answer.json()) + "\"");
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
        answer.lastModified().ifPresent(at -> headers.putSingle(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(at)));
        answer.next().ifPresent(next -> headers.putSingle(HttpHeaders.LINK, "<" + next + ">; rel=\"next\""));
        var reading = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        if (reading && isKnown(tag, request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    /** By weak comparison (RFC 9110, section 13.1.2), because proxies that compress make strong tags weak. */
    private static boolean isKnown(String tag, @Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }

    private static String hash(byte[] bytes) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(bytes))
                .substring(0, 22);
    }
}
