package de.stadtchronik.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.stadtchronik.outbound.OutboundFailure.Reason;
import io.netty.util.NetUtil;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls to a server on this machine, which a name leads to that nobody else knows. */
class OutboundTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger lookups = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;
    private Outbound outbound;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        outbound = new Outbound(vertx, new Directory(List.of("partner.example"), this::find));
    }

    @AfterEach
    void all() {
        closing.countDown();
        outbound.close();
        server.stop(0);
        threads.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** The first address leads nowhere. */
    private InetAddress[] find(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        return host.equals("partner.example")
                ? new InetAddress[] {
                    NetUtil.createInetAddressFromIpAddressString("::1"),
                    NetUtil.createInetAddressFromIpAddressString("127.0.0.1")
                }
                : InetAddress.getAllByName(host);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host").replaceAll("[0-9]+$", "") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (exchange.getRequestURI().getPath()) {
                case "/moved" -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/endless" -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (closing.getCount() > 0) {
                        exchange.getResponseBody().write(new byte[1000]);
                    }
                }
                case "/late" -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().flush();
                    closing.await();
                }
                case "/broken" -> {
                    exchange.sendResponseHeaders(200, 100);
                    // From JDK 23 on, the server keeps the headers until there is something of the body.
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                }
                default -> {
                    var body = request.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("X-Answer", "yes");
                    exchange.sendResponseHeaders(404, body.length);
                    exchange.getResponseBody().write(body);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anyStatusIsAnAnswerAndTheNameIsLookedUpOnce() {
        var reply = outbound.await(call("partner.example", "/a%20b?c=%C3%A4", LONG, 1000));
        assertEquals(404, reply.status());
        assertEquals("yes", reply.header("x-answer").orElseThrow());
        assertEquals("POST /a%20b?c=%C3%A4 partner.example: hello", reply.body().toString());
        assertEquals(1, lookups.get());
    }

    @Test
    void redirectsAreAnswers() {
        var reply = outbound.await(call("partner.example", "/moved", LONG, 1000));
        assertEquals(302, reply.status());
        assertEquals("/elsewhere", reply.header("Location").orElseThrow());
    }

    @Test
    void whatNobodyWantsIsNotRead() {
        for (var path : List.of("/endless", "/late", "/broken")) {
            var reply = outbound.await(call("partner.example", path, LONG, 0));
            assertEquals(200, reply.status());
            assertEquals(0, reply.body().length());
        }
    }

    @Test
    void whatFailsHasAName() {
        assertEquals(Reason.TOO_LARGE, reason(call("partner.example", "/endless", LONG, 100_000)));
        assertEquals(Reason.TIMEOUT, reason(call("partner.example", "/late", Duration.ofMillis(200), 1000)));
        assertEquals(Reason.CONNECTION, reason(call("partner.example", "/broken", LONG, 1000)));
        assertEquals(Reason.FORBIDDEN_ADDRESS, reason(call("localhost", "/", LONG, 1000)));
        assertEquals(Reason.FORBIDDEN_ADDRESS, reason(call("127.0.0.1", "/", LONG, 1000)));
        var nowhere = call("partner.example", "/", LONG, 1000);
        server.stop(0);
        assertEquals(Reason.CONNECTION, reason(nowhere));
    }

    @Test
    void anAddressIsCheckedWithoutACall() {
        outbound.check(URI.create("http://1.1.1.1/"), LONG);
        assertEquals(
                Reason.FORBIDDEN_ADDRESS,
                assertThrows(OutboundFailure.class, () -> outbound.check(URI.create("http://localhost/"), LONG))
                        .reason());
    }

    private Call call(String host, String target, Duration timeout, int mostBytes) {
        var address = URI.create("http://" + host + ":" + server.getAddress().getPort() + target);
        return new Call("POST", address, Map.of("X-Test", "1"), Buffer.buffer("hello"), timeout, mostBytes);
    }

    private Reason reason(Call call) {
        return assertThrows(OutboundFailure.class, () -> outbound.await(call)).reason();
    }
}
