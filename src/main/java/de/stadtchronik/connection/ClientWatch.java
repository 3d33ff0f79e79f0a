package de.stadtchronik.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Watches one connection: how many requests wait on it, and whether what is sent is taken. */
final class ClientWatch extends ChannelDuplexHandler {

    /** Its name in the pipeline of the connection. */
    private static final String NAME = "client-watch";

    /** The name of the handler of Vert.x there. */
    private static final String VERTX = "handler";

    /** Requests sent ahead (pipelining, RFC 9112, section 9.3.2). Vert.x keeps any number of them in memory. */
    private static final int MOST_WAITING = 100;

    private static final Logger LOG = Logger.getLogger(ClientWatch.class);
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Clients clients;
    private final Client client;

    /** The request with which watching begins came through already. */
    private int waiting = 1;

    /** What is to be done when the answer to the request at hand begins. */
    private @Nullable Runnable exit;

    /** What is to be done if the client leaves while its request waits to be let in. */
    private @Nullable Runnable retreat;

    /** The request at hand; none between two, so that idle connections keep nothing in memory. */
    private @Nullable RoutingContext request;

    private boolean admitted;

    private ClientWatch(Clients clients, Client client) {
        this.clients = clients;
        this.client = client;
    }

    /** The one of a connection, which begins with its first request. */
    static ClientWatch of(Clients clients, Client client) {
        var pipeline = client.way().pipeline();
        var known = pipeline.get(NAME);
        var watch = known instanceof ClientWatch before ? before : new ClientWatch(clients, client);
        if (known == null) {
            pipeline.addBefore(VERTX, NAME, watch);
        }
        return watch;
    }

    /** Whether a request is a new one. One that is led to another route comes again. */
    boolean begins(RoutingContext context) {
        var before = request;
        request = context;
        var isNew = before == null || before.request() != context.request();
        admitted &= !isNew;
        return isNew;
    }

    /** Whether the request at hand was let in before. */
    boolean isAdmitted() {
        var before = admitted;
        admitted = true;
        return before;
    }

    /** Notes what is to be done when the answer to the request at hand begins. */
    void isInside(Runnable leaving) {
        retreat = null;
        if (client.isGone()) {
            leaving.run();
        } else {
            exit = leaving;
        }
    }

    /** Notes what is to be done if the client leaves before its request is let in. */
    void isOutside(Runnable retreating) {
        retreat = retreating;
    }

    private void leave() {
        var leaving = exit;
        if (leaving != null) {
            exit = null;
            leaving.run();
        }
    }

    Client client() {
        return client;
    }

    @Override
    public void channelRead(ChannelHandlerContext way, Object message) throws Exception {
        if (message instanceof HttpRequest && ++waiting > MOST_WAITING) {
            ReferenceCountUtil.release(message);
            clients.hangUp(client);
        } else if (message instanceof HttpContent body && body.decoderResult().isFailure()) {
            body.release();
            refuse(way);
        } else {
            super.channelRead(way, message);
        }
    }

    /**
     * The body breaks off: its chunks are none (RFC 9112, section 7.1), and where the next request would begin is unknown.
     * Vert.x would disconnect without a word.
     */
    private void refuse(ChannelHandlerContext way) {
        var refused = request;
        if (refused != null && waiting == 1 && !refused.response().headWritten()) {
            refused.response().putHeader(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            refused.fail(HttpResponseStatus.BAD_REQUEST.code());
        }
        LOG.tracef(
                "A client sent a body that cannot be read: %s",
                way.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE));
    }

    @Override
    public void write(ChannelHandlerContext way, Object message, ChannelPromise promise) throws Exception {
        if (!isInterim(message)) {
            if (message instanceof LastHttpContent) {
                waiting--;
                request = null;
            }
            leave();
        }
        super.write(way, message, promise);
    }

    /** Such as 100 Continue. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext way) throws Exception {
        if (client.isReady()) {
            clients.isFast(this);
        } else {
            clients.isSlow(this);
        }
        super.channelWritabilityChanged(way);
    }

    @Override
    public void channelInactive(ChannelHandlerContext way) throws Exception {
        clients.isFast(this);
        var retreating = retreat;
        if (retreating != null) {
            retreating.run();
        }
        // What is being done for it goes on for a while, and is not to make room for more of it.
        LOG.tracef("Leaves later: %s", way.executor().schedule(this::leave, LINGER.toMillis(), TimeUnit.MILLISECONDS));
        super.channelInactive(way);
    }
}
