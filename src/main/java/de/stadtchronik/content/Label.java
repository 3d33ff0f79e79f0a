package de.stadtchronik.content;

import java.time.Instant;
import java.util.UUID;

/**
 * What is needed of an item to refer to it.
 *
 * @param label the language map, as JSON
 * @param changedAt when it last changed for the public
 */
public record Label(UUID id, String type, String slug, String label, Instant changedAt) {}
