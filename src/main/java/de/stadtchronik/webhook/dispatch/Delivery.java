package de.stadtchronik.webhook.dispatch;

import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.storage.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The row of a message to a webhook. Every attempt sends the same id and body. */
@Entity
@Table(name = "webhook_delivery")
@SuppressWarnings("NullAway.Init") // Hibernate or of() fills the fields
public class Delivery {

    /** Beyond that, the oldest attempts are forgotten; only replays get that far. */
    private static final int MOST_ATTEMPTS = 50;

    @Id
    public UUID id;

    @Column(nullable = false)
    public UUID webhookId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public State state;

    @Column(nullable = false)
    public Instant createdAt;

    /** The epoch of the positions. */
    @Column(nullable = false)
    UUID epoch;

    /** It covers changes after this position, */
    @Column(nullable = false)
    public long sinceSeq;

    /** and up to this one. */
    @Column(nullable = false)
    public long untilSeq;

    /** The start of the place in the feed at which it ends. */
    @Column(nullable = false)
    long untilStart;

    @Column(nullable = false)
    String body;

    /** A list of {@link Attempt} as JSON. */
    @Column(nullable = false)
    public String attempts;

    /** A new message that begins and ends at the webhook's place. */
    static Delivery of(Webhook webhook, Kind kind, Message message, Instant now) {
        var delivery = new Delivery();
        delivery.id = Ids.next();
        delivery.webhookId = webhook.id;
        delivery.kind = kind;
        delivery.state = State.PENDING;
        delivery.createdAt = now;
        delivery.epoch = webhook.epoch;
        delivery.sinceSeq = webhook.reached;
        delivery.untilSeq = webhook.reached;
        delivery.untilStart = webhook.started;
        delivery.body = message.json();
        delivery.attempts = "[]";
        return delivery;
    }

    public List<Attempt> attempts() {
        return List.of(DocumentJson.read(attempts, Attempt[].class));
    }

    void add(Attempt attempt) {
        var all = new ArrayList<>(attempts());
        all.add(attempt);
        attempts = DocumentJson.write(all.subList(Math.max(0, all.size() - MOST_ATTEMPTS), all.size()));
    }

    /** What it is about. */
    public enum Kind {
        CHANGES,
        PING
    }

    /** What became of it. */
    public enum State {
        /** Not delivered yet. */
        PENDING,
        DELIVERED,
        /** Given up. */
        FAILED,
        /** Replaced by another message. */
        SUPERSEDED
    }
}
