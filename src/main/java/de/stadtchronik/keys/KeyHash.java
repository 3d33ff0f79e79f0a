package de.stadtchronik.keys;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is stored of a key: PBKDF2 with HMAC-SHA-256 (RFC 8018). Its secret has 256 random bits and cannot be guessed, so
 * one iteration is enough; more would only cost us a tenth of a second for each wrong key that is sent.
 *
 * @param salt 16 bytes, hexadecimal
 * @param iterations how often it was hashed; 20,000 for keys of before
 * @param hash 32 bytes, hexadecimal
 */
record KeyHash(String salt, int iterations, String hash) {

    private static final int ITERATIONS = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** For keys that are not there, so that they take as long as those that are. */
    static final KeyHash OF_NOTHING = new KeyHash("00".repeat(SALT_BYTES), ITERATIONS, "00".repeat(HASH_BITS / 8));

    static KeyHash of(String secret) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new KeyHash(HEX.formatHex(salt), ITERATIONS, HEX.formatHex(derive(secret, salt, ITERATIONS)));
    }

    boolean matches(String secret) {
        return MessageDigest.isEqual(HEX.parseHex(hash), derive(secret, HEX.parseHex(salt), iterations));
    }

    private static byte[] derive(String secret, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(secret.toCharArray(), salt, iterations, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without salt and hash, so that no log ever contains them. */
    @Override
    public String toString() {
        return "PBKDF2";
    }
}
