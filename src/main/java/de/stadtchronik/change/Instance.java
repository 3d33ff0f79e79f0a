package de.stadtchronik.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The single row with facts about this database. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Instance {

    static final int THE_ROW = 1;

    @Id
    int id;

    /** Begins anew whenever positions in the log may mean something else than before: after a restore. */
    @Column(nullable = false)
    UUID epoch;

    /** Whether this is a copy on which no service has run yet. */
    @Column(nullable = false)
    boolean restored;

    /** Where the database lived when a service last started on it; absent before the first start that noted it. */
    @Nullable
    String home;

    /** By which rules what lists go by was made; 0 for those of the first version. */
    @Column(nullable = false)
    int indexedBy;

    /** The key with which links to drafts are signed. */
    @Column(nullable = false)
    String secret;
}
