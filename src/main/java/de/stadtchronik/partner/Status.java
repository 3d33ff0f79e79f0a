package de.stadtchronik.partner;

/** How a partner is doing: the worst that applies. */
enum Status {
    /** It has everything. */
    CURRENT,
    /** Something changed since. */
    BEHIND,
    /** It was never given anything. */
    UNUSED,
    /** Less than a tenth of the time is left in which its cursor is valid. */
    EXPIRING,
    /** The last attempt failed. */
    FAILING,
    /** Until its owner or an administrator resumes it. */
    PAUSED,
    /** So many copies would be removed that an administrator has to confirm it. */
    HELD,
    /** Its cursor has expired, and it has to start from the beginning. */
    EXPIRED,
    /** The service stopped it, until its owner resumes it. */
    DISABLED
}
