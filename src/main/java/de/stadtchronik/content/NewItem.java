package de.stadtchronik.content;

import java.util.UUID;

/**
 * An item that is to come to be.
 *
 * @param id its id, a UUIDv7 (RFC 9562) that is not in use
 */
public record NewItem(ResourceType type, UUID id, Document document) {}
