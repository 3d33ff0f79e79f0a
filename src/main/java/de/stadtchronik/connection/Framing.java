package de.stadtchronik.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Leaves to us what the layers below would read in their own way, or refuse with a bare status.
 *
 * <p>When the head of a request says twice where its body ends, the decoder of Vert.x would drop {@code Content-Length}
 * beside {@code Transfer-Encoding}, which a proxy may have gone by: what follows would be another request for each of the
 * two (RFC 9112, section 6.3). With both headers left, the request can be refused. Addresses are put in order, and a host
 * is named where none need be (HTTP/1.0), because whatever looks at a request wants both.
 *
 * <p>The decoder is replaced when the first bytes come; by then there is one.
 */
final class Framing extends ChannelInboundHandlerAdapter {

    /** The name of the decoder of Vert.x in the pipeline of a connection, and of what takes its place. */
    private static final String DECODER = "httpDecoder";

    private final HttpServerOptions options;

    Framing(HttpServerOptions options) {
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

    /** Leaves what the client said, and says what it need not. */
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

        @Override
        protected void decode(ChannelHandlerContext way, ByteBuf bytes, List<Object> messages) throws Exception {
            super.decode(way, bytes, messages);
            for (var message : messages) {
                if (message instanceof HttpRequest request) {
                    complete(request);
                }
            }
        }

        private static void complete(HttpRequest request) {
            request.setUri(RequestTarget.inOrder(request.uri()));
            if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)
                    && !request.headers().contains(HttpHeaderNames.HOST)) {
                request.headers().set(HttpHeaderNames.HOST, "localhost");
            }
        }
    }
}
