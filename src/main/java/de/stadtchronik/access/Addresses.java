package de.stadtchronik.access;

import de.stadtchronik.settings.Settings;
import io.netty.util.NetUtil;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a request comes from. Only ever kept in memory, to count by; never logged and never stored.
 *
 * <p>{@code Forwarded} (RFC 7239) and {@code X-Forwarded-For} are believed as far as trusted proxies wrote them: read
 * from the end, up to the first address that is none of theirs. What precedes it could have been written by any client.
 */
@Singleton
public class Addresses {

    /** What a provider gives to one customer. */
    private static final int BYTES_OF_AN_IPV6_NETWORK = 8;

    private static final Pattern FORWARDED_FOR =
            Pattern.compile("(?:^|;)\\s*for\\s*=\\s*\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_PORT = Pattern.compile("\\[(.*)](?::\\w*)?|([0-9.]+):\\w*");

    private final List<Network> trusted;

    @Inject
    Addresses(Settings settings) {
        this(settings.trustedProxies().orElse(List.of()));
    }

    /**
     * With the proxies to trust.
     *
     * @param proxies addresses, and networks such as {@code 10.0.0.0/8}
     */
    Addresses(List<String> proxies) {
        trusted = requireTrustable(proxies);
    }

    /**
     * The networks of proxies.
     *
     * @throws ConfigurationException if one of them is neither an address nor a network
     */
    public static List<Network> requireTrustable(List<String> proxies) {
        return proxies.stream()
                .map(String::strip)
                .map(Addresses::trustedNetwork)
                .toList();
    }

    /** By what callers are told apart: the name of the key or, without one, the address. */
    public String caller(RoutingContext request) {
        return Callers.actor(request).map(Actor::name).orElseGet(() -> of(request.request()));
    }

    /** The IPv4 address, or the /64 of the IPv6 address, from which a request comes. */
    public String of(HttpServerRequest request) {
        var sender = request.remoteAddress().hostAddress();
        if (trusted.isEmpty() && NetUtil.isValidIpV4Address(sender)) {
            return sender;
        }
        var headers = request.headers();
        return of(sender, headers.getAll("Forwarded"), headers.getAll("X-Forwarded-For"));
    }

    /** By what the connections of an address are counted; empty for a trusted proxy, by which many come. */
    public Optional<String> of(InetAddress peer) {
        return isTrusted(peer) ? Optional.empty() : Optional.of(network(peer));
    }

    String of(String sender, List<String> forwarded, List<String> forwardedFor) {
        var peer = parse(sender);
        if (peer.isEmpty()) {
            return "local";
        }
        if (!isTrusted(peer.get())) {
            return network(peer.get());
        }
        var named = Stream.of(
                        forwarded.stream()
                                .flatMap(Addresses::elements)
                                .map(Addresses::forwardedFor)
                                .toList(),
                        forwardedFor.stream().flatMap(Addresses::elements).toList())
                .filter(chain -> !chain.isEmpty())
                .map(chain -> farthest(chain, peer.get()))
                .distinct()
                .toList();
        // A proxy writes one of the two. If they disagree, the client wrote the other, and neither is believed.
        return network(named.size() == 1 ? named.get(0) : peer.get());
    }

    private InetAddress farthest(List<String> chain, InetAddress peer) {
        var fromTheEnd = new ArrayList<>(chain);
        Collections.reverse(fromTheEnd);
        var farthest = peer;
        for (var element : fromTheEnd) {
            var address = parse(element);
            if (!isTrusted(farthest) || address.isEmpty()) {
                return farthest;
            }
            farthest = address.get();
        }
        return farthest;
    }

    private boolean isTrusted(InetAddress address) {
        for (var network : trusted) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<String> elements(String header) {
        return Arrays.stream(header.split(",", -1)).map(String::strip);
    }

    private static String forwardedFor(String element) {
        var matcher = FORWARDED_FOR.matcher(element);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Optional<InetAddress> parse(String text) {
        var matcher = WITH_PORT.matcher(text);
        var host = matcher.matches() ? (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)) : text;
        return Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(host))
                .map(Addresses::address);
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 4
                ? address.getHostAddress()
                : HexFormat.of().formatHex(bytes, 0, BYTES_OF_AN_IPV6_NETWORK);
    }

    private static Network trustedNetwork(String proxy) {
        var slash = proxy.indexOf('/');
        var host = slash < 0 ? proxy : proxy.substring(0, slash);
        var bytes = NetUtil.createByteArrayFromIpAddressString(host);
        var most = bytes == null ? 0 : bytes.length * 8;
        var prefix = slash < 0 ? most : prefix(proxy.substring(slash + 1));
        if (bytes == null || prefix < 0 || prefix > most) {
            throw new ConfigurationException(
                    "stadtchronik.trusted-proxies takes addresses and networks such as 10.0.0.0/8, not: " + proxy);
        }
        return Network.of(host + "/" + prefix);
    }

    private static int prefix(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    }
}
