package de.stadtchronik.outbound;

import de.stadtchronik.outbound.OutboundFailure.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One call on its way: connects to the addresses in turn, sends once, and reads as much as is wanted while there is time. */
final class Exchange {

    private final Vertx vertx;
    private final HttpClient client;
    private final Call call;
    private final long timer;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final AtomicReference<@Nullable HttpClientRequest> underWay = new AtomicReference<>();

    /** Its time begins now. */
    Exchange(Vertx vertx, HttpClient client, Call call) {
        this.vertx = vertx;
        this.client = client;
        this.call = call;
        this.timer = vertx.setTimer(call.timeout().toMillis(), late -> fail(tooLate()));
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    boolean isOver() {
        return reply.isDone();
    }

    void connect(Destination destination, Iterator<InetAddress> addresses) {
        client.request(options(destination, addresses.next()))
                .onSuccess(this::send)
                .onFailure(failed -> {
                    if (addresses.hasNext() && !isOver()) {
                        connect(destination, addresses);
                    } else {
                        fail(failed);
                    }
                });
    }

    /** The address is the one that was checked; the name is for {@code Host}, SNI and the certificate. */
    private RequestOptions options(Destination destination, InetAddress address) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setServer(SocketAddress.inetSocketAddress(destination.port(), address.getHostAddress()))
                .setHost(destination.host())
                .setPort(destination.port())
                .setSsl(destination.secure())
                .setURI(destination.target())
                .setConnectTimeout(call.timeout().toMillis())
                .setFollowRedirects(false);
        call.headers().forEach(options::addHeader);
        return options;
    }

    private void send(HttpClientRequest request) {
        underWay.set(request);
        if (isOver()) {
            request.reset();
            return;
        }
        request.exceptionHandler(this::fail);
        request.send(call.body()).onSuccess(this::receive).onFailure(this::fail);
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(this::fail);
        if (call.mostBytes() == 0) {
            complete(response, Buffer.buffer());
            return;
        }
        var body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() > call.mostBytes()) {
                fail(new OutboundFailure(Reason.TOO_LARGE, "more than " + call.mostBytes() + " bytes"));
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(end -> complete(response, body));
    }

    private void complete(HttpClientResponse response, Buffer body) {
        if (reply.complete(new Reply(response.statusCode(), response.headers(), body))) {
            hangUp();
        }
    }

    void fail(Throwable failure) {
        var named = failure instanceof OutboundFailure known ? known : new OutboundFailure(Reason.CONNECTION, failure);
        if (reply.completeExceptionally(named)) {
            hangUp();
        }
    }

    /** Stops reading. Comes last, because it looks like a failure itself. */
    private void hangUp() {
        vertx.cancelTimer(timer);
        var request = underWay.get();
        if (request != null) {
            request.reset();
        }
    }

    private OutboundFailure tooLate() {
        return new OutboundFailure(Reason.TIMEOUT, "no whole answer within " + call.timeout());
    }
}
