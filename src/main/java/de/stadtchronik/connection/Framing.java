package de.stadtchronik.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/**
 * Shows when the head of a request says twice where its body ends. The decoder below would drop {@code Content-Length} beside
 * {@code Transfer-Encoding}, which a proxy may have gone by: what follows would be another request for each of the two (RFC
 * 9112, section 6.3). With both headers left, the request can be refused.
 */
@ApplicationScoped
class Framing {

    /** The name of the decoder of Vert.x in the pipeline of a connection, and of what takes its place. */
    private static final String DECODER = "httpDecoder";

    private static final String NAME = "framing";

    private final Vertx vertx;

    Framing(Vertx vertx) {
        this.vertx = vertx;
    }

    /** There is no way in before the first request of a connection, but by the servers that accept it. */
    void begin(@ObservesAsync HttpServerStart start) {
        var loop = (SingleThreadEventLoop)
                ((VertxInternal) vertx).getAcceptorEventLoopGroup().next();
        loop.execute(() -> loop.registeredChannelsIterator().forEachRemaining(server -> {
            if (server.pipeline().get(NAME) == null) {
                server.pipeline().addFirst(NAME, new Entrance(start.options()));
            }
        }));
    }

    /** Sees the connections that a server accepts, before anything of them is read. */
    @ChannelHandler.Sharable
    private static final class Entrance extends ChannelInboundHandlerAdapter {

        private final HttpServerOptions options;

        private Entrance(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void channelRead(ChannelHandlerContext way, Object accepted) throws Exception {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addFirst(NAME, new Replacement(options));
            }
            super.channelRead(way, accepted);
        }
    }

    /** Puts our decoder in place of the other when the first bytes come; by then there is one. */
    private static final class Replacement extends ChannelInboundHandlerAdapter {

        private final HttpServerOptions options;

        private Replacement(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void channelRead(ChannelHandlerContext way, Object bytes) throws Exception {
            if (way.pipeline().get(DECODER) != null) {
                way.pipeline().replace(DECODER, DECODER, new Decoder(options));
                way.pipeline().remove(this);
            }
            super.channelRead(way, bytes);
        }
    }

    /** Leaves what the client said. */
    private static final class Decoder extends VertxHttpRequestDecoder {

        private Decoder(HttpServerOptions options) {
            super(options);
        }

        @Override
        protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
            var length = message.headers().get(HttpHeaderNames.CONTENT_LENGTH);
            super.handleTransferEncodingChunkedWithContentLength(message);
            message.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
        }
    }
}
