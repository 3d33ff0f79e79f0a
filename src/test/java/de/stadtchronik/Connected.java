package de.stadtchronik;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * The service with all that only some stories need, in one profile because each profile is a start of its own: it
 * delivers to receivers and pulls from origins on this machine if they are called by their address, an issuer of tokens is
 * beside it, it has a type more, and it says who runs it.
 */
public class Connected implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "stadtchronik.webhooks.check", "PT0.02S",
                "stadtchronik.outbound.allowed-hosts", "127.0.0.1",
                "stadtchronik.provider.name", "Stadt <Mainz>",
                "stadtchronik.provider.imprint", "https://www.example.org/impressum?a=1&b=2",
                "stadtchronik.provider.privacy", "https://www.example.org/datenschutz",
                "test.notices", "true");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Issuer.class, Map.of()));
    }
}
