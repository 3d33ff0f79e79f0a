package de.stadtchronik.storage;

import de.stadtchronik.clock.Outage;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.BilingualText;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;

/** One transaction, which knows whether it failed before it was committed, or while it was. */
final class Commit<T> {

    private boolean done;

    T of(Supplier<T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var result = work.get();
                done = true;
                return result;
            });
        } catch (RuntimeException failed) {
            if (done && Outage.caused(failed) && Outage.refusal(failed).isEmpty()) {
                var unknown = new Problem(
                        ProblemType.OUTCOME_UNKNOWN,
                        new BilingualText(
                                "Ob die Änderung gespeichert ist, weiß der Dienst nicht. Die Anfrage mit demselben Idempotency-Key wiederholen, oder nachsehen.",
                                "The service does not know whether the change was stored. Repeat the request with the same Idempotency-Key, or look."));
                unknown.initCause(failed);
                throw unknown;
            }
            throw failed;
        }
    }
}
