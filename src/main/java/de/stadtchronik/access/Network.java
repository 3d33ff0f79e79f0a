package de.stadtchronik.access;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.InetAddress;

/**
 * A range of addresses with a common prefix. Netty's rule is not used: it takes an IPv6 address whose first bits are
 * all ones for a part of every network.
 *
 * @param bits how long its addresses are
 * @param prefix how many of these bits are the same for all of them
 * @param beginning those bits, as a number
 */
public record Network(int bits, int prefix, BigInteger beginning) {

    /** From CIDR notation, such as {@code 10.0.0.0/8}. */
    public static Network of(String cidr) {
        var slash = cidr.indexOf('/');
        var bytes = NetUtil.createByteArrayFromIpAddressString(cidr.substring(0, slash));
        var prefix = Integer.parseInt(cidr.substring(slash + 1));
        var bits = bytes.length * Byte.SIZE;
        return new Network(bits, prefix, new BigInteger(1, bytes).shiftRight(bits - prefix));
    }

    public boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length * Byte.SIZE == bits
                && new BigInteger(1, bytes).shiftRight(bits - prefix).equals(beginning);
    }
}
