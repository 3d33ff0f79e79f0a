package de.stadtchronik;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service that delivers to receivers on this machine, if they are called by their address. */
public class Delivering implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("stadtchronik.webhooks.check", "PT0.02S", "stadtchronik.outbound.allowed-hosts", "127.0.0.1");
    }
}
