package de.stadtchronik;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server of a partner, on this machine. Answers as it is told, and keeps what it gets. */
final class Receiver implements AutoCloseable {

    private static final int PATIENCE_IN_SECONDS = 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    private volatile int status = 204;
    private volatile Map<String, String> headers = Map.of();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** What it got. */
    record Letter(String path, String id, String timestamp, String signature, String contentType, String body) {

        JsonPath json() {
            return JsonPath.from(body);
        }
    }

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var sent = exchange.getRequestHeaders();
            letters.add(new Letter(
                    exchange.getRequestURI().toString(),
                    sent.getFirst("webhook-id"),
                    sent.getFirst("webhook-timestamp"),
                    sent.getFirst("webhook-signature"),
                    sent.getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            gate.await();
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook?from=city";
    }

    int port() {
        return server.getAddress().getPort();
    }

    void answers(int answer) {
        answers(answer, Map.of());
    }

    void answers(int answer, Map<String, String> with) {
        status = answer;
        headers = with;
    }

    /** Answers nothing until it is told to. */
    void waits() {
        gate = new CountDownLatch(1);
    }

    void goesOn() {
        gate.countDown();
    }

    /** The next that it got or gets. */
    Letter next() {
        try {
            var letter = letters.poll(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
            assertNotNull(letter, "nothing arrived");
            return letter;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    int waiting() {
        return letters.size();
    }

    @Override
    public void close() {
        goesOn();
        server.stop(0);
        threads.shutdownNow();
    }
}
