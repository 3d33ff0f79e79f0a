package de.stadtchronik.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What a database says of itself, once. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Instance {

    static final int THE_ROW = 1;

    @Id
    int id;

    /** Begins anew whenever positions in the log may mean something else than before: after a restore. */
    @Column(nullable = false)
    UUID epoch;

    /** With which links to drafts are signed. */
    @Column(nullable = false)
    String secret;
}
