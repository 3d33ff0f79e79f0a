package de.stadtchronik.audit;

import de.stadtchronik.access.Actor;
import de.stadtchronik.access.Callers;
import de.stadtchronik.access.Lockouts;
import de.stadtchronik.content.ResourceType;
import de.stadtchronik.content.ResourceTypes;
import de.stadtchronik.problem.AllowedMethods;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.Slug;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Sees every answer, and notes those that refuse, whichever layer did. */
@ApplicationScoped
class RefusalFilter {

    /** Before whatever may refuse. */
    private static final int FIRST = 20_000;

    private static final Actor ANONYMOUS = new Actor("anonymous");

    private final Refusals refusals;
    private final AllowedMethods paths;
    private final ResourceTypes types;
    private final Clock clock;

    RefusalFilter(Refusals refusals, AllowedMethods paths, ResourceTypes types, Clock clock) {
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

    private Refusal refusal(RoutingContext request, ProblemType reason) {
        var path = Optional.ofNullable(request.request().path()).orElse("/");
        var segments = Arrays.asList(path.split("/", -1));
        var template = paths.template(path);
        return new Refusal(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
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
                .map(id -> UUID.fromString(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
