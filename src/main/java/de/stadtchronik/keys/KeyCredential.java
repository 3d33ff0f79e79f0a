package de.stadtchronik.keys;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A token to be checked. */
final class KeyCredential extends BaseAuthenticationRequest {

    private final String token;

    KeyCredential(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
