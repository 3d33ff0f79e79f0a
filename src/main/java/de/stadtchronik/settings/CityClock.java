package de.stadtchronik.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one source of the present moment. */
class CityClock {

    @Produces
    @ApplicationScoped
    Clock clock(Settings settings) {
        return Clock.system(settings.timeZone());
    }
}
