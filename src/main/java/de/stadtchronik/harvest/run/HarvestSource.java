package de.stadtchronik.harvest.run;

import de.stadtchronik.clock.Leased;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.harvest.origin.Pull;
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

    /** How many copies a source may have before an administrator is asked, and by how many each answer raises that. */
    private static final long COPIES = 20_000;

    /** How many bytes one read up to the end may take before an administrator is asked. */
    private static final long BYTES = 500_000_000;

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

    /** With what the next run goes on; absent if the last one came to the end. */
    @Nullable
    public String note;

    /** Pages since the last read to the end. */
    @Column(nullable = false)
    public int pages;

    /** What they weighed. */
    @Column(nullable = false)
    public long bytes;

    /** A place that this read came by, to notice when it comes by again. */
    @Nullable
    String mark;

    @Column(nullable = false)
    public long mostCopies = COPIES;

    @Column(nullable = false)
    public long mostBytes = BYTES;

    /** Whether it is held because it brings more than it may. */
    @Column(nullable = false)
    boolean overfull;

    /** Whether it is pulled. */
    public enum Status {
        ACTIVE,
        /** It is pulled, but the last run failed. */
        FAILING,
        /** Not until an administrator resumes it. */
        PAUSED,
        /** Not until an administrator confirms so many removals, or so much that is new. */
        HELD,
        /** It was deleted, and its copies are being removed. */
        PURGING
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
        arrived();
    }

    /** Whether a feed that goes on at that place goes round in a circle (Brent's algorithm, over all runs of a read). */
    boolean cameBy(String next) {
        return next.equals(mark);
    }

    /** Notes a page. The mark moves on after 1, 2, 4, 8 … pages, so that a circle of any length comes by it. */
    void took(Pull.Part page) {
        place = page.next();
        pages++;
        bytes += page.bytes();
        if (Integer.bitCount(pages) == 1) {
            mark = page.next();
        }
        if (!page.more()) {
            arrived();
        }
    }

    private void arrived() {
        pages = 0;
        bytes = 0;
        mark = null;
    }

    /** Lets a held source do what it is held for: remove so much, or bring as much again. */
    public void confirm(long copies) {
        if (overfull) {
            overfull = false;
            mostCopies = copies + COPIES;
            mostBytes = bytes + BYTES;
        } else {
            confirmed = true;
        }
    }

    void ended(Instant now, @Nullable String error) {
        release();
        runs++;
        lastRun = now;
        lastError = cut(error);
        note = null;
    }

    /** Holds it until an administrator confirms. */
    void hold(Instant now, String why) {
        ended(now, why);
        status = Status.HELD;
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }
}
