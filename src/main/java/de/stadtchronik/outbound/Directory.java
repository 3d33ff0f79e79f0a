package de.stadtchronik.outbound;

import de.stadtchronik.outbound.OutboundFailure.Reason;
import de.stadtchronik.settings.Settings;
import io.netty.util.NetUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the addresses at which a host may be called. */
@ApplicationScoped
class Directory {

    /** Host names, some with a port behind a colon. */
    private final Set<String> allowed;

    private final Names names;

    @Inject
    Directory(Settings settings) {
        this(settings.outbound().allowedHosts().orElse(List.of()), InetAddress::getAllByName);
    }

    Directory(List<String> allowed, Names names) {
        this.allowed =
                allowed.stream().map(String::strip).map(Directory::normal).collect(Collectors.toSet());
        this.names = names;
    }

    /**
     * All addresses of a destination. Connect to these, because another lookup of the name might give others.
     *
     * @throws OutboundFailure UNKNOWN_HOST; FORBIDDEN_ADDRESS if one of them is not public
     */
    List<InetAddress> find(Destination destination) {
        var addresses = addresses(destination.host());
        if (!isAllowed(destination) && !addresses.stream().allMatch(PublicAddresses::include)) {
            throw new OutboundFailure(Reason.FORBIDDEN_ADDRESS, destination.host());
        }
        return addresses;
    }

    private boolean isAllowed(Destination destination) {
        return allowed.contains(destination.host())
                || allowed.contains(withPort(destination.host(), Integer.toString(destination.port())));
    }

    private List<InetAddress> addresses(String host) {
        try {
            var literal = NetUtil.createByteArrayFromIpAddressString(host);
            return literal == null ? List.of(names.find(host)) : List.of(InetAddress.getByAddress(literal));
        } catch (UnknownHostException unknown) {
            throw new OutboundFailure(Reason.UNKNOWN_HOST, unknown);
        }
    }

    /** As {@link Destination} has them: {@code [::1]:80} has a port, {@code ::1} has none. */
    private static String normal(String setting) {
        var colon = setting.lastIndexOf(':');
        var hasPort = colon > 0 && (setting.indexOf(':') == colon || setting.charAt(colon - 1) == ']');
        return hasPort
                ? withPort(Destination.normal(setting.substring(0, colon)), setting.substring(colon + 1))
                : Destination.normal(setting);
    }

    private static String withPort(String host, String port) {
        return "[" + host + "]:" + port;
    }

    /** Looks up the addresses of a name. */
    interface Names {
        InetAddress[] find(String host) throws UnknownHostException;
    }
}
