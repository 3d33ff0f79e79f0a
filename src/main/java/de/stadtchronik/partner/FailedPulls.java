package de.stadtchronik.partner;

import de.stadtchronik.access.Callers;
import de.stadtchronik.feed.FeedCursor;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Notes failed pulls by callers with a key, whichever layer refused them. */
@ApplicationScoped
class FailedPulls {

    private static final String CHANGES = "/v1/changes";

    /** Before anything that may refuse a request. */
    private static final int FIRST = 20_000;

    /** A cursor needs no encoding in an address. */
    private static final Pattern SINCE = Pattern.compile("(?:^|&)since=([A-Za-z0-9_-]+)");

    private final Pulls pulls;

    FailedPulls(Pulls pulls) {
        this.pulls = pulls;
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (isPull(request)) {
                        request.addHeadersEndHandler(end -> look(request));
                    }
                    request.next();
                },
                FIRST);
    }

    private static boolean isPull(RoutingContext request) {
        return CHANGES.equals(request.normalizedPath())
                && request.request().method().equals(HttpMethod.GET);
    }

    private void look(RoutingContext request) {
        var status = request.response().getStatusCode();
        if (status >= 400) {
            Callers.actor(request)
                    .ifPresent(actor -> pulls.failed(new Follower(actor.name(), filter(request)), status));
        }
    }

    /** What the caller follows, as far as the cursor tells. */
    private static String filter(RoutingContext request) {
        return Stream.concat(
                        Optional.ofNullable(request.request().getHeader("Last-Event-ID")).stream(),
                        Optional.ofNullable(request.request().query()).stream()
                                .map(SINCE::matcher)
                                .filter(matcher -> matcher.find())
                                .map(matcher -> matcher.group(1)))
                .map(FeedCursor::read)
                .flatMap(Optional::stream)
                .findFirst()
                .map(cursor -> cursor.filter().text())
                .orElse("");
    }
}
