package de.stadtchronik.content;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A published document that a newer one has replaced. */
@Entity
@Immutable
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ContentVersion {

    @EmbeddedId
    Key key;

    @Column(nullable = false)
    String document;

    /** From when it was the published one. */
    @Column(nullable = false)
    Instant modifiedAt;

    protected ContentVersion() {}

    /** The version of a row that is about to be replaced. */
    static ContentVersion of(Content row, String document) {
        var version = new ContentVersion();
        version.key = new Key(row.id, row.version);
        version.document = document;
        version.modifiedAt = row.modifiedAt;
        return version;
    }

    /** Which version of which item. */
    @Embeddable
    record Key(
            @Column(nullable = false) UUID itemId,
            @Column(nullable = false) int version) {}
}
