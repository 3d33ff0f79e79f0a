package de.stadtchronik.clock;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row with background work that is due at a moment. One replica at a time does it, under a lease that runs out by
 * itself when that replica dies.
 */
@MappedSuperclass
public abstract class Leased {

    /** In a query: what is due at {@code :now}, and leased to no replica. */
    public static final String IS_DUE = "dueAt <= :now and (leasedUntil is null or leasedUntil <= :now)";

    @Column(nullable = false)
    private Instant dueAt = Instant.EPOCH;

    @Column(nullable = false)
    private int failures;

    @Nullable
    private UUID leasedBy;

    @Nullable
    private Instant leasedUntil;

    /** The moment before which nothing is done. */
    public Instant dueAt() {
        return dueAt;
    }

    public void dueAt(Instant moment) {
        dueAt = moment;
    }

    /** How many attempts in a row failed. */
    public int failures() {
        return failures;
    }

    /** Counts an attempt that failed, and returns how many did in a row. */
    public int failed() {
        return ++failures;
    }

    /** Makes it due at a moment, whatever went wrong before. */
    public void wake(Instant moment) {
        failures = 0;
        dueAt = moment;
    }

    /** Takes a lease on a row that is locked; empty if it is not due, or leased to another replica. */
    public Optional<UUID> lease(Instant now, Duration length) {
        if (dueAt.isAfter(now) || isLeased(now)) {
            return Optional.empty();
        }
        var lease = UUID.randomUUID();
        leasedBy = lease;
        leasedUntil = now.plus(length);
        return Optional.of(lease);
    }

    public boolean isLeased(Instant now) {
        return leasedUntil != null && leasedUntil.isAfter(now);
    }

    /** Whether that lease still holds: it was not taken over, ended or released. */
    public boolean isLeasedBy(UUID lease) {
        return lease.equals(leasedBy);
    }

    /** Makes the lease last longer. */
    public void renew(Instant now, Duration length) {
        leasedUntil = now.plus(length);
    }

    /** Ends the lease; the replica that held it notices that when it comes to store something. */
    public void release() {
        leasedBy = null;
        leasedUntil = null;
    }
}
