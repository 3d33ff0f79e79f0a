package de.stadtchronik.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The row of a message to a webhook. It is sent with the same id and body however often it is tried. */
@Entity
@Table(name = "webhook_delivery")
@SuppressWarnings("NullAway.Init") // Hibernate or whoever makes one fills the fields
class Delivery {

    @Id
    UUID id;

    @Column(nullable = false)
    UUID webhookId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    State state;

    @Column(nullable = false)
    Instant createdAt;

    /** The epoch of the positions. */
    @Column(nullable = false)
    UUID epoch;

    /** It tells what changed after this position, */
    @Column(nullable = false)
    long sinceSeq;

    /** and up to this one. */
    @Column(nullable = false)
    long untilSeq;

    /** Where the place begins at which it ends. */
    @Column(nullable = false)
    long untilStart;

    @Column(nullable = false)
    String body;

    /** A list of {@link Attempt} as JSON. */
    @Column(nullable = false)
    String attempts;

    /** What it is about. */
    enum Kind {
        CHANGES,
        PING
    }

    /** What became of it. */
    enum State {
        /** Not delivered yet. */
        PENDING,
        DELIVERED,
        /** Given up. */
        FAILED,
        /** Not needed any more: another message tells the same. */
        SUPERSEDED
    }
}
