package de.stadtchronik.connection;

import de.stadtchronik.access.Addresses;
import de.stadtchronik.access.Callers;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.settings.Settings;
import de.stadtchronik.text.BilingualText;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Answers of any length, written while they are read. Each holds a thread and perhaps a connection to the database for as
 * long as its client takes, so there are few at once, and most threads are left to all other requests.
 */
@ApplicationScoped
public class Streams {

    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final Addresses addresses;
    private final CurrentVertxRequest current;
    private final Places places;

    Streams(Addresses addresses, CurrentVertxRequest current, Settings settings) {
        this.addresses = addresses;
        this.current = current;
        var most = settings.limits().streams();
        places = new Places(most, Math.max(1, most / 4));
    }

    /**
     * What is to be written as the answer to the request at hand.
     *
     * @throws Problem TOO_MANY_STREAMS
     */
    public StreamingOutput of(StreamingOutput body) {
        var request = current.getCurrent();
        var place = places.take(
                        addresses.caller(request), Callers.actor(request).isPresent())
                .orElseThrow(() -> Problem.tooMany(
                        ProblemType.TOO_MANY_STREAMS,
                        new BilingualText(
                                "Zu viele lange Antworten sind gerade unterwegs.",
                                "Too many long answers are on their way."),
                        A_WHILE));
        var begun = new AtomicBoolean();
        // It is never written if the method is HEAD, or a filter refuses it.
        request.addEndHandler(end -> {
            if (!begun.get()) {
                place.close();
            }
        });
        return out -> {
            begun.set(true);
            try (place) {
                body.write(out);
            } catch (IOException cut) {
                if (!Client.of(request.request()).isGone()) {
                    throw cut;
                }
            }
        };
    }
}
