package de.stadtchronik.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * The way on which one city asks another: an address that stays the same wherever the other lives, as a proxy has it, and
 * that can be blocked in the middle of a harvest.
 */
final class Road implements AutoCloseable {

    private static final int WIDE = 1_000_000;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Mortal destination;
    private final HttpServer server;
    private final ExecutorService lanes = Executors.newCachedThreadPool();
    private final Semaphore room = new Semaphore(WIDE);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Road(Mortal destination) {
        this.destination = destination;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::leadsOn);
        server.setExecutor(lanes);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Only so many more questions get through; whoever asks after them waits. */
    void isBlockedAfter(int questions) {
        room.drainPermits();
        room.release(questions);
    }

    /** Whether somebody waits. */
    boolean holdsSomebody() {
        return room.hasQueuedThreads();
    }

    void opens() {
        room.release(WIDE);
    }

    /** What was asked since somebody last wanted to know. */
    List<String> asked() {
        var since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    private void leadsOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestURI().getPath());
            room.acquireUninterruptibly();
            var question = HttpRequest.newBuilder(destination.address().resolve(exchange.getRequestURI()))
                    .header("Accept", exchange.getRequestHeaders().getFirst("Accept"))
                    .build();
            try {
                var answer = HTTP.send(question, BodyHandlers.ofByteArray());
                exchange.sendResponseHeaders(
                        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            } catch (IOException nobodyIsThere) {
                exchange.sendResponseHeaders(502, -1);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        lanes.shutdownNow();
    }
}
