package de.stadtchronik.content;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A published document that a newer one has replaced. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ContentVersion {

    @EmbeddedId
    public Key key;

    @Column(nullable = false)
    public String document;

    /** From when it was the published one. */
    @Column(nullable = false)
    public Instant modifiedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    public UpdateType updateType;

    @Nullable
    public String changeNote;

    @Nullable
    public String publishedBy;

    public ContentVersion() {}

    /** The version of a row that is about to be replaced. */
    public static ContentVersion of(Content row, String document) {
        var version = new ContentVersion();
        version.key = new Key(row.id, row.version);
        version.document = document;
        version.modifiedAt = row.modifiedAt;
        version.updateType = row.updateType;
        version.changeNote = row.changeNote;
        version.publishedBy = row.publishedBy;
        return version;
    }

    Version version() {
        return new Version(key.version(), document, modifiedAt, updateType, changeNote, publishedBy);
    }

    /** Which version of which item. */
    @Embeddable
    public record Key(
            @Column(nullable = false) UUID itemId,
            @Column(nullable = false) int version) {}
}
