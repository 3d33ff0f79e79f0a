package de.stadtchronik.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one source of the present moment, in milliseconds: what every database can store. */
class CityClock {

    @Produces
    @ApplicationScoped
    Clock clock(Settings settings) {
        return Clock.tickMillis(settings.timeZone());
    }
}
