package de.stadtchronik.content;

/** The public state of an item. */
public enum Status {
    /** Never public so far. */
    DRAFT,
    PUBLISHED,
    /** Public, with a notice, and never to be changed again. */
    ARCHIVED,
    WITHDRAWN;

    public boolean visible() {
        return this == PUBLISHED || this == ARCHIVED;
    }
}
