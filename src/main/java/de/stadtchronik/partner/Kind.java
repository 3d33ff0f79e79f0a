package de.stadtchronik.partner;

/** In which ways content goes from one to another. */
enum Kind {
    /** Somebody pulls from here, with a key. */
    KEY,
    /** Somebody is told from here. */
    WEBHOOK,
    /** Here is pulled from somebody. */
    HARVEST_SOURCE
}
