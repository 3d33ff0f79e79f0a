package de.stadtchronik.keys;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Identifies the holder of a key, on a thread that may wait for the database. */
@ApplicationScoped
class ApiKeyIdentityProvider implements IdentityProvider<KeyCredential> {

    private final KeyCheck keys;

    ApiKeyIdentityProvider(KeyCheck keys) {
        this.keys = keys;
    }

    @Override
    public Class<KeyCredential> getRequestType() {
        return KeyCredential.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(KeyCredential credential, AuthenticationRequestContext context) {
        return context.runBlocking(() -> keys.find(credential.token())
                .map(key -> Identities.of(key.name, Optional.of(key.role), key.confinedTo()))
                .orElseThrow(AuthenticationFailedException::new));
    }
}
