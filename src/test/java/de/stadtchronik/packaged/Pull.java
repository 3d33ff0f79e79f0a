package de.stadtchronik.packaged;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Pulls everything once, reads of each change no more than it needs to judge it, and remembers what was wrong. */
final class Pull {

    private static final JsonFactory JSON = new JsonFactory();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final PackagedApp app;
    private final List<String> versions = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private long bytes;
    private long seq;
    private String next = "";
    private boolean hasMore = true;

    Pull(PackagedApp app) {
        this.app = app;
    }

    /** What happens once when so many changes have come. */
    record Pause(int after, Runnable work) {
        static final Pause NEVER = new Pause(-1, () -> {});
    }

    /** All in one answer. */
    Pull lines(String query, Pause pause) throws IOException, InterruptedException {
        try (var answer = answer("/v1/changes" + query, "application/x-ndjson")) {
            var buffer = new byte[1 << 16];
            var start = 0;
            var end = 0;
            for (var read = answer.read(buffer); read >= 0; read = answer.read(buffer, end, buffer.length - end)) {
                bytes += read;
                for (var at = end; at < end + read; at++) {
                    if (buffer[at] == '\n') {
                        takesLine(buffer, start, at - start);
                        start = at + 1;
                        if (versions.size() == pause.after()) {
                            pause.work().run();
                        }
                    }
                }
                end += read;
                if (start > 0) {
                    System.arraycopy(buffer, start, buffer, 0, end - start);
                    end -= start;
                    start = 0;
                } else if (end == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * end);
                }
            }
            if (end > 0) {
                faults.add("the last line does not end");
            }
        }
        return this;
    }

    /** Page by page. */
    Pull pages(int limit) throws IOException, InterruptedException {
        while (hasMore) {
            var address = "/v1/changes?limit=" + limit + (next.isEmpty() ? "" : "&since=" + next);
            try (var answer = answer(address, "application/json")) {
                var page = answer.readAllBytes();
                bytes += page.length;
                try (var json = JSON.createParser(page)) {
                    json.nextToken();
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        if (json.currentName().equals("data")) {
                            json.nextToken();
                            while (json.nextToken() == JsonToken.START_OBJECT) {
                                takes(json, true);
                            }
                        } else {
                            takesEnd(json);
                        }
                    }
                }
            }
        }
        return this;
    }

    private InputStream answer(String path, String type) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(app.address().resolve(path)).header("Accept", type);
        var answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered " + answer.statusCode());
        }
        return answer.body();
    }

    private void takesLine(byte[] buffer, int start, int length) throws IOException {
        if (!hasMore) {
            faults.add("a line comes after the last one");
        }
        try (var json = JSON.createParser(buffer, start, length)) {
            json.nextToken();
            if (buffer[start + 2] == 's') {
                takes(json, false);
            } else {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    takesEnd(json);
                }
            }
        }
    }

    private void takes(JsonParser json, boolean whole) throws IOException {
        var id = "";
        var version = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "seq" -> follows(json.getLongValue());
                case "id" -> id = json.getText();
                case "op" -> isThere(json.getText());
                case "version" -> version = json.getIntValue();
                default -> {
                    if (!whole && name.equals("item")) {
                        break;
                    }
                    json.skipChildren();
                }
            }
            if (!whole && name.equals("item")) {
                break;
            }
        }
        versions.add(id + " " + version);
    }

    private void takesEnd(JsonParser json) throws IOException {
        var name = json.currentName();
        json.nextToken();
        switch (name) {
            case "next" -> next = json.getText();
            case "hasMore" -> hasMore = json.getBooleanValue();
            default -> json.skipChildren();
        }
    }

    private void follows(long place) {
        if (place <= seq) {
            faults.add(place + " comes after " + seq);
        }
        seq = place;
    }

    private void isThere(String op) {
        if (!op.equals("UPSERT")) {
            faults.add(op);
        }
    }

    /** What was not as promised: the order, or the end. */
    List<String> faults() {
        if (hasMore) {
            faults.add("it ends though there is more");
        }
        return faults;
    }

    int items() {
        return versions.size();
    }

    long bytes() {
        return bytes;
    }

    String next() {
        return next;
    }

    /** As a manifest has it; the same item twice makes it another. */
    String checksum() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            versions.stream()
                    .sorted()
                    .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
