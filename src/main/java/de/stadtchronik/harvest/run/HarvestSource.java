package de.stadtchronik.harvest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a source: what is wanted from it, how far it has been read, and who is at it. */
@Entity
@Table(name = "harvest_source")
@SuppressWarnings("NullAway.Init") // Hibernate or whoever makes one fills the fields
class HarvestSource {

    private static final int LONGEST_ERROR = 500;

    @Id
    String name;

    /** By which the change log knows it. */
    @Column(nullable = false)
    UUID id;

    @Column(nullable = false)
    String url;

    /** How long to wait between two runs. */
    @Column(nullable = false)
    int seconds;

    /** The key to be shown there, as it is. */
    @Nullable
    String secret;

    /** {@link Scope} as JSON. */
    @Column(nullable = false)
    String filters;

    /** Whether the configuration says what is wanted, and not the API. */
    @Column(nullable = false)
    boolean configured;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Status status;

    /** Up to where it has been read, in the origin's own words; absent before the first page. */
    @Nullable
    String place;

    /** Whether it is being read from the beginning, so that what does not come is gone. */
    @Column(nullable = false)
    boolean anew;

    /** Whether that was done because the copies were not what the origin has, and they have not been since. */
    @Column(nullable = false)
    boolean rebaselined;

    /** Whether somebody said that what is to be removed may be, however much it is. */
    @Column(nullable = false)
    boolean confirmed;

    /** How often the copies were not what the origin has. */
    @Column(nullable = false)
    int mismatches;

    /** How many runs failed in a row. */
    @Column(nullable = false)
    int failures;

    /** How many runs ended, however they did. */
    @Column(nullable = false)
    int runs;

    @Nullable
    Instant lastRun;

    @Nullable
    Instant lastSuccess;

    @Nullable
    String lastError;

    /** No run begins before. */
    @Column(nullable = false)
    Instant dueAt;

    /** Who pulls right now; absent if nobody does. */
    @Nullable
    UUID leasedBy;

    /** When that ends by itself, whatever became of whoever pulls. */
    @Nullable
    Instant leasedUntil;

    /** Whether it is pulled. */
    enum Status {
        ACTIVE,
        /** It is, but the last run failed. */
        FAILING,
        /** Not until somebody resumes it. */
        PAUSED,
        /** Not until somebody confirms that so much is to be removed. */
        HELD
    }

    Duration interval() {
        return Duration.ofSeconds(seconds);
    }

    /** Has it read from the beginning. */
    void beginAnew() {
        place = null;
        anew = true;
    }

    void wake(Instant now) {
        failures = 0;
        dueAt = now;
    }

    /** Whoever pulls notices at the next page, and stops. */
    void release() {
        leasedBy = null;
        leasedUntil = null;
    }

    void ended(Instant now, @Nullable String error) {
        release();
        runs++;
        lastRun = now;
        lastError = error == null ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    }
}
