package de.stadtchronik.connection;

import de.stadtchronik.access.Addresses;
import de.stadtchronik.clock.RareWarning;
import de.stadtchronik.settings.Settings;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Closes new connections of an address that has too many, before anything is made of them. Connections that are opened
 * and left faster than they can be looked at would otherwise wait in memory by the ten thousand.
 */
@ApplicationScoped
class Entrance {

    /** What one address may have beside its listeners. */
    private static final int MOST = 300;

    private final Addresses addresses;
    private final int most;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final Counter counter = new Counter();
    private final RareWarning warning = new RareWarning(
            Logger.getLogger(Entrance.class), "A connection was refused to an address that has too many");

    Entrance(Addresses addresses, Settings settings) {
        this.addresses = addresses;
        most = MOST + settings.limits().listenersPerCaller();
    }

    /** Watches the socket by which a client came in; once is enough. */
    void watch(Client client) {
        var socket = client.way().channel().parent();
        if (socket != null && socket.pipeline().get(Counter.class) == null) {
            socket.pipeline().addFirst(counter);
        }
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

    /** Sees the connections that a socket accepts. */
    @Sharable
    private final class Counter extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext way, Object message) throws Exception {
            if (message instanceof SocketChannel connection && !enters(connection)) {
                warning.happened();
                connection.unsafe().closeForcibly();
            } else {
                super.channelRead(way, message);
            }
        }
    }
}
