package de.stadtchronik.content;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A slug that belongs to an item: the one it has, had, or is to have. Unique per type, so that no old link is lost. */
@Entity
@Table(name = "slug")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class KnownSlug {

    @EmbeddedId
    public Key key;

    @Column(nullable = false)
    public UUID itemId;

    /** Whether links to it may be out in the world. */
    @Column(nullable = false)
    public boolean everPublic;

    protected KnownSlug() {}

    KnownSlug(String type, String slug, UUID itemId) {
        this.key = new Key(type, slug);
        this.itemId = itemId;
    }

    /** The slug of one type. */
    @Embeddable
    public record Key(
            @Column(nullable = false) String type,
            @Column(nullable = false) String slug) {}

    /** Where a slug leads: the item that has it or had it, or the one that this became part of. */
    public record Target(String type, String slug, UUID id) {}

    /** A slug of an item, and whether links with it may be out in the world. */
    public record Name(String slug, boolean everPublic) {

        public static List<Name> inOrder(List<Name> names) {
            return names.stream().sorted(Comparator.comparing(Name::slug)).toList();
        }
    }
}
