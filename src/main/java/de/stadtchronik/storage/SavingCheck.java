package de.stadtchronik.storage;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether what is written can still be saved; if not, only a restart helps. */
@Liveness
@ApplicationScoped
class SavingCheck implements HealthCheck {

    private final Storage storage;

    SavingCheck(Storage storage) {
        this.storage = storage;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("saving").status(storage.isSound()).build();
    }
}
