package de.stadtchronik.outbound;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * What another server answered, whatever its status; a redirect too is an answer, and not followed.
 *
 * @param headers by name, in any case
 * @param body empty if nobody wanted it
 */
public record Reply(int status, MultiMap headers, Buffer body) {

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
