package de.stadtchronik.content;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A slug that belongs to an item: the one it has, had, or is to have. Unique per type, so that no old link is lost. */
@Entity
@Table(name = "slug")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class KnownSlug {

    @EmbeddedId
    Key key;

    @Column(nullable = false)
    UUID itemId;

    /** Whether links to it may be out in the world. */
    @Column(nullable = false)
    boolean everPublic;

    protected KnownSlug() {}

    KnownSlug(String type, String slug, UUID itemId) {
        this.key = new Key(type, slug);
        this.itemId = itemId;
    }

    /** The slug of one type. */
    @Embeddable
    record Key(
            @Column(nullable = false) String type,
            @Column(nullable = false) String slug) {}
}
