package de.stadtchronik.content;

/** The public state of an item. */
public enum Status {
    /** Never public so far. */
    DRAFT,
    PUBLISHED,
    /** Public, with a notice, and never to be changed again. */
    ARCHIVED,
    /** Not public any more; editors still have it. */
    WITHDRAWN,
    /** Gone for everybody; what remains is that it was there. */
    DELETED;

    public boolean visible() {
        return this == PUBLISHED || this == ARCHIVED;
    }
}
