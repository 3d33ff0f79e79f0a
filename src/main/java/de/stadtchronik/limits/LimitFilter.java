package de.stadtchronik.limits;

import de.stadtchronik.access.Addresses;
import de.stadtchronik.access.Callers;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.BilingualText;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/** Applies the limits to every request, but for files that cost nothing: Swagger UI, the API document, and health. */
@ApplicationScoped
class LimitFilter {

    private static final String FILES = "/q/";
    private static final String DECISION = Decision.class.getName();

    /** Before anything that may answer, so that each answer has the headers. */
    private static final int FIRST = 20_000;

    /** Before any answer that needs no credential. */
    private static final int ANONYMOUS = 6_000;

    /** As soon as the caller is known. */
    private static final int ONCE_KNOWN = SecurityHandlerPriorities.AUTHENTICATION - 1;

    private final Limits limits;
    private final Addresses addresses;

    LimitFilter(Limits limits, Addresses addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    void register(@Observes Filters filters) {
        filters.register(this::announce, FIRST);
        filters.register(this::holdAnonymous, ANONYMOUS);
        filters.register(this::hold, ONCE_KNOWN);
    }

    private void announce(RoutingContext request) {
        if (isLimited(request)) {
            request.addHeadersEndHandler(end ->
                    decision(request).ifPresent(decision -> decision.headers().forEach(request.response()::putHeader)));
        }
        request.next();
    }

    private void holdAnonymous(RoutingContext request) {
        if (request.request().getHeader(HttpHeaders.AUTHORIZATION) == null) {
            hold(request);
        } else {
            request.next();
        }
    }

    private void hold(RoutingContext request) {
        var wait = isLimited(request) ? decision(request).flatMap(Decision::retryAfter) : Optional.<Duration>empty();
        wait.ifPresentOrElse(
                rest -> request.fail(Problem.tooMany(
                        ProblemType.RATE_LIMITED,
                        new BilingualText(
                                "Mehr Anfragen, als in einer Minute erlaubt sind.",
                                "More requests than a minute allows."),
                        rest)),
                request::next);
    }

    /** Taken once for each request; by address if it was answered before the caller was known. */
    private Optional<Decision> decision(RoutingContext request) {
        Optional<Decision> taken = request.get(DECISION);
        if (taken == null) {
            taken = limits.count(Callers.role(request), addresses.caller(request));
            request.put(DECISION, taken);
        }
        return taken;
    }

    private static boolean isLimited(RoutingContext request) {
        return !request.normalizedPath().startsWith(FILES);
    }
}
