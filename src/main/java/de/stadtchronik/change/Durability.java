package de.stadtchronik.change;

/** Makes sure that what was committed survives a power cut before anybody is told that it was written. */
public interface Durability {

    /** Returns once everything committed before the call is on disk. */
    void flush();
}
