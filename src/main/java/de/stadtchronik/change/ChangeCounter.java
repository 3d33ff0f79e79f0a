package de.stadtchronik.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The single row whose lock puts writers in line, so that sequence order is commit order. */
@Entity
class ChangeCounter {

    static final int THE_ROW = 1;

    @Id
    int id;

    /** The position of the newest line. */
    @Column(nullable = false)
    long head;
}
