package de.stadtchronik.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A refused attempt. Never holds an address, a token or a slug: a slug may contain the name of a person. */
@Entity
@Table(name = "refusal")
@SequenceGenerator(name = "refusal_number", sequenceName = "refusal_number", allocationSize = 1)
class DeniedRequest extends AuditRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "refusal_number")
    long number;

    @Column(nullable = false)
    String reason;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected DeniedRequest() {}

    /**
     * One line.
     *
     * @param actor the name of the key; {@code anonymous} without a valid one
     * @param action the method and the template of the path
     * @param reason the code of the problem
     */
    DeniedRequest(Instant at, String actor, String action, Optional<String> type, Optional<UUID> item, String reason) {
        this.at = at;
        this.actor = actor;
        this.action = action;
        this.type = type.orElse(null);
        this.item = item.orElse(null);
        this.reason = reason;
    }

    @Override
    long number() {
        return number;
    }

    @Override
    AuditEntry shown() {
        return new AuditEntry(at, actor, action, Outcome.REFUSED.name(), type, item, null, null, reason);
    }

    @Override
    Outcome outcome() {
        return Outcome.REFUSED;
    }
}
