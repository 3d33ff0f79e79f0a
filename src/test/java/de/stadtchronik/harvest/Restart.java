package de.stadtchronik.harvest;

import de.stadtchronik.settings.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** What a start does with sources that are configured; the same process goes on, because a story has only one. */
@ApplicationScoped
public class Restart {

    private static final int ORDINAL = 100;

    private final Configured configured;

    Restart(Configured configured) {
        this.configured = configured;
    }

    /** Starts with these settings below {@code stadtchronik.harvest}, and no others there. */
    public void with(Map<String, String> sources) {
        var properties = new HashMap<>(Map.of("stadtchronik.public-url", "http://localhost"));
        sources.forEach((name, value) -> properties.put("stadtchronik.harvest." + name, value));
        var settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(Settings.class)
                .withSources(new PropertiesConfigSource(properties, "story", ORDINAL))
                .build()
                .getConfigMapping(Settings.class);
        configured.adopt(settings.harvest());
    }
}
