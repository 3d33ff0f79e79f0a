package de.stadtchronik.keys;

import de.stadtchronik.access.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * A key, for the overview of partners.
 *
 * @param usable whether it is neither revoked nor expired
 */
public record KeyState(UUID id, String name, Role role, Instant createdAt, boolean usable) {}
