package de.stadtchronik.harvest.run;

import de.stadtchronik.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

/** The checksum of a manifest: SHA-256 over the lines {@code <id> <version>}, sorted by id. */
final class Checksum {

    private final MessageDigest digest = Sha256.digest();

    /** The next line; they come sorted. */
    void add(UUID id, int version) {
        digest.update((id + " " + version + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Of all lines. */
    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
