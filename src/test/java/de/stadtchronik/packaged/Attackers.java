package de.stadtchronik.packaged;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Clients without a key that do the worst they can over bare connections: from two addresses of their own those who
 * hold connections (127.0.0.2 and 127.0.0.3), and from two others those who need some. They stop when closed.
 */
final class Attackers implements AutoCloseable {

    /** What they can do; see {@link #begin}. */
    static final List<String> KINDS = List.of(
            "slow", "listener", "ahead", "far ahead", "cut", "huge", "spelling", "refused", "forged", "wrong key");

    private static final List<String> HOLDING = KINDS.subList(0, 4);

    private static final int PART = Integer.getInteger("attack.part", 5);
    private static final int ROOM = 4096;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration STAY = Duration.ofSeconds(3);
    private static final String LONGEST_LIST = "/v1/releases?limit=100&fields=*";

    /** Does harm once, with a connection from its address whenever it asks for one. */
    private interface Harm {
        void happens(Line line) throws IOException;
    }

    /** Makes connections from one address to the service. */
    record Line(InetSocketAddress service, InetAddress from) {

        Socket open(String request) throws IOException {
            var socket = new Socket();
            socket.setReceiveBufferSize(ROOM);
            socket.setSoTimeout(5_000);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(service, 5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return socket;
        }

        /** The status of an answer; empty if there was none. */
        String status(String request) throws IOException {
            try (var socket = open(request)) {
                return status(socket);
            }
        }

        /** Of an answer whose rest is left where it is. */
        static String status(Socket answer) throws IOException {
            var head = new String(answer.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return head.length() < 12 ? "" : head.substring(9);
        }
    }

    private final InetSocketAddress service;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private Set<String> wanted = Set.of();
    private final CountDownLatch over = new CountDownLatch(1);

    Attackers(URI address) {
        service = new InetSocketAddress(address.getHost(), address.getPort());
    }

    /** How often each kind got which answer. */
    String answers() {
        return answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " × " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    boolean gotAnswer(String status) {
        return answers.keySet().stream().anyMatch(answer -> answer.endsWith(status));
    }

    /** Those of some kinds. */
    void begin(Set<String> kinds) {
        wanted = kinds;
        for (var route : List.of(
                "/v1/changes application/x-ndjson",
                "/v1/manifest application/x-ndjson",
                "/v1/changes text/event-stream",
                "/v1/changes?limit=500 application/json",
                LONGEST_LIST + " application/json")) {
            var parts = route.split(" ", 2);
            from("slow", line -> holdsOpen(line, 100, get(parts[0], "Accept: " + parts[1] + "\r\n")));
        }
        from("listener", line -> holdsOpen(line, 300, get("/v1/changes", "Accept: text/event-stream\r\n")));
        from("ahead", line -> holdsOpen(line, 30, get(LONGEST_LIST, "").repeat(60)));
        from(
                "far ahead",
                line -> holdsOpen(line, 5, get("/v1/topics?limit=1", "").repeat(20_000)));
        from("cut", line -> {
            for (var n = 0; n < most(50); n++) {
                try (var socket = line.open(get(LONGEST_LIST, ""))) {
                    socket.setSoLinger(true, 0);
                }
            }
        });
        from(
                "huge",
                line -> counts(
                        "huge",
                        line.status("POST /v1/topics HTTP/1.1\r\nHost: localhost\r\n"
                                + "Content-Type: application/json\r\nContent-Length: 100000000\r\n\r\n"
                                + "x".repeat(100_000))));
        for (var path : List.of("//v1/topics", "/%761/topics", "/./v1/topics", "/x/../v1/topics")) {
            from("spelling", line -> counts("spelling", line.status(get(path, "Connection: close\r\n"))));
        }
        var unknown =
                IntStream.range(0, 100).mapToObj(n -> "gibt-es-nicht-" + n).collect(Collectors.joining(","));
        from(
                "refused",
                line -> counts(
                        "refused",
                        line.status(get(
                                "/v1/search?mentions=" + unknown + "&organisation=" + unknown + "&topic=" + unknown,
                                ""))));
        var forged = List.of(
                "null",
                "{\"e\":\"00000000-0000-0000-0000-000000000000\",\"a\":0,\"s\":0,\"f\":{\"asked\":{\"topic\":\"x\"},\"topics\":[null]}}",
                "[".repeat(2000),
                "{\"e\":\"00000000-0000-0000-0000-000000000000\",\"a\":0,\"s\":0,\"f\":{\"asked\":{\"area\":\""
                        + "07,".repeat(1300) + "07\"}}}");
        for (var cursor : forged) {
            var encoded =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
            from("forged", line -> counts("forged", line.status(get("/v1/changes?since=" + encoded, ""))));
        }
        var key = "sck_" + "0".repeat(32) + "_" + "A".repeat(43);
        from(
                "wrong key",
                line -> counts("wrong key", line.status(get("/v1/topics", "Authorization: Bearer " + key + "\r\n"))));
    }

    static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    private void counts(String kind, String status) {
        answers.computeIfAbsent(kind + " " + status, any -> new AtomicInteger()).incrementAndGet();
    }

    /** All of them in full size; fewer where the attackers share two processors with what they attack and with other tests. */
    private static int most(int connections) {
        return Math.max(1, connections / PART);
    }

    /** Opens connections, reads nothing, and leaves them after a while, or when all of this is over. */
    private void holdsOpen(Line line, int connections, String request) throws IOException {
        var open = new ArrayList<Socket>();
        try {
            for (var n = 0; n < most(connections) && !isOver(Duration.ZERO); n++) {
                open.add(line.open(request));
            }
            isOver(STAY);
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
    }

    /** Whether all of this is over, or is within a while. */
    private boolean isOver(Duration within) {
        try {
            return over.await(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void from(String kind, Harm harm) {
        if (!wanted.contains(kind)) {
            return;
        }
        var address = "127.0.0." + ((HOLDING.contains(kind) ? 2 : 4) + threads.size() % 2);
        var thread = new Thread(() -> {
            // As fast as one laptop can, the same machine would do nothing else.
            while (!isOver(PAUSE)) {
                try {
                    harm.happens(new Line(service, InetAddress.getByName(address)));
                } catch (IOException refused) {
                    counts(kind, "cut off");
                }
            }
        });
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    @Override
    public void close() {
        over.countDown();
        for (var thread : threads) {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
