package de.stadtchronik.outbound;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * The answer of another server, whatever its status; a redirect is an answer, too, and is not followed.
 *
 * @param headers by name, in any case
 * @param body empty if the call did not ask for it
 */
public record Reply(int status, MultiMap headers, Buffer body) {

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
