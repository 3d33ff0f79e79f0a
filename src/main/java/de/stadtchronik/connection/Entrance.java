package de.stadtchronik.connection;

import de.stadtchronik.access.Addresses;
import de.stadtchronik.clock.RareWarning;
import de.stadtchronik.settings.Settings;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.socket.SocketChannel;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Sees new connections before anything is made of them, and closes those of an address that has too many. Connections that
 * are opened and left faster than they can be looked at would otherwise wait in memory by the ten thousand.
 */
@ApplicationScoped
class Entrance {

    private static final String NAME = "entrance";

    /** What one address may have beside its listeners. */
    private static final int MOST = 300;

    private final Vertx vertx;
    private final Addresses addresses;
    private final int most;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final RareWarning warning = new RareWarning(
            Logger.getLogger(Entrance.class), "A connection was refused to an address that has too many");

    Entrance(Vertx vertx, Addresses addresses, Settings settings) {
        this.vertx = vertx;
        this.addresses = addresses;
        most = MOST + settings.limits().listenersPerCaller();
    }

    /** There is no way in before the first request of a connection, but by the servers that accept it. */
    void begin(@ObservesAsync HttpServerStart start) {
        var loop = (SingleThreadEventLoop)
                ((VertxInternal) vertx).getAcceptorEventLoopGroup().next();
        loop.execute(() -> loop.registeredChannelsIterator().forEachRemaining(server -> {
            if (server.pipeline().get(NAME) == null) {
                server.pipeline().addFirst(NAME, new Doorkeeper(start.options()));
            }
        }));
    }

    private boolean enters(SocketChannel connection) {
        var address = Optional.ofNullable(connection.remoteAddress()).flatMap(at -> addresses.of(at.getAddress()));
        if (address.isEmpty()) {
            return true;
        }
        if (open.merge(address.get(), 1, Integer::sum) > most) {
            leaves(address.get());
            return false;
        }
        connection.closeFuture().addListener(closed -> leaves(address.get()));
        return true;
    }

    private void leaves(String address) {
        open.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }

    /** Stands where a server accepts connections. */
    @Sharable
    private final class Doorkeeper extends ChannelInboundHandlerAdapter {

        private final HttpServerOptions options;

        private Doorkeeper(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void channelRead(ChannelHandlerContext way, Object accepted) throws Exception {
            if (accepted instanceof SocketChannel connection) {
                if (!enters(connection)) {
                    warning.happened();
                    connection.unsafe().closeForcibly();
                    return;
                }
                connection.pipeline().addFirst(new Framing(options));
            }
            super.channelRead(way, accepted);
        }
    }
}
