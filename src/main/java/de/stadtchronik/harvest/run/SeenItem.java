package de.stadtchronik.harvest;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An item that came since its source is read from the beginning. */
@Entity
@Table(name = "harvest_seen")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Seen {

    @EmbeddedId
    ItemKey key;

    protected Seen() {}

    Seen(ItemKey key) {
        this.key = key;
    }
}
