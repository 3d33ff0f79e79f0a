package de.stadtchronik.reading;

import de.stadtchronik.change.InstanceFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links that show the draft of one item to anyone who has them, until a moment. A token is that moment (seconds since 1970,
 * eight bytes) and its HMAC-SHA-256 (RFC 2104) together with the id of the item; nothing of it is stored.
 */
@ApplicationScoped
public class Previews {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 32;

    private final InstanceFacts instance;
    private final Clock clock;

    Previews(InstanceFacts instance, Clock clock) {
        this.instance = instance;
        this.clock = clock;
    }

    /** A token for the draft of an item, good until a moment. */
    public String token(UUID item, Instant until) {
        var seconds = until.getEpochSecond();
        var mac = mac(item, seconds);
        var token = ByteBuffer.allocate(Long.BYTES + MAC_BYTES).putLong(seconds).put(mac);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** Whether a token was made here for that item, and its time is not over. */
    boolean opens(String token, UUID item) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException forged) {
            return false;
        }
        if (bytes.length != Long.BYTES + MAC_BYTES) {
            return false;
        }
        var seconds = ByteBuffer.wrap(bytes).getLong();
        var mac = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        return MessageDigest.isEqual(mac, mac(item, seconds)) && clock.instant().getEpochSecond() < seconds;
    }

    private byte[] mac(UUID item, long seconds) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(instance.secret(), ALGORITHM));
            return mac.doFinal(ByteBuffer.allocate(3 * Long.BYTES)
                    .putLong(item.getMostSignificantBits())
                    .putLong(item.getLeastSignificantBits())
                    .putLong(seconds)
                    .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
