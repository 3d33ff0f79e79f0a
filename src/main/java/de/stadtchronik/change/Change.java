package de.stadtchronik.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log: what happened to which item, and who did it. Never the content itself, so that nothing personal
 * outlives an erasure.
 */
@Entity
@Immutable
public class Change {

    private static final int LONGEST_PROPERTIES = 2000;

    @Id
    long seq;

    @Column(nullable = false)
    String type;

    @Column(nullable = false)
    UUID itemId;

    /** The name of an {@link Operation}, or of one of a {@link LoggedKind}. */
    @Column(nullable = false)
    String operation;

    /** The public version after the change; 0 before the first publication. */
    @Column(nullable = false)
    int version;

    /** The revision after the change. */
    @Column(nullable = false)
    int revision;

    @Column(nullable = false)
    Instant changedAt;

    @Column(nullable = false)
    String actor;

    /** The names of the properties that changed, with commas between; absent where it is not about properties. */
    @Nullable
    String properties;

    /** The filter keys of the published state that this change replaced, as JSON; absent where there was none. */
    @Nullable
    String replacedKeys;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Change() {}

    Change(long seq, Event event, Instant changedAt, String actor) {
        this.seq = seq;
        this.type = event.type();
        this.itemId = event.itemId();
        this.operation = event.operation().name();
        this.version = event.version();
        this.revision = event.revision();
        this.changedAt = changedAt;
        this.actor = actor;
        var names = String.join(",", event.properties());
        this.properties = names.isEmpty() || names.length() > LONGEST_PROPERTIES ? null : names;
        this.replacedKeys = event.replacedKeys();
    }

    public long seq() {
        return seq;
    }

    public String type() {
        return type;
    }

    public UUID itemId() {
        return itemId;
    }

    public String operation() {
        return operation;
    }

    public int version() {
        return version;
    }

    public int revision() {
        return revision;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public String actor() {
        return actor;
    }

    /** The names of the properties that changed; empty where it is not about properties. */
    public List<String> properties() {
        return properties == null ? List.of() : List.of(properties.split(","));
    }

    public enum Operation {
        /** A draft came to be. */
        CREATE,
        /** A draft changed; the public sees nothing of it. */
        SAVE,
        /** An earlier version became the draft. */
        RESTORE,
        /** The draft is to be published at a moment, and frozen until then. */
        SCHEDULE,
        /** It is not to be any more. */
        UNSCHEDULE,
        /** What the public sees changed. */
        PUBLISH,
        /** It is public for good, and never changes again. */
        ARCHIVE,
        /** The public sees it no more, but may know why. */
        WITHDRAW,
        /** It is gone, with all its versions. */
        DELETE,
        /** It became part of another item. */
        MERGE,
        /** It is gone without a trace of whom it was about. */
        ERASE,
        /** What it refers to came to be public, ceased to be, or moved: it shows differently, and is otherwise as it was. */
        RELINK,
        /** An editor does not want the public to see a copy. */
        HIDE,
        /** The public may see it again. */
        UNHIDE
    }

    /**
     * What a writer tells the log.
     *
     * @param type the name of the item's type
     * @param itemId the item
     * @param operation what happened: an {@link Operation}, or one of a {@link LoggedKind}
     * @param version the public version afterwards
     * @param revision the revision afterwards
     * @param properties the names of the properties that changed
     * @param replacedKeys the filter keys of the published state that was replaced
     */
    public record Event(
            String type,
            UUID itemId,
            Enum<?> operation,
            int version,
            int revision,
            List<String> properties,
            @Nullable String replacedKeys) {}
}
