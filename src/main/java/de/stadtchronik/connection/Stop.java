package de.stadtchronik.connection;

import io.netty.channel.Channel;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Closes the port when the service is told to stop: not at once, because proxies need a while to notice that it is no
 * longer ready, but before it waits for requests under way, because otherwise ever new ones would come. What never ends by
 * itself is told then.
 */
@ApplicationScoped
class Stop {

    private static final Logger LOG = Logger.getLogger(Stop.class);

    private final Event<PortClosed> closed;
    private final Duration delay;
    private final Set<Channel> doors = ConcurrentHashMap.newKeySet();

    Stop(Event<PortClosed> closed, @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.closed = closed;
        this.delay = delay.orElse(Duration.ZERO);
    }

    /** A socket that listens for connections, to be closed in time. */
    void mayClose(Channel door) {
        doors.add(door);
    }

    /** From now on readiness says no. */
    void begin(@Observes ShutdownDelayInitiatedEvent told) {
        var thread = new Thread(this::closeLater, "stop");
        thread.setDaemon(true);
        thread.start();
    }

    private void closeLater() {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        doors.forEach(door -> LOG.debugf("No more connections: %s", door.close()));
        closed.fire(new PortClosed());
    }
}
