package de.stadtchronik.audit;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the lines of both tables have in common. */
@MappedSuperclass
abstract class AuditRow {

    @Column(nullable = false)
    Instant at;

    @Column(nullable = false)
    String actor;

    @Column(nullable = false)
    String action;

    @Nullable
    String type;

    @Nullable
    UUID item;

    @SuppressWarnings("NullAway.Init") // Hibernate or the subclass fills the fields
    protected AuditRow() {}

    /** The number of the line in its table; rises. */
    abstract long number();

    abstract AuditEntry shown();

    abstract Outcome outcome();
}
