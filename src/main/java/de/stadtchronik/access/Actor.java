package de.stadtchronik.access;

/**
 * Who does something.
 *
 * @param name as it stands in the change log: the name of a key or of a part of the service, never of a person
 */
public record Actor(String name) {}
