package de.stadtchronik.harvest;

import de.stadtchronik.access.Actor;
import de.stadtchronik.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Predicate;

/** The sources in the configuration. They can only be changed there. */
@ApplicationScoped
class Configured {

    private static final Actor CONFIGURATION = new Actor("configuration");

    private final Sources sources;
    private final SourceBody bodies;

    Configured(Sources sources, SourceBody bodies) {
        this.sources = sources;
        this.bodies = bodies;
    }

    /**
     * Adopts the configured sources. A source that is no longer configured is paused, and can be changed or deleted.
     *
     * @throws de.stadtchronik.problem.Problem INVALID_DOCUMENT, which stops the start
     */
    void adopt(Map<String, Settings.Harvest> configuration) {
        var wanted = configuration.entrySet().stream()
                .map(entry -> bodies.form(SourceBody.bytes(source(entry.getKey(), entry.getValue()))))
                .toList();
        wanted.stream()
                .filter(Predicate.not(sources::isAsConfigured))
                .forEach(source -> sources.adopt(CONFIGURATION, source));
        sources.configured().stream()
                .filter(name -> !configuration.containsKey(name))
                .forEach(name -> sources.abandon(CONFIGURATION, name));
    }

    private static NewSource source(String name, Settings.Harvest harvest) {
        return new NewSource(
                name,
                harvest.url(),
                (int) harvest.interval().toSeconds(),
                harvest.key().orElse(null),
                harvest.types().orElse(null),
                harvest.topics().orElse(null),
                harvest.areas().orElse(null),
                harvest.languages().orElse(null),
                harvest.publishers().orElse(null));
    }
}
