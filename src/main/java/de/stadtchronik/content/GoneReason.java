package de.stadtchronik.content;

/** Why the public sees an item no more. */
public enum GoneReason {
    /** An editor took it back. */
    WITHDRAWN,
    /** Its time was over. */
    EXPIRED,
    DELETED,
    /** It was deleted to protect a person's data. */
    ERASED,
    /** It turned out to be the same as another one. */
    MERGED,
    /** It is still where it came from, but not among what is harvested from there any more. */
    OUT_OF_SCOPE
}
