package de.stadtchronik.outbound;

import de.stadtchronik.outbound.OutboundFailure.Reason;
import de.stadtchronik.text.WebAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a URL says of where to call, read once, so that what is checked and what is called cannot differ.
 *
 * @param host a name in lower case, or an address; an IPv6 address without brackets
 * @param target path and query, as they are sent
 */
record Destination(boolean secure, String host, int port, String target) {

    /** What some resolvers read as an IPv4 address: decimal, octal or hexadecimal, whole or in parts (WHATWG URL, 3.5). */
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    /** @throws OutboundFailure MALFORMED_URL */
    static Destination of(URI given) {
        var address = WebAddress.asSent(given);
        WebAddress.fault(address.toString()).ifPresent(fault -> {
            throw malformed(fault.message().english());
        });
        var secure = "https".equalsIgnoreCase(address.getScheme());
        var port = address.getPort() == -1 ? (secure ? 443 : 80) : address.getPort();
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return new Destination(secure, host(address.getHost()), port, path + query);
    }

    private static String host(String given) {
        var host = normal(given);
        if (host.isEmpty() || host.contains("%")) {
            throw malformed("no zones");
        }
        if (NUMERIC.matcher(host).matches()
                && !host.contains(":")
                && !IPV4.matcher(host).matches()) {
            throw malformed("an IPv4 address in its usual form");
        }
        return host;
    }

    /** A host as it is compared: in lower case, without brackets, and without the dot that a whole name may end with. */
    static String normal(String host) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return (bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare).toLowerCase(Locale.ROOT);
    }

    private static OutboundFailure malformed(String message) {
        return new OutboundFailure(Reason.MALFORMED_URL, message);
    }
}
