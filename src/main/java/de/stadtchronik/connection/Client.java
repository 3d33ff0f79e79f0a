package de.stadtchronik.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import org.jboss.logging.Logger;

/** The connection of a client, below the HTTP layer. */
public record Client(ChannelHandlerContext way) {

    private static final Logger LOG = Logger.getLogger(Client.class);

    /** The client that sent a request. */
    public static Client of(HttpServerRequest request) {
        return new Client(((ConnectionBase) request.connection()).channelHandlerContext());
    }

    /** Whether it is disconnected. A response does not always know: one that waits behind another is not told. */
    public boolean isGone() {
        return !way.channel().isActive();
    }

    /** The socket that listens for connections, by which it came. */
    Channel door() {
        return way.channel().parent();
    }

    /** Whether it has taken enough of what was sent for more to follow. */
    boolean isReady() {
        return way.channel().isWritable();
    }

    /** In bytes: what was sent and not taken, neither by the client nor by the system on its behalf. */
    long unsent() {
        var buffer = way.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /**
     * Disconnects it at once. Closing the usual way would first send what is on its way, for which a client that reads
     * nothing has no room; the system would keep that for minutes more.
     */
    public void hangUp() {
        // Not the channel itself, whose closing comes by Vert.x, which waits until everything is sent.
        try {
            way.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        } catch (ChannelException gone) {
            LOG.trace("It has left by itself", gone);
        }
        LOG.debugf("A client is cut off: %s", way.close());
    }
}
