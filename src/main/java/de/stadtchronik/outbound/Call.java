package de.stadtchronik.outbound;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A request to another server.
 *
 * @param method such as {@code POST}
 * @param address http or https, without user info
 * @param headers by name; {@code Host} and {@code Content-Length} follow by themselves
 * @param body empty for none
 * @param timeout how long all of it may take: looking up the name, connecting, and the whole answer
 * @param mostBytes how long the body of the answer may be; with 0 it is not read
 */
public record Call(
        String method, URI address, Map<String, String> headers, Buffer body, Duration timeout, int mostBytes) {}
