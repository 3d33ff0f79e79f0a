package de.stadtchronik.content;

/** What a new version means for readers. */
public enum UpdateType {
    /** Something they should know of. */
    MAJOR,
    /** A slip of the pen, or a better wording. */
    MINOR
}
