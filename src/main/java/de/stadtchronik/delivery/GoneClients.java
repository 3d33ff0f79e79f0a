package de.stadtchronik.delivery;

import de.stadtchronik.connection.Client;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Does no work for a client that has left while its request waited for a thread. */
class GoneClients {

    /** For what nobody will read. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    @ServerRequestFilter
    @Nullable
    Response stopIfGone(HttpServerRequest request) {
        return Client.of(request).isGone()
                ? Response.status(CLIENT_CLOSED_REQUEST).build()
                : null;
    }
}
