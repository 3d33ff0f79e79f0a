package de.stadtchronik.partner;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Who pulls what.
 *
 * @param actor the name of whoever pulls, as it stands in the change log
 * @param filter what is followed, as {@link de.stadtchronik.content.FeedFilter#text()}
 */
record Follower(String actor, String filter) {

    /** The same for the same (RFC 9562, version 3). */
    UUID id() {
        return UUID.nameUUIDFromBytes((actor + "\n" + filter).getBytes(StandardCharsets.UTF_8));
    }
}
