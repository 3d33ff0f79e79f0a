package de.stadtchronik.change;

/**
 * An actor has lost access. Whatever runs on the actor's behalf is stopped in the same turn.
 *
 * @param actor the name of the actor
 */
public record AccessRevoked(String actor, WriteTransaction turn) {}
