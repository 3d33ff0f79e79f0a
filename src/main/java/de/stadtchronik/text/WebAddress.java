package de.stadtchronik.text;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the address of a web page is written: a URI of {@code http} or {@code https} with a host (RFC 3986), in ASCII, with
 * a port that exists, and without user info, which could make it look like an address of somebody else.
 */
public final class WebAddress {

    private static final int LARGEST_PORT = 65_535;

    /**
     * Scheme, host, port, and the rest. Of a host with one of these letters it is not clear which is meant: the older rules
     * for names (RFC 3490), which Java follows, know another spelling than the newer ones (UTS #46, section 7).
     */
    private static final Pattern PARTS =
            Pattern.compile("(?i)(https?://)([^/?#:@ßẞς\\u200c\\u200d]+)(:[0-9]*)?([/?#].*)?");

    /** Longer than a part of a host name can be (RFC 1035, section 2.3.4). */
    private static final Pattern LONG_LABEL = Pattern.compile("[^.]{64}");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private WebAddress() {}

    /**
     * What is wrong with an address.
     *
     * @param instead how it would be right, where that is clear
     */
    public record Fault(BilingualText message, List<String> instead) {}

    /** Why something is no address of a web page; empty if it is one. */
    public static Optional<Fault> fault(String address) {
        if (!ASCII.matcher(address).matches()) {
            return Optional.of(new Fault(
                    new BilingualText(
                            "Eine Adresse besteht aus ASCII: der Rechnername in Punycode (RFC 5891), alles andere mit % (RFC 3986).",
                            "An address is in ASCII: the host name in Punycode (RFC 5891), all else with % (RFC 3986)."),
                    inAscii(address).filter(WebAddress::isOne).stream().toList()));
        }
        try {
            var uri = new URI(address);
            if (uri.getRawUserInfo() != null) {
                return unfit("In einer Adresse steht kein Benutzername.", "There must be no user info in an address.");
            }
            if (uri.getPort() == 0 || uri.getPort() > LARGEST_PORT) {
                return unfit("Ein Port liegt zwischen 1 und 65535.", "A port is between 1 and 65535.");
            }
            return uri.getHost() == null || LONG_LABEL.matcher(uri.getHost()).find() || !isHttp(uri)
                    ? noAddress()
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return noAddress();
        }
    }

    static boolean isOne(String address) {
        return fault(address).isEmpty();
    }

    /** An address of before, when it did not have to be in ASCII, as it is sent. */
    public static URI asSent(URI address) {
        return URI.create(address.toASCIIString());
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    private static Optional<Fault> noAddress() {
        return unfit(
                "Hier steht keine Adresse mit http oder https (RFC 3986).",
                "This is no address with http or https (RFC 3986).");
    }

    private static Optional<Fault> unfit(String german, String english) {
        return Optional.of(new Fault(new BilingualText(german, english), List.of("https://…")));
    }

    /** An address in the letters of people, as it is sent (RFC 3987, section 3.1); empty if that is not clear. */
    private static Optional<String> inAscii(String address) {
        var parts = PARTS.matcher(address);
        if (!parts.matches() || !StandardCharsets.UTF_8.newEncoder().canEncode(address)) {
            return Optional.empty();
        }
        try {
            var rest = parts.group(4) == null ? "" : new URI(parts.group(4)).toASCIIString();
            var port = parts.group(3) == null ? "" : parts.group(3);
            return Optional.of(parts.group(1) + IDN.toASCII(parts.group(2)) + port + rest);
        } catch (URISyntaxException | IllegalArgumentException unclear) {
            return Optional.empty();
        }
    }
}
