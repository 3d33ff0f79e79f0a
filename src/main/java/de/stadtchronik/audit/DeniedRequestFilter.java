package de.stadtchronik.audit;

import de.stadtchronik.access.Actor;
import de.stadtchronik.access.Callers;
import de.stadtchronik.access.Lockouts;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import de.stadtchronik.problem.AllowedMethods;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Slug;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notes every answer that refuses a request, whichever layer refused it. */
@ApplicationScoped
class DeniedRequestFilter {

    /** Before anything that may refuse a request. */
    private static final int FIRST = 20_000;

    private static final Actor ANONYMOUS = new Actor("anonymous");

    private final DeniedRequests refusals;
    private final AllowedMethods paths;
    private final ResourceTypes types;
    private final Clock clock;

    DeniedRequestFilter(DeniedRequests refusals, AllowedMethods paths, ResourceTypes types, Clock clock) {
        this.refusals = refusals;
        this.paths = paths;
        this.types = types;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    request.addHeadersEndHandler(
                            end -> reason(request).ifPresent(reason -> refusals.note(refusal(request, reason))));
                    request.next();
                },
                FIRST);
    }

    private static Optional<ProblemType> reason(RoutingContext request) {
        return switch (request.response().getStatusCode()) {
            case 401 -> Optional.of(ProblemType.UNAUTHENTICATED);
            case 403 -> Optional.of(ProblemType.FORBIDDEN);
            case 429 -> Lockouts.hasBegun(request) ? Optional.of(ProblemType.LOCKED_OUT) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private DeniedRequest refusal(RoutingContext request, ProblemType reason) {
        var path = request.normalizedPath();
        var segments = Arrays.asList(path.split("/", -1));
        var template = paths.template(path);
        return new DeniedRequest(
                clock.instant(),
                Callers.actor(request).orElse(ANONYMOUS).name(),
                request.request().method().name()
                        + template.map(known -> " " + known).orElse(""),
                template.flatMap(known -> type(segments)),
                template.flatMap(known -> item(segments)),
                reason.code());
    }

    private Optional<String> type(List<String> segments) {
        return segments.stream()
                .map(types::at)
                .flatMap(Optional::stream)
                .map(ResourceType::name)
                .findFirst();
    }

    private static Optional<UUID> item(List<String> segments) {
        return segments.stream()
                .filter(Slug::isUuidShaped)
                .map(UUID::fromString)
                .findFirst();
    }
}
