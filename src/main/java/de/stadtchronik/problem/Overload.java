package de.stadtchronik.problem;

import de.stadtchronik.clock.RareWarning;
import de.stadtchronik.text.BilingualText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Refuses requests when too many wait for a thread already. */
@ApplicationScoped
class Overload {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final RareWarning warning = new RareWarning(
            Logger.getLogger(Overload.class), "Overloaded: a request was refused, because too many wait");

    Problem refusal() {
        warning.happened();
        return Problem.tooMany(
                ProblemType.OVERLOADED,
                new BilingualText(
                        "Zu viele Anfragen warten; bitte gleich noch einmal.",
                        "Too many requests are waiting; please try again in a moment."),
                SOON);
    }
}
