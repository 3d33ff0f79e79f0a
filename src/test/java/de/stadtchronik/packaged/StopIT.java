package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.TestDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Told to stop, the service first says that it is not ready, then takes no more connections, and finishes its work. */
class StopIT {

    private static final int WRITERS = 6;
    private static final int LINES = 200;

    /** In milliseconds. */
    private static final int PATIENCE = 20_000;

    @Test
    void whatIsUnderWayIsFinished() throws IOException, InterruptedException {
        isFinished(Edition.EMBEDDED);
    }

    @Tag("full")
    @Test
    void whatIsUnderWayIsFinishedOnPostgresql() throws IOException, InterruptedException {
        isFinished(Edition.POSTGRESQL);
    }

    private static void isFinished(Edition edition) throws IOException, InterruptedException {
        var city = Installation.fresh(edition, Sample.NONE).with("quarkus.shutdown.delay", "2s");
        List<String> answers;
        try (var app = city.start();
                var listener = Line.to(app, "GET", "/v1/changes", "Accept: text/event-stream", "");
                var importing = Line.to(app, "POST", "/v1/import", "Content-Type: application/x-ndjson", lines())) {
            var writers = new ArrayList<Line>();
            for (var n = 0; n < WRITERS; n++) {
                var document = "{\"label\": {\"de\": \"Nummer " + n + "\"}}";
                writers.add(Line.to(app, "POST", "/v1/topics", "Content-Type: application/json", document));
            }
            listener.sendAll();
            // Only who listens before the end is told to come back.
            assertEquals('H', listener.socket().getInputStream().read());
            importing.sendAll();
            for (var writer : writers) {
                writer.sendHalf();
            }
            app.management().get("/q/health/ready").then().statusCode(200);
            var clients = new Clients(app);

            app.askToEnd();

            assertEquals(503, whenItSaysNo(app));
            app.api().get("/v1/releases").then().statusCode(200);
            awaitClosed(app.address());
            app.management().get("/q/health/ready").then().statusCode(503);
            for (var writer : writers) {
                writer.sendRest();
                assertTrue(writer.reads().startsWith("HTTP/1.1 201 "));
            }
            answers = clients.answers();
            assertEquals(Set.of("GET 200", "POST 201"), Set.copyOf(answers));
            assertTrue(importing.reads().contains("\"created\":" + LINES + ","));
            assertTrue(listener.reads().matches("(?s)TTP/1.1 200 .*\n:\nretry:[0-9]{4}\n\n.*"));
            assertTrue(app.endsWithin(Duration.ofSeconds(10)));
            assertEquals(143, app.exitCode());
            assertEquals(List.of(), app.complaints());
        }
        try (var app = city.start()) {
            assertEquals(
                    WRITERS + LINES + Collections.frequency(answers, "POST 201"),
                    new Operator(app)
                            .content().stream()
                                    .filter(line -> line.contains("\"TOPIC\""))
                                    .count());
        }
    }

    /** Requests that were sent ahead are begun one after the other, some of them only when their client has left. */
    @Test
    void whoHasLeftIsNotWaitedFor() throws IOException, InterruptedException {
        var city = Installation.fresh(Edition.EMBEDDED, Sample.ENRICHED);
        try (var app = city.start()) {
            try (var socket = new Socket()) {
                socket.setReceiveBufferSize(1024);
                socket.connect(new InetSocketAddress(
                        app.address().getHost(), app.address().getPort()));
                var request = "GET /v1/changes HTTP/1.1\r\nHost: city\r\nAccept: application/x-ndjson\r\n\r\n";
                socket.getOutputStream().write(request.repeat(20).getBytes(StandardCharsets.US_ASCII));
                assertEquals('H', socket.getInputStream().read());
            }
            app.api().get("/v1/releases").then().statusCode(200);
            app.askToEnd();
            assertTrue(app.endsWithin(Duration.ofSeconds(9)));
            assertEquals(List.of(), app.complaints());
        }
    }

    private static int whenItSaysNo(PackagedApp app) throws InterruptedException {
        var status = 200;
        for (var n = 0; n < 40 && status == 200; n++) {
            status = app.management().get("/q/health/ready").statusCode();
            Thread.sleep(10);
        }
        return status;
    }

    private static void awaitClosed(URI address) throws IOException, InterruptedException {
        for (var n = 0; n < 400; n++) {
            try (var socket = new Socket(address.getHost(), address.getPort())) {
                assertTrue(socket.isConnected());
                Thread.sleep(25);
            } catch (ConnectException closed) {
                return;
            }
        }
        throw new AssertionError("still open");
    }

    private static String lines() {
        return IntStream.range(0, LINES).mapToObj(n -> """
                        {"type": "TOPIC", "source": {"system": "cms", "externalId": "%d"}, "document": {"label": {"de": "Zeile %d"}}}
                        """.formatted(n, n)).collect(Collectors.joining());
    }

    /** They read and write all the time, over connections that they keep, until there is no port any more. */
    private static final class Clients {

        private static final HttpClient HTTP =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        private final Queue<String> answers = new ConcurrentLinkedQueue<>();
        private final List<Thread> threads;

        Clients(PackagedApp app) {
            threads = Stream.of("GET", "POST")
                    .map(method -> new Thread(() -> ask(app, method)))
                    .toList();
            threads.forEach(Thread::start);
        }

        private void ask(PackagedApp app, String method) {
            var body = method.equals("GET") ? "" : "{\"label\": {\"de\": \"Last\"}}";
            var request = HttpRequest.newBuilder(app.address().resolve("/v1/topics"))
                    .header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            try {
                while (true) {
                    answers.add(method + " "
                            + HTTP.send(request, BodyHandlers.discarding()).statusCode());
                }
            } catch (ConnectException closed) {
                // As it has to be.
            } catch (IOException | InterruptedException broken) {
                answers.add(method + " " + broken);
            }
        }

        List<String> answers() throws InterruptedException {
            for (var thread : threads) {
                thread.join();
            }
            return List.copyOf(answers);
        }
    }

    /** A request that is sent in parts, as over a slow line. */
    private record Line(Socket socket, String request) implements AutoCloseable {

        static Line to(PackagedApp app, String method, String path, String header, String body) throws IOException {
            var socket = new Socket(app.address().getHost(), app.address().getPort());
            socket.setSoTimeout(PATIENCE);
            var length = body.getBytes(StandardCharsets.UTF_8).length;
            var request =
                    "%s %s HTTP/1.1\r\nHost: city\r\nConnection: close\r\nAuthorization: Bearer %s\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
                            .formatted(method, path, TestDatabase.ADMIN_KEY, header, length, body);
            return new Line(socket, request);
        }

        void sendAll() throws IOException {
            send(request);
        }

        /** All but the last byte. */
        void sendHalf() throws IOException {
            send(request.substring(0, request.length() - 1));
        }

        void sendRest() throws IOException {
            send(request.substring(request.length() - 1));
        }

        private void send(String part) throws IOException {
            socket.getOutputStream().write(part.getBytes(StandardCharsets.UTF_8));
        }

        /** Everything until the end. */
        String reads() throws IOException {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
