package de.stadtchronik.content;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The answer to a write that may be asked for again with the same {@code Idempotency-Key}. */
@Entity
@Immutable
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Acknowledgement {

    @EmbeddedId
    Key key;

    /** Of the request, so that another one under the same key is told from a repetition. */
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

    protected Acknowledgement() {}

    /**
     * An answer.
     *
     * @param key as the client chose it
     * @param fingerprint of the request
     * @param status the HTTP status
     * @param location the address of what was created, if anything was
     */
    public Acknowledgement(
            String actor,
            String key,
            String fingerprint,
            UUID itemId,
            int status,
            int revision,
            @Nullable String location,
            String body,
            Instant givenAt) {
        this.key = new Key(actor, key);
        this.fingerprint = fingerprint;
        this.itemId = itemId;
        this.status = status;
        this.revision = revision;
        this.location = location;
        this.body = body;
        this.givenAt = givenAt;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public UUID itemId() {
        return itemId;
    }

    public int status() {
        return status;
    }

    public int revision() {
        return revision;
    }

    public @Nullable String location() {
        return location;
    }

    public String body() {
        return body;
    }

    /** A key is its holder's own. */
    @Embeddable
    record Key(
            @Column(nullable = false) String actor,
            @Column(nullable = false) String idempotencyKey) {}
}
