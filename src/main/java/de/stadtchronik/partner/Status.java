package de.stadtchronik.partner;

/** How somebody does; the worst that is true. */
enum Status {
    /** It has everything. */
    CURRENT,
    /** Something changed since. */
    BEHIND,
    /** Nothing ever went to it. */
    UNUSED,
    /** Less than a tenth of the time is left in which it can go on from where it is. */
    EXPIRING,
    /** The last attempt failed. */
    FAILING,
    /** Until somebody resumes it. */
    PAUSED,
    /** So many copies would be removed that somebody has to confirm it. */
    HELD,
    /** It can not go on from where it is, and has to begin anew. */
    EXPIRED,
    /** Until its owner makes it work again. */
    DISABLED
}
