package de.stadtchronik.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where links and pictures in a text may lead: to a path on the same site, or to an address of the web, and links to who can
 * be written to or called. Nothing between, of which each browser makes something else.
 */
final class LinkTarget {

    /**
     * A reference without scheme and host (RFC 3986, section 4.2). Two slashes would begin a host, and browsers read a
     * backslash as a slash (WHATWG URL, section 4.4).
     */
    private static final Pattern PATH = Pattern.compile("(/(?!/)|[?#]|[^/:?#\\\\]+([/?#]|$))[^\\\\]*");

    /** An address for mail (RFC 6068), or a telephone number (RFC 3966). */
    private static final Pattern CONTACT = Pattern.compile("(?i)mailto:[^\\s@]+@[^\\s@]+|tel:\\+?[0-9().-]*[0-9]");

    /** Browsers leave them out (WHATWG URL, section 4.4). */
    private static final Pattern INVISIBLE = Pattern.compile("[\\x00-\\x20]");

    private LinkTarget() {}

    /** Where a link leads, in ASCII; empty if it may not lead there. */
    static Optional<String> ofLink(String written) {
        return CONTACT.matcher(written).matches() ? Optional.of(written) : ofPicture(written);
    }

    /** Where a picture is, in ASCII; empty if it may not be there. */
    static Optional<String> ofPicture(String written) {
        if (PATH.matcher(INVISIBLE.matcher(written).replaceAll("")).matches()) {
            return Optional.of(written);
        }
        return WebAddress.fault(written)
                .map(fault -> fault.instead().stream().filter(WebAddress::isOne).findFirst())
                .orElse(Optional.of(written));
    }
}
