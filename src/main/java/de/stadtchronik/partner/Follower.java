package de.stadtchronik.partner;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A caller with a key, and the filter that it pulls with.
 *
 * @param actor the name of the caller, as in the change log
 * @param filter what it pulls, as {@link de.stadtchronik.content.FeedFilter#text()}
 */
record Follower(String actor, String filter) {

    /** Made from both, so that it is always the same (UUID version 3, RFC 9562). */
    UUID id() {
        return UUID.nameUUIDFromBytes((actor + "\n" + filter).getBytes(StandardCharsets.UTF_8));
    }
}
