package de.stadtchronik.delivery;

import de.stadtchronik.listing.Listings;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends answers that are ready, before any thread, credential or database is needed; limits were applied before. Who shows
 * a credential gets the same, once it was checked.
 */
@ApplicationScoped
class ReadyAnswers {

    /** After limits and the headers of every answer, before a request has to wait for others of its address. */
    private static final int AT_ONCE = 5_000;

    /** When it is known who asks, and that the request may be worked on. */
    private static final int ADMITTED = SecurityHandlerPriorities.AUTHENTICATION - 2;

    private static final int NOT_MODIFIED = 304;

    private static final String KEY = RequestKey.class.getName();

    private final Representations representations;
    private final Freshness freshness;
    private final Set<String> lists;
    private final Clock clock;
    private final Flights flights = new Flights();

    /** What others may wait for. */
    private record Flight(RequestKey key, ContentCoding coding) {}

    ReadyAnswers(Representations representations, Freshness freshness, Listings listings, Clock clock) {
        this.representations = representations;
        this.freshness = freshness;
        this.clock = clock;
        lists = listings.paths();
    }

    void register(@Observes Filters filters) {
        if (representations.isOn()) {
            filters.register(this::answerAtOnce, AT_ONCE);
            filters.register(this::answerOrMake, ADMITTED);
        }
    }

    /** Under what the answer to a request is to be kept; empty if it is not. */
    static Optional<RequestKey> key(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }

    private void answerAtOnce(RoutingContext context) {
        var request = context.request();
        var key = RequestKey.of(request, lists);
        key.ifPresent(known -> context.put(KEY, known));
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || key.filter(known -> isAnswered(context, known)).isEmpty()) {
            context.next();
        }
    }

    private void answerOrMake(RoutingContext context) {
        key(context).ifPresentOrElse(key -> answerOrMake(context, key), context::next);
    }

    private void answerOrMake(RoutingContext context, RequestKey key) {
        if (isAnswered(context, key)) {
            return;
        }
        var flight = new Flight(key, coding(context));
        var loop = context.vertx().getOrCreateContext();
        if (!flights.isFirst(flight, () -> loop.runOnContext(now -> goOn(context, key)))) {
            context.request().pause();
            return;
        }
        context.addHeadersEndHandler(made -> flights.made(flight));
        context.addEndHandler(gone -> flights.made(flight));
        representations.find(key).ifPresentOrElse(ready -> encode(context, key, ready), context::next);
    }

    /** Of what is not kept, each makes its own. */
    private void goOn(RoutingContext context, RequestKey key) {
        context.request().resume();
        if (!isAnswered(context, key)) {
            context.next();
        }
    }

    /** It is there, but not in the coding that is asked for. */
    private void encode(RoutingContext context, RequestKey key, Representation ready) {
        context.vertx()
                .executeBlocking(() -> ready.with(coding(context)), false)
                .onSuccess(encoded -> {
                    representations.keep(key, encoded);
                    send(context, encoded, encoded.variant(coding(context)).orElseThrow());
                })
                .onFailure(context::fail);
    }

    private boolean isAnswered(RoutingContext context, RequestKey key) {
        var ready = representations.find(key);
        var variant = ready.flatMap(representation -> representation.variant(coding(context)));
        if (ready.isEmpty() || variant.isEmpty()) {
            return false;
        }
        send(context, ready.get(), variant.get());
        return true;
    }

    private void send(RoutingContext context, Representation ready, Representation.Variant variant) {
        var request = context.request();
        var response = context.response();
        add(ready.headers(), response);
        response.headers().set(HttpHeaders.CACHE_CONTROL, freshness.of(ready.basis()));
        Optional.ofNullable(HttpRequestMetric.getRequestMetric(context))
                .ifPresent(metric -> metric.setTemplatePath(ready.template()));
        var precondition = new Precondition(
                request.getHeader(HttpHeaders.IF_NONE_MATCH), request.getHeader(HttpHeaders.IF_MODIFIED_SINCE));
        if (precondition.knows(variant.tag(), ready.lastModified(), clock)) {
            response.headers().set(HttpHeaders.ETAG, variant.tag());
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        add(variant.headers(), response);
        if (request.method().equals(HttpMethod.HEAD)) {
            response.headers()
                    .set(
                            HttpHeaders.CONTENT_LENGTH,
                            Integer.toString(variant.body().length()));
            response.end();
        } else {
            response.end(variant.body());
        }
    }

    private static void add(List<Representation.Header> headers, HttpServerResponse response) {
        for (var header : headers) {
            response.headers().set(header.name(), header.value());
        }
    }

    private static ContentCoding coding(RoutingContext context) {
        return ContentCoding.of(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
    }
}
