package de.stadtchronik.change;

/** Where the database lives: one that is elsewhere at the next start was restored from a copy. */
interface DatabaseIdentity {

    /** Stays the same from start to start, and differs for every copy, as far as the database can tell. */
    String place();

    /** Whether other instances may write to it, too. */
    boolean isShared();
}
