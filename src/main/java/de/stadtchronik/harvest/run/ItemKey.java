package de.stadtchronik.harvest.run;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** An item of a source. */
@Embeddable
record ItemKey(
        @Column(nullable = false) String source,
        @Column(nullable = false) UUID itemId) {}
