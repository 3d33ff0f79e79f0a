package de.stadtchronik;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Another instance, on this machine: a feed and a manifest as ours are, of what a story has it publish. */
final class Neighbour implements AutoCloseable {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Pattern SINCE = Pattern.compile("since=place-(\\d+)-(\\d+)");

    private final HttpServer server;
    private final TreeMap<Long, ObjectNode> feed = new TreeMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private long head;
    private int epoch = 1;
    private int pageSize = 500;
    private int answered;
    private int failsAfter = Integer.MAX_VALUE;
    private int status = 500;
    private Map<String, String> headers = Map.of();
    private boolean lies;
    private boolean forgets;
    private Runnable meanwhile = () -> {};
    private byte @Nullable [] words;
    private @Nullable IntFunction<String> endless;
    private boolean inventive;
    private int pages;

    Neighbour() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Publishes the first version of something new. */
    UUID publishes(String type, String document) {
        var id = SampleCity.newId();
        publishes(type, id, 1, document);
        return id;
    }

    /** Publishes a version; the JSON may use single quotes. */
    synchronized void publishes(String type, UUID id, int version, String document) {
        var item = JSON.createObjectNode()
                .put("id", id.toString())
                .put("type", type)
                .put("url", url() + "/v1/items/" + id)
                .put("status", "PUBLISHED")
                .put("version", version)
                .put("createdAt", "2025-05-01T08:00:00Z")
                .put("modifiedAt", "2025-06-0" + version + "T08:00:00Z");
        item.setAll(json(document));
        item.putArray("availableLanguages").add("de");
        put(type, id, version, "UPSERT").set("item", item);
    }

    /** Takes something back. */
    synchronized void drops(String type, UUID id, String reason, String more) {
        put(type, id, 1, "DELETE").put("reason", reason).setAll(json(more));
    }

    private ObjectNode put(String type, UUID id, int version, String op) {
        feed.values().removeIf(entry -> entry.path("id").asText().equals(id.toString()));
        head++;
        var entry = JSON.createObjectNode()
                .put("seq", head)
                .put("type", type)
                .put("id", id.toString())
                .put("op", op)
                .put("version", version)
                .put("changedAt", "2025-06-01T08:00:00Z");
        feed.put(head, entry);
        return entry;
    }

    /** Puts something into the feed that is no entry. */
    synchronized void says(String entry) {
        head++;
        feed.put(head, json(entry));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    synchronized void givesPagesOf(int size) {
        pageSize = size;
    }

    /** Is restored from a backup in which something was not there: no cursor means anything any more. */
    synchronized void isRestoredWithout(UUID id) {
        epoch++;
        feed.values().removeIf(entry -> entry.path("id").asText().equals(id.toString()));
    }

    /** Answers so many more requests, and the rest like this. */
    synchronized void fails(int after, int with, Map<String, String> and) {
        failsAfter = answered + after;
        status = with;
        headers = and;
    }

    synchronized void isWell() {
        failsAfter = Integer.MAX_VALUE;
    }

    /** Knows no cursor any more, not even the one that it has just given out. */
    synchronized void forgets() {
        forgets = true;
    }

    /** Takes its time with each answer, in which something happens. */
    synchronized void takesItsTime(Runnable happens) {
        meanwhile = happens;
    }

    /** Answers with these very bytes, whatever it is asked. */
    synchronized void answers(byte[] with, Map<String, String> and) {
        words = with;
        headers = and;
    }

    /** The same with a text. */
    void answers(String with) {
        answers(with.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** Has more on every page, whose places are these by the number of the page; with something new on each, or nothing. */
    synchronized void neverEnds(IntFunction<String> places, boolean withSomethingNew) {
        endless = places;
        inventive = withSomethingNew;
    }

    /** Is as before. */
    synchronized void comesToAnEnd() {
        endless = null;
    }

    /** Gives a checksum that is none. */
    synchronized void lies() {
        lies = true;
    }

    /** What it was asked since somebody last wanted to know. */
    List<String> asked() {
        var since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    List<String> keys() {
        return List.copyOf(keys);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var query = String.valueOf(uri.getQuery());
            asked.add(uri.getPath().replace("/v1/", "") + "?" + query.replaceAll("limit=\\d+&?|&limit=\\d+", ""));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            answered++;
            meanwhile.run();
            if (answered > failsAfter) {
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            if (words != null) {
                headers.forEach(exchange.getResponseHeaders()::set);
                send(exchange, words);
                return;
            }
            if (endless != null && !uri.getPath().endsWith("manifest")) {
                send(exchange, endlessPage(endless.apply(pages++)));
                return;
            }
            var since = SINCE.matcher(query);
            var begun = since.find();
            if (begun && (forgets || Integer.parseInt(since.group(1)) != epoch)) {
                exchange.sendResponseHeaders(410, -1);
                return;
            }
            send(exchange, uri.getPath().endsWith("manifest") ? manifest() : page(begun ? since.group(2) : null));
        }
    }

    private static void send(HttpExchange exchange, ObjectNode answer) throws IOException {
        send(exchange, answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private ObjectNode endlessPage(String place) {
        var page = JSON.createObjectNode();
        var data = page.putArray("data");
        if (inventive) {
            publishes("TOPIC", "{'label': {'de': 'Thema " + pages + "'}}");
            data.add(feed.lastEntry().getValue());
        }
        page.put("next", place);
        page.put("hasMore", true);
        return page.put("license", "https://www.govdata.de/dl-de/zero-2-0");
    }

    private ObjectNode page(@Nullable String since) {
        var page = JSON.createObjectNode();
        var data = page.putArray("data");
        var rest = feed.tailMap(since == null ? 0L : Long.parseLong(since), false);
        var last = head;
        var more = false;
        for (var entry : rest.entrySet()) {
            if (since == null && entry.getValue().path("op").asText().equals("DELETE")) {
                continue;
            }
            if (data.size() == pageSize) {
                more = true;
                break;
            }
            data.add(entry.getValue());
            last = entry.getKey();
        }
        page.put("next", "place-" + epoch + "-" + (more ? last : head));
        page.put("hasMore", more);
        return page.put("license", "https://www.govdata.de/dl-de/zero-2-0");
    }

    private ObjectNode manifest() {
        var lines = new TreeMap<String, Integer>();
        feed.values().stream()
                .filter(entry -> entry.path("op").asText().equals("UPSERT"))
                .forEach(entry ->
                        lines.put(entry.get("id").asText(), entry.get("version").asInt()));
        var text = new StringBuilder();
        lines.forEach(
                (id, version) -> text.append(id).append(' ').append(version).append('\n'));
        return JSON.createObjectNode()
                .put("count", lines.size())
                .put("checksum", lies ? "0".repeat(64) : sha256(text.toString()))
                .put("position", "place-" + epoch + "-" + head);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
