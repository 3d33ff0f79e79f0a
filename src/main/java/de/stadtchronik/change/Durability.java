package de.stadtchronik.change;

/** Makes sure that what was committed survives a power cut before anybody is told that it was written. */
public interface Durability {

    /** Returns once everything committed before the call is on disk. */
    void flush();

    /** Returns once the line at that position is on disk, with all before it; does nothing if it is known to be. */
    void flushUpTo(long position);
}
