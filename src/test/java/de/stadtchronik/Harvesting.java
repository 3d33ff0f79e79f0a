package de.stadtchronik;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service that pulls from origins on this machine, if they are called by their address. */
public class Harvesting implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("stadtchronik.outbound.allowed-hosts", "127.0.0.1");
    }
}
