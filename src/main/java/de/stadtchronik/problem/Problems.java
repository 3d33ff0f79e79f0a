package de.stadtchronik.problem;

import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns failures into problem documents: the one place that knows their shape. */
@ApplicationScoped
public class Problems {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** W3C Trace Context: version, trace id, parent id, flags. */
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private static final Pattern LANGUAGE = Pattern.compile("(?:^|&)lang=([A-Za-z-]+)(?:&|$)");

    /** When to try again what fails because of us. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Settings settings;

    Problems(Settings settings) {
        this.settings = settings;
    }

    /**
     * The document for one failed request.
     *
     * @param path the path asked for, without query
     * @param request the headers that decide language and trace
     */
    ProblemDocument describe(Problem problem, String path, Request request) {
        var language = request.language();
        var type = problem.type();
        return new ProblemDocument(
                page(type),
                type.title().in(language),
                type.status(),
                Violation.cut(problem.detail().in(language), ProblemDocument.LONGEST_DETAIL),
                Violation.cut(path, ProblemDocument.LONGEST_PATH),
                request.traceId(),
                problem.faults().stream().map(fault -> fault.in(language)).toList(),
                problem.members());
    }

    /** The headers of an answer with such a document. */
    static Map<String, String> headers(Problem problem, Request request) {
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", MEDIA_TYPE);
        headers.put("Content-Language", request.language());
        headers.put("Cache-Control", "no-store");
        if (problem.type().status() == 401) {
            // RFC 6750, section 3
            headers.put("WWW-Authenticate", "Bearer");
        }
        problem.retryAfter()
                .or(() -> Optional.of(SOON).filter(any -> problem.type().status() == 503))
                .ifPresent(wait -> headers.put("Retry-After", Long.toString(seconds(wait))));
        return headers;
    }

    /** A time in whole seconds, rounded up, as headers tell it. */
    public static long seconds(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }

    URI page(ProblemType type) {
        return URI.create(settings.baseUrl() + "/problems/" + type.code());
    }

    /**
     * What a problem document needs to know of the request.
     *
     * @param language the language in which to explain
     * @param traceId the caller's W3C trace id, or a new one of the same shape
     */
    record Request(String language, String traceId) {

        /** Taken from the text of the query, because one that cannot be decoded may be what went wrong. */
        static Request of(@Nullable String query, @Nullable String acceptLanguage, @Nullable String traceparent) {
            var lang = LANGUAGE.matcher(query == null ? "" : query);
            var chain = lang.find() ? Languages.of(lang.group(1)) : Optional.<Languages>empty();
            return new Request(
                    chain.orElseGet(() -> Languages.accepted(acceptLanguage)).spoken(), traceId(traceparent));
        }

        private static String traceId(@Nullable String traceparent) {
            var matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
            return matcher.matches()
                    ? matcher.group(1)
                    : UUID.randomUUID().toString().replace("-", "");
        }
    }
}
