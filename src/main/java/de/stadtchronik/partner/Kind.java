package de.stadtchronik.partner;

/** How content passes between this instance and a partner. */
enum Kind {
    /** The partner pulls from here, with a key. */
    KEY,
    /** The partner is sent messages from here. */
    WEBHOOK,
    /** This instance pulls from the partner. */
    HARVEST_SOURCE
}
