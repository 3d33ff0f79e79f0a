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
class ContentVersion {

    @EmbeddedId
    Key key;

    @Column(nullable = false)
    String document;

    /** From when it was the published one. */
    @Column(nullable = false)
    Instant modifiedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    UpdateType updateType;

    @Nullable
    String changeNote;

    @Nullable
    String publishedBy;

    protected ContentVersion() {}

    /** The version of a row that is about to be replaced. */
    static ContentVersion of(Content row, String document) {
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
    record Key(
            @Column(nullable = false) UUID itemId,
            @Column(nullable = false) int version) {}
}
