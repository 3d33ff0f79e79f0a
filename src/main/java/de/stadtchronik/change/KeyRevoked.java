package de.stadtchronik.change;

/**
 * A key was revoked. Whoever works in its name stops, in the same turn.
 *
 * @param name of the key
 */
public record KeyRevoked(String name, Turn turn) {}
