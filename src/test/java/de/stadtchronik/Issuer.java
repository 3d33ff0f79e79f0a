package de.stadtchronik;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** An OpenID Connect issuer on this machine: it publishes its key, and signs whatever it is asked to. */
public class Issuer implements QuarkusTestResourceLifecycleManager {

    /** The key that it publishes. */
    static final KeyPair PUBLISHED = newKeys();

    /** A key that it does not. */
    static final KeyPair OTHER = newKeys();

    private static String address = "";

    private final HttpServer server;

    public Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Map<String, String> start() {
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        give(
                "/.well-known/openid-configuration",
                "{'issuer': '%s', 'jwks_uri': '%s/keys'}".formatted(address, address));
        var key = (RSAPublicKey) PUBLISHED.getPublic();
        give(
                "/keys",
                "{'keys': [{'kty': 'RSA', 'use': 'sig', 'alg': 'RS256', 'kid': 'one', 'n': '%s', 'e': '%s'}]}"
                        .formatted(base64(key.getModulus()), base64(key.getPublicExponent())));
        server.start();
        return Map.of("quarkus.oidc.tenant-enabled", "true", "quarkus.oidc.auth-server-url", address);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** A token that says who, with which roles, by which issuer, until when. */
    static String token(String subject, Set<String> roles, String issuer, Duration validFor, PrivateKey signedWith) {
        return Jwt.issuer(issuer)
                .subject(subject)
                .claim("email", "erika.mustermann@example.org")
                .preferredUserName("erika.mustermann")
                .groups(roles)
                .issuedAt(Instant.now().minusSeconds(3600))
                .expiresAt(Instant.now().plus(validFor))
                .jws()
                .keyId("one")
                .sign(signedWith);
    }

    /** A token that is right. */
    static String token(String subject, String... roles) {
        return token(subject, Set.of(roles), address, Duration.ofMinutes(5), PUBLISHED.getPrivate());
    }

    static String address() {
        return address;
    }

    private void give(String path, String json) {
        var body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    /** Unsigned, as JSON Web Keys have it (RFC 7518, section 2). */
    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        var unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
