package de.stadtchronik.vocabulary;

/**
 * The group of constraints that hold for what editors write, and not for what is here already or was written elsewhere: it
 * may be older than the rule (Bean Validation groups).
 */
public interface Editing {}
