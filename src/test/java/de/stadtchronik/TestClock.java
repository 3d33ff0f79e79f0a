package de.stadtchronik;

import de.stadtchronik.settings.Settings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The city's clock in tests: it ticks like the real one, until a story sets it; then it stands still. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock extends Clock {

    private final AtomicReference<Optional<Instant>> standing = new AtomicReference<>(Optional.empty());
    private final ZoneId zone;

    TestClock(Settings settings) {
        zone = settings.timeZone();
    }

    /** Stops it at a moment. */
    public void set(Instant moment) {
        standing.set(Optional.of(moment));
    }

    /** Stops it that much later than it shows. */
    public void advance(Duration time) {
        set(instant().plus(time));
    }

    /** Lets it tick again: done before each test. */
    public void reset() {
        standing.set(Optional.empty());
    }

    @Override
    public Instant instant() {
        return standing.get().orElseGet(Instant::now).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        throw new UnsupportedOperationException("the city lives in one zone");
    }
}
