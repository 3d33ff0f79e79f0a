package de.stadtchronik.content;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An {@link IdempotentResponse} under the {@code Idempotency-Key} of its request. */
@Entity
@Table(name = "acknowledgement")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class KeptResponse {

    @EmbeddedId
    Key key;

    @Column(nullable = false)
    String fingerprint;

    @Column(nullable = false)
    UUID itemId;

    @Column(nullable = false)
    int status;

    @Column(nullable = false)
    int revision;

    @Nullable
    String location;

    @Column(nullable = false)
    String body;

    @Column(nullable = false)
    Instant givenAt;

    protected KeptResponse() {}

    KeptResponse(Key key, IdempotentResponse response, Instant givenAt) {
        this.key = key;
        this.fingerprint = response.fingerprint();
        this.itemId = response.item();
        this.status = response.status();
        this.revision = response.revision();
        this.location = response.location().orElse(null);
        this.body = response.body();
        this.givenAt = givenAt;
    }

    IdempotentResponse response() {
        return new IdempotentResponse(fingerprint, itemId, status, revision, Optional.ofNullable(location), body);
    }

    /** Each actor has keys of its own. */
    @Embeddable
    public record Key(
            @Column(nullable = false) String actor,
            @Column(nullable = false) String idempotencyKey) {}
}
