package de.stadtchronik.delivery;

import de.stadtchronik.content.Answer;
import de.stadtchronik.settings.Settings;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says with every answer how it may be cached (RFC 9111), and sends nothing to whoever has it already. */
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
        if (!(response.getEntity() instanceof Answer answer)) {
            return;
        }
        var tag = "\"" + hash(answer.json()) + "\"";
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, tag);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, cacheControl);
        headers.putSingle(HttpHeaders.VARY, "Accept, Accept-Language");
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, String.join(", ", answer.languages()));
        answer.lastModified().ifPresent(at -> headers.putSingle(HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(at)));
        answer.next().ifPresent(next -> headers.putSingle(HttpHeaders.LINK, "<" + next + ">; rel=\"next\""));
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && matches(known, tag)) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    /** Weak comparison (RFC 9110, section 13.1.2): a proxy that compresses has made our tag a weak one. */
    private static boolean matches(String known, String tag) {
        return known.equals("*")
                || Arrays.stream(known.split(","))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 22);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
