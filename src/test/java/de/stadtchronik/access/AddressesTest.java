package de.stadtchronik.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose word counts for where a request comes from. */
class AddressesTest {

    private static final List<String> NOTHING = List.of();
    private static final Addresses BEHIND_PROXIES =
            new Addresses(List.of("127.0.0.1", " 10.0.0.0/8", "2001:db8:ffff::/48"));

    @Test
    void withoutTrustedProxiesNoHeaderCounts() {
        var alone = new Addresses(NOTHING);
        assertEquals("127.0.0.1", alone.of("127.0.0.1", List.of("for=192.0.2.1"), List.of("192.0.2.1")));
        assertEquals("192.0.2.9", BEHIND_PROXIES.of("192.0.2.9", NOTHING, List.of("192.0.2.1")));
    }

    @Test
    void theLastAddressThatIsNoProxyIsTheClient() {
        assertEquals("192.0.2.1", behind(NOTHING, List.of("192.0.2.1")));
        assertEquals("192.0.2.1", behind(NOTHING, List.of("198.51.100.1, 192.0.2.1, 10.1.2.3")));
        assertEquals("192.0.2.1", behind(NOTHING, List.of("198.51.100.1", "192.0.2.1, 10.1.2.3")));
        assertEquals("192.0.2.1", behind(NOTHING, List.of("192.0.2.1:4711")));
        assertEquals("192.0.2.1", behind(List.of("for=evil, For=\"192.0.2.1:80\";by=10.0.0.1;proto=https"), NOTHING));
        assertEquals("192.0.2.1", BEHIND_PROXIES.of("2001:db8:ffff:1::1", NOTHING, List.of("192.0.2.1")));
        assertEquals("10.1.1.1", behind(NOTHING, List.of("10.1.1.1, 10.1.2.3")));
    }

    /** Netty's rule takes any IPv6 address whose first bits are all ones for one of the network. */
    @ParameterizedTest
    @ValueSource(strings = {"fe80::1", "fe00::1", "ff02::1"})
    void anAddressFullOfOnesIsNotInEveryNetwork(String stranger) {
        var inside = new Addresses(List.of("fc00::/7"));
        assertEquals("192.0.2.1", inside.of("fd00::1", NOTHING, List.of("192.0.2.1")));
        assertEquals(inside.of(stranger, NOTHING, NOTHING), inside.of(stranger, NOTHING, List.of("192.0.2.1")));
    }

    @Test
    void whatIsNoAddressEndsTheSearch() {
        assertEquals("10.1.2.3", behind(NOTHING, List.of("192.0.2.1, unknown, 10.1.2.3")));
        assertEquals("127.0.0.1", behind(List.of("for=_hidden"), NOTHING));
        assertEquals("127.0.0.1", behind(List.of("by=10.0.0.1"), NOTHING));
        assertEquals("127.0.0.1", behind(NOTHING, List.of("")));
        assertEquals("local", BEHIND_PROXIES.of("/run/socket", NOTHING, List.of("192.0.2.1")));
    }

    @Test
    void headersThatDisagreeAreNotBelieved() {
        assertEquals("192.0.2.1", behind(List.of("for=192.0.2.1"), List.of("192.0.2.1")));
        assertEquals("127.0.0.1", behind(List.of("for=198.51.100.1"), List.of("192.0.2.1")));
    }

    @Test
    void anIpv6AddressCountsAsItsNetwork() {
        assertEquals("20010db800000001", behind(NOTHING, List.of("2001:db8:0:1::7")));
        assertEquals("20010db800000001", behind(List.of("for=\"[2001:db8:0:1:ffff::]:443\""), NOTHING));
        assertEquals("192.0.2.1", behind(NOTHING, List.of("::ffff:192.0.2.1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/", "", "::1/129", "10.0.0.0/-1"})
    void whatIsNoNetworkStopsTheStart(String proxy) {
        var refused = assertThrows(ConfigurationException.class, () -> new Addresses(List.of(proxy)));
        assertEquals(
                "stadtchronik.trusted-proxies takes addresses and networks such as 10.0.0.0/8, not: " + proxy,
                refused.getMessage());
    }

    private static String behind(List<String> forwarded, List<String> forwardedFor) {
        return BEHIND_PROXIES.of("127.0.0.1", forwarded, forwardedFor);
    }
}
