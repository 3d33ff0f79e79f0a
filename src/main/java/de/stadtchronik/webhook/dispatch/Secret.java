package de.stadtchronik.webhook.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret shared with a receiver, with which messages are signed (Standard Webhooks, symmetric signatures).
 *
 * @param text {@code whsec_} and 32 random bytes in base64
 */
public record Secret(String text) {

    private static final String START = "whsec_";
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(START + Base64.getEncoder().encodeToString(bytes));
    }

    /**
     * The signature of a message.
     *
     * @param timestamp when it is sent, in seconds since 1970
     */
    String sign(UUID id, long timestamp, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(text.substring(START.length())), ALGORITHM));
            var signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without the secret, so that no log ever contains it. */
    @Override
    public String toString() {
        return START;
    }
}
