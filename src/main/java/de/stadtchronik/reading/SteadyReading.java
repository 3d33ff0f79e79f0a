package de.stadtchronik.reading;

import de.stadtchronik.change.RecentChanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Reads answers that show one state of the content, though they take several queries: if something they show changed
 * meanwhile, they are read again.
 */
@ApplicationScoped
class SteadyReading {

    /** An answer that changes faster than it can be read is given out as it is, and kept by no one. */
    private static final int MOST_ATTEMPTS = 3;

    private final RecentChanges recent;

    SteadyReading(RecentChanges recent) {
        this.recent = recent;
    }

    /** Reads an answer, in a transaction. */
    Answer read(Supplier<Answer> reading) {
        for (var attempt = 1; ; attempt++) {
            var before = recent.position();
            var answer = reading.get();
            if (answer.audience() != Answer.Audience.EVERYBODY) {
                return answer;
            }
            recent.catchUp();
            if (answer.basis()
                    .filter(basis -> recent.isTouched(basis.dependencies(), before))
                    .isEmpty()) {
                return answer.asOf(before);
            }
            if (attempt == MOST_ATTEMPTS) {
                return answer.notToBeKept();
            }
        }
    }
}
