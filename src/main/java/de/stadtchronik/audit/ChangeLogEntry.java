package de.stadtchronik.audit;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A line of the change log, as the audit trail reads it. */
@Entity
@Immutable
@Table(name = "change")
@AttributeOverride(name = "at", column = @Column(name = "changedAt"))
@AttributeOverride(name = "action", column = @Column(name = "operation"))
@AttributeOverride(name = "item", column = @Column(name = "itemId"))
class ChangeLogEntry extends AuditRow {

    @Id
    @Column(name = "seq")
    long number;

    @Column(nullable = false)
    int version;

    protected ChangeLogEntry() {}

    @Override
    long number() {
        return number;
    }

    @Override
    AuditEntry shown() {
        return new AuditEntry(at, actor, action, Outcome.DONE.name(), type, item, version, number, null);
    }

    @Override
    Outcome outcome() {
        return Outcome.DONE;
    }
}
