package de.stadtchronik.harvest;

import de.stadtchronik.content.Copy;
import de.stadtchronik.content.GoneReason;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an origin took back, and is not done here yet: only when all is read it is known how much that is. */
@Entity
@Table(name = "harvest_removal")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Retraction {

    @EmbeddedId
    ItemKey key;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    GoneReason reason;

    @Nullable
    String explanation;

    @Nullable
    UUID successor;

    protected Retraction() {}

    Retraction(String source, Copy.Dropped dropped) {
        this.key = new ItemKey(source, dropped.id());
        this.reason = dropped.reason();
        this.explanation = dropped.explanation();
        this.successor = dropped.successor();
    }

    Copy.Dropped dropped() {
        return new Copy.Dropped(key.itemId(), reason, explanation, successor);
    }
}
