package de.stadtchronik;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with limits that a story can reach, behind a proxy. */
public class Limited implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "stadtchronik.limits.anonymous", "6",
                "stadtchronik.limits.partner", "3",
                "stadtchronik.limits.guesses", "10",
                "stadtchronik.limits.listeners", "8",
                "stadtchronik.limits.listeners-per-caller", "2",
                "stadtchronik.trusted-proxies", "127.0.0.1, ::1, 10.0.0.0/8");
    }
}
