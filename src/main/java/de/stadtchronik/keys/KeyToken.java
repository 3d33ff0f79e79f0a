package de.stadtchronik.keys;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What the holder of a key sends: {@code sck_}, the id as 32 hexadecimal digits, {@code _}, and a secret of 256 random
 * bits in base64url.
 *
 * @param id the id of the key
 * @param secret its secret part
 */
record KeyToken(UUID id, String secret) {

    static final String START = "sck_";

    private static final int SECRET_BYTES = 32;
    private static final int RECOGNISABLE = 4;
    private static final Pattern SHAPE = Pattern.compile(
            START + "([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new secret for a key. */
    static KeyToken of(UUID id) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new KeyToken(id, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    static Optional<KeyToken> parse(String text) {
        var matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var id = String.join(
                "-", matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4), matcher.group(5));
        return Optional.of(new KeyToken(UUID.fromString(id), matcher.group(6)));
    }

    /** The whole token, to be shown once. */
    String text() {
        return START + id.toString().replace("-", "") + "_" + secret;
    }

    /** Its last characters, by which people tell keys apart. */
    String ending() {
        return secret.substring(secret.length() - RECOGNISABLE);
    }

    /** Without the secret, so that no log ever contains it. */
    @Override
    public String toString() {
        return START + id;
    }
}
