package de.stadtchronik.harvest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** What a manifest says of all that is there: SHA-256 over the lines {@code <id> <version>}, sorted by id. */
final class Checksum {

    private final MessageDigest digest;

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The next line; they come sorted. */
    void add(UUID id, int version) {
        digest.update((id + " " + version + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Of all lines. */
    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
