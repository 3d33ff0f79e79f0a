package de.stadtchronik.harvest.run;

import de.stadtchronik.content.GoneReason;
import de.stadtchronik.harvest.copies.HarvestedItem;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A copy that its origin took back, not removed yet: how many these are is only known at the end of a run. */
@Entity
@Table(name = "harvest_removal")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PendingRemoval {

    @EmbeddedId
    ItemKey key;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    GoneReason reason;

    @Nullable
    String explanation;

    @Nullable
    UUID successor;

    protected PendingRemoval() {}

    PendingRemoval(String source, HarvestedItem.Dropped dropped) {
        this.key = new ItemKey(source, dropped.id());
        this.reason = dropped.reason();
        this.explanation = dropped.explanation();
        this.successor = dropped.successor();
    }

    HarvestedItem.Dropped dropped() {
        return new HarvestedItem.Dropped(key.itemId(), reason, explanation, successor);
    }
}
