package de.stadtchronik.harvest.run;

import de.stadtchronik.clock.Leased;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.harvest.origin.Scope;
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

/** The row of a source: where and what to pull, and how far it has been read. */
@Entity
@Table(name = "harvest_source")
@SuppressWarnings("NullAway.Init") // Hibernate, or the room that creates one, fills the fields
public class HarvestSource extends Leased {

    private static final int LONGEST_ERROR = 500;

    @Id
    public String name;

    /** Its id in the change log. */
    @Column(nullable = false)
    public UUID id;

    @Column(nullable = false)
    public String url;

    /** How long to wait between two runs. */
    @Column(nullable = false)
    public int seconds;

    /** The key to send to the origin, in plain text. */
    @Nullable
    public String secret;

    /** {@link Scope} as JSON. */
    @Column(nullable = false)
    public String filters;

    /** Whether it is in the configuration, and the API cannot change it. */
    @Column(nullable = false)
    public boolean configured;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Status status;

    /** Up to where it has been read: a cursor of the origin; absent before the first page. */
    @Nullable
    public String place;

    /** Whether it is being read from the beginning, so that copies of what does not come are removed. */
    @Column(nullable = false)
    boolean anew;

    /** Whether it was read from the beginning because of a mismatch, and the copies have not matched since. */
    @Column(nullable = false)
    boolean rebaselined;

    /** Whether an administrator has confirmed the pending removals, however many. */
    @Column(nullable = false)
    public boolean confirmed;

    /** How often the copies did not match the origin's manifest. */
    @Column(nullable = false)
    public int mismatches;

    /** How many runs ended, with or without success. */
    @Column(nullable = false)
    public int runs;

    @Nullable
    public Instant lastRun;

    @Nullable
    public Instant lastSuccess;

    @Nullable
    public String lastError;

    /** Whether it is pulled. */
    public enum Status {
        ACTIVE,
        /** It is pulled, but the last run failed. */
        FAILING,
        /** Not until an administrator resumes it. */
        PAUSED,
        /** Not until an administrator confirms so many removals. */
        HELD
    }

    public Scope scope() {
        return DocumentJson.read(filters, Scope.class);
    }

    Duration interval() {
        return Duration.ofSeconds(seconds);
    }

    /** Has it read from the beginning. */
    public void beginAnew() {
        place = null;
        anew = true;
    }

    void ended(Instant now, @Nullable String error) {
        release();
        runs++;
        lastRun = now;
        lastError = error == null ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    }
}
