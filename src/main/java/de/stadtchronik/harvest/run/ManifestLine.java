package de.stadtchronik.harvest;

import java.util.UUID;

/** An item and its version: a line of a manifest. */
record Versioned(UUID id, int version) {}
