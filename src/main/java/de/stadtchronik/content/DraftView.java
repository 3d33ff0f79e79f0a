package de.stadtchronik.content;

import java.util.UUID;

/**
 * What editors see of an item: the document as it was last written, with what the system knows around it. It can be sent
 * back as it is: what is the system's own is ignored there.
 *
 * @param revision what {@code If-Match} takes
 * @param json an object
 */
public record DraftView(UUID id, int revision, String json) {}
