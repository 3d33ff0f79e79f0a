package de.stadtchronik.keys;

import de.stadtchronik.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The SHA-256 of a token: what may be kept in memory to know it again. */
record Digest(String hex) {

    static Digest of(String token) {
        return new Digest(HexFormat.of().formatHex(Sha256.of(token)));
    }

    /** Whether both are of the same token; compares in constant time. */
    boolean is(Digest other) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
    }
}
