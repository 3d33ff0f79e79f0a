package de.stadtchronik.sync;

import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import org.jboss.logging.Logger;

/** The connection to a listener. */
record SseConnection(HttpServerRequest request) {

    private static final Logger LOG = Logger.getLogger(SseConnection.class);

    boolean isClosed() {
        return request.response().closed();
    }

    /**
     * Ends it at once. Closing it the usual way would first send what is on its way, for which a client that
     * reads nothing has no room; the system would keep that for minutes more.
     */
    void hangUp() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else if (request.connection() instanceof ConnectionBase connection) {
            // Not the channel itself, whose closing comes by Vert.x, which waits until everything is sent.
            var way = connection.channelHandlerContext();
            way.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            LOG.debugf("A listener is cut off: %s", way.close());
        }
    }
}
