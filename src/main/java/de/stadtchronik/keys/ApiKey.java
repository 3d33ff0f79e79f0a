package de.stadtchronik.keys;

import de.stadtchronik.access.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a key. It is kept when the key is no longer valid, so that the audit trail still has its name. */
@Entity
class ApiKey {

    @Id
    UUID id;

    @Column(nullable = false)
    String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Role role;

    /** The paths of the types it is confined to, with commas between; empty if it is not confined. */
    @Column(nullable = false)
    String types;

    @Column(nullable = false)
    String ending;

    @Column(nullable = false)
    String salt;

    @Column(nullable = false)
    int iterations;

    @Column(nullable = false)
    String hash;

    @Column(nullable = false)
    Instant createdAt;

    @Column(nullable = false)
    String createdBy;

    @Nullable
    Instant expiresAt;

    @Nullable
    Instant revokedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ApiKey() {}

    @SuppressWarnings("NullAway.Init") // carry() fills the rest
    ApiKey(KeyToken token, NewKey wanted, Instant createdAt, String createdBy) {
        this.id = token.id();
        this.name = wanted.name();
        this.role = wanted.role();
        this.types = String.join(",", wanted.confinedTo());
        this.expiresAt = wanted.end().orElse(null);
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        carry(token);
    }

    /** Replaces the secret. */
    final void carry(KeyToken token) {
        var stored = KeyHash.of(token.secret());
        ending = token.ending();
        salt = stored.salt();
        iterations = stored.iterations();
        hash = stored.hash();
    }

    KeyHash keyHash() {
        return new KeyHash(salt, iterations, hash);
    }

    Set<String> confinedTo() {
        return types.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(types.split(",", -1)));
    }

    boolean isUsable(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
