package de.stadtchronik.connection;

import java.util.BitSet;
import java.util.HexFormat;

/**
 * The address in the first line of a request (RFC 9112, section 3.2), as clients send it: {@code curl} leaves letters as
 * they are typed, browsers leave some signs in a query (WHATWG URL). The layers below would refuse those with a bare status.
 */
final class RequestTarget {

    /** What stands for itself (RFC 3986, section 2), but for brackets, which a path must not have. */
    private static final BitSet PLAIN = new BitSet();

    static {
        PLAIN.set('a', 'z' + 1);
        PLAIN.set('A', 'Z' + 1);
        PLAIN.set('0', '9' + 1);
        "-._~:/?@!$&'()*+,;=".chars().forEach(PLAIN::set);
    }

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** No character in UTF-8: an address with it is refused with the reason, like any other that is not UTF-8. */
    private static final String UNREADABLE = "%FF";

    private RequestTarget() {}

    /**
     * The same address in order: each byte that does not stand for itself is percent-encoded.
     *
     * @param sent with a character for each byte
     */
    static String inOrder(String sent) {
        // A whole address, as to a proxy, or a star.
        return !sent.startsWith("/") || isInOrder(sent) ? sent : encode(sent);
    }

    private static boolean isInOrder(String sent) {
        for (var i = 0; i < sent.length(); i++) {
            if (!isInOrder(sent, i)) {
                return false;
            }
        }
        return true;
    }

    private static String encode(String sent) {
        var target = new StringBuilder(sent.length() + 16);
        for (var i = 0; i < sent.length(); i++) {
            var sign = sent.charAt(i);
            if (isInOrder(sent, i)) {
                target.append(sign);
            } else if (sign == '%') {
                target.append(UNREADABLE);
            } else {
                target.append('%').append(HEX.toHexDigits((byte) sign));
            }
        }
        return target.toString();
    }

    /** Whether a character stands for itself, or begins a byte that is percent-encoded. */
    private static boolean isInOrder(String sent, int at) {
        var sign = sent.charAt(at);
        return PLAIN.get(sign)
                || (sign == '%'
                        && at + 2 < sent.length()
                        && HexFormat.isHexDigit(sent.charAt(at + 1))
                        && HexFormat.isHexDigit(sent.charAt(at + 2)));
    }
}
