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

/** An {@link Acknowledgement} under the {@code Idempotency-Key} of its request. */
@Entity
@Table(name = "acknowledgement")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class KeptAnswer {

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

    protected KeptAnswer() {}

    KeptAnswer(Key key, Acknowledgement answer, Instant givenAt) {
        this.key = key;
        this.fingerprint = answer.fingerprint();
        this.itemId = answer.item();
        this.status = answer.status();
        this.revision = answer.revision();
        this.location = answer.location().orElse(null);
        this.body = answer.body();
        this.givenAt = givenAt;
    }

    Acknowledgement answer() {
        return new Acknowledgement(fingerprint, itemId, status, revision, Optional.ofNullable(location), body);
    }

    /** A key is its holder's own. */
    @Embeddable
    record Key(
            @Column(nullable = false) String actor,
            @Column(nullable = false) String idempotencyKey) {}
}
