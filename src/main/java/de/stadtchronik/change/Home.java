package de.stadtchronik.change;

/** Where the database lives. One that wakes up elsewhere was restored from a copy. */
interface Home {

    /** The same at every start, and another for every copy, as far as the database can tell. */
    String place();
}
