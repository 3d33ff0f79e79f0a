package de.stadtchronik.harvest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What a manifest says of all that is there (contract, section 8). */
final class Checksum {

    private Checksum() {}

    /** SHA-256 over the lines {@code <id> <version>}, sorted by id. */
    static String of(Map<UUID, Integer> versions) {
        // As texts: the order of UUID itself is another one.
        var sorted = new TreeMap<String, Integer>();
        versions.forEach((id, version) -> sorted.put(id.toString(), version));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            sorted.forEach(
                    (id, version) -> digest.update((id + " " + version + "\n").getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
