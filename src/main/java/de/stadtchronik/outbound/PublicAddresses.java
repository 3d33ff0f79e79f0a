package de.stadtchronik.outbound;

import de.stadtchronik.access.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses are public (IANA special-purpose address registries, RFC 6890). */
final class PublicAddresses {

    private static final int BYTES_BEFORE_THE_EMBEDDED = 12;

    private static final List<Network> NOT_PUBLIC_IPV4 = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by customers of a provider
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, where clouds keep their secrets
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays from 6to4
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /** All that was ever assigned; loopback, local, mapped and multicast addresses lie outside of it. */
    private static final List<Network> GLOBAL_IPV6 = networks("2000::/3");

    private static final List<Network> NOT_PUBLIC_IPV6 = networks(
            "2001::/23", // protocols, among them Teredo and benchmarks
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which holds any IPv4 address
            "3fff::/20"); // documentation

    /** NAT64 (RFC 6052): the last four bytes are the IPv4 address that is meant. */
    private static final List<Network> NAT64 = networks("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean include(InetAddress address) {
        if (address instanceof Inet4Address) {
            return !isIn(NOT_PUBLIC_IPV4, address);
        }
        if (isIn(NAT64, address)) {
            return include(embedded(address));
        }
        return isIn(GLOBAL_IPV6, address) && !isIn(NOT_PUBLIC_IPV6, address);
    }

    private static InetAddress embedded(InetAddress address) {
        try {
            var bytes = address.getAddress();
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, BYTES_BEFORE_THE_EMBEDDED, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... networks) {
        return Stream.of(networks).map(Network::of).toList();
    }
}
