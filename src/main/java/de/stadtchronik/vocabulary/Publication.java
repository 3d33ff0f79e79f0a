package de.stadtchronik.vocabulary;

/** The group of constraints that hold for publication, but not for drafts (Bean Validation groups). */
public interface Publication {}
