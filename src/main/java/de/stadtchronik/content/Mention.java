package de.stadtchronik.content;

import java.util.Set;
import java.util.UUID;

/**
 * An item whose own words contain something.
 *
 * @param places in which of its documents: {@code draft}, {@code published}, or {@code versions/1}
 */
public record Mention(UUID id, String type, String slug, Set<String> places) {}
