package de.stadtchronik.content;

import java.util.Optional;
import java.util.UUID;

/**
 * The response to a write, kept in case it gets lost on the way and the client repeats the request.
 *
 * @param fingerprint of the request, so that another one under the same key is told from a repetition
 * @param status the HTTP status
 * @param revision of the item afterwards; 0 if there is none to tell
 * @param location the address of what was created, if anything was
 * @param body JSON; nothing if it was forgotten since, with the item or a name in it
 */
public record IdempotentResponse(
        String fingerprint, UUID item, int status, int revision, Optional<String> location, String body) {}
