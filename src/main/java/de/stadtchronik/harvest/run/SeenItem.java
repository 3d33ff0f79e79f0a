package de.stadtchronik.harvest.run;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An item that came while its source is read from the beginning. */
@Entity
@Table(name = "harvest_seen")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SeenItem {

    @EmbeddedId
    ItemKey key;

    protected SeenItem() {}

    SeenItem(ItemKey key) {
        this.key = key;
    }
}
