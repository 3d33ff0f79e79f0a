package de.stadtchronik.harvest.run;

import java.util.UUID;

/** An item and its version: a line of a manifest. */
record ManifestLine(UUID id, int version) {}
