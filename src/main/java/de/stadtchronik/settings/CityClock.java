package de.stadtchronik.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.validation.ClockProvider;
import java.time.Clock;

/** The one source of the present moment, in milliseconds: what every database can store. */
class CityClock {

    @Produces
    @ApplicationScoped
    Clock clock(Settings settings) {
        return Clock.tickMillis(settings.timeZone());
    }

    /** What {@code @Future} compares with. */
    @Produces
    @ApplicationScoped
    ClockProvider clockProvider(Clock clock) {
        return () -> clock;
    }
}
