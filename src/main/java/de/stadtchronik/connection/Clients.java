package de.stadtchronik.connection;

import de.stadtchronik.access.Addresses;
import de.stadtchronik.clock.BackgroundExecutor;
import de.stadtchronik.clock.RareWarning;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Disconnects clients that do not take what they asked for: each after a while, and the slowest sooner when together they
 * leave too much in memory. A client that sends requests ahead gets the next answer only once it has taken the one before.
 */
@ApplicationScoped
class Clients {

    private static final Logger LOG = Logger.getLogger(Clients.class);

    /** Before everything else that looks at a request. */
    private static final int FIRST_OF_ALL = 30_000;

    /** After what is answered without work. */
    private static final int BEFORE_WORK = 4_000;

    private static final Duration LOOK = Duration.ofMillis(250);

    /** In this time a slow client has to take {@link #ENOUGH}, which makes 3 kB a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** In bytes. */
    private static final long ENOUGH = 32 << 10;

    /** In bytes: what all slow clients together may leave in memory. */
    private static final long MOST_UNSENT = 6 << 20;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Turnstile turnstile = new Turnstile();
    private final Addresses addresses;
    private final Map<ClientWatch, Progress> slow = new ConcurrentHashMap<>();
    private final BackgroundExecutor background = new BackgroundExecutor("clients");
    private final Stop stop;
    private final RareWarning warning =
            new RareWarning(LOG, "A client that did not take what it asked for was disconnected");

    /** How much was unsent when the client last had taken enough. */
    private record Progress(long unsent, long at) {

        static Progress of(Client client) {
            return new Progress(client.unsent(), System.nanoTime());
        }
    }

    Clients(Addresses addresses, Stop stop) {
        this.addresses = addresses;
        this.stop = stop;
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, FIRST_OF_ALL);
        filters.register(this::admit, BEFORE_WORK);
    }

    void begin(@Observes StartupEvent start) {
        background.repeat(this::look, LOOK);
    }

    private void receive(RoutingContext context) {
        var request = context.request();
        var client = Client.of(request);
        stop.mayClose(client.door());
        if (client.isGone()) {
            // It was sent ahead by a client that has left since. Until it ends, the service would not stop.
            request.response().end();
            return;
        }
        if (!ClientWatch.of(this, client).begins(context) || client.isReady()) {
            context.next();
        } else {
            request.pause();
            request.response().drainHandler(taken -> {
                request.resume();
                context.next();
            });
        }
    }

    /**
     * Who has a key is not held up by others at the same address; a wrong one is refused at once, and costs little, as is
     * who wants to change something without a key. Whose body is slow to come would hold a place all the while.
     */
    private void admit(RoutingContext context) {
        var request = context.request();
        var watch = ClientWatch.of(this, Client.of(request));
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || !READING.contains(request.method())
                || watch.isAdmitted()) {
            context.next();
            return;
        }
        var address = addresses.of(request);
        if (turnstile.passes(address)) {
            watch.isInside(() -> turnstile.leave(address));
            context.next();
            return;
        }
        request.pause();
        var loop = context.vertx().getOrCreateContext();
        Runnable entry = () -> loop.runOnContext(now -> {
            watch.isInside(() -> turnstile.leave(address));
            request.resume();
            context.next();
        });
        watch.isOutside(() -> turnstile.givesUp(address, entry));
        turnstile.waits(address, entry);
    }

    void isSlow(ClientWatch watch) {
        slow.put(watch, Progress.of(watch.client()));
    }

    void isFast(ClientWatch watch) {
        slow.remove(watch);
    }

    void hangUp(Client client) {
        warning.happened();
        client.hangUp();
    }

    private void look() {
        slow.replaceAll((watch, before) -> {
            var now = Progress.of(watch.client());
            return before.unsent() - now.unsent() >= ENOUGH ? now : before;
        });
        var patient = System.nanoTime() - PATIENCE.toNanos();
        var tooMuch = slow.keySet().stream()
                        .mapToLong(watch -> watch.client().unsent())
                        .sum()
                - MOST_UNSENT;
        var slowest = slow.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().at()))
                .toList();
        for (var entry : slowest) {
            if (tooMuch > 0 || entry.getValue().at() - patient < 0) {
                tooMuch -= entry.getKey().client().unsent();
                hangUp(entry.getKey().client());
            }
        }
    }
}
