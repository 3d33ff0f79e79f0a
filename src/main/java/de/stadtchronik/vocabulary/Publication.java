package de.stadtchronik.vocabulary;

/** The group of constraints that a draft may break, but not what is published (Bean Validation groups). */
public interface Publication {}
