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

    /** The highest number that an old version of an item can have, beside the number of its newest. */
    public int newestOldVersion(int version) {
        return switch (this) {
            case DRAFT, DELETED -> 0;
            case PUBLISHED, ARCHIVED -> version - 1;
            case WITHDRAWN -> version;
        };
    }
}
