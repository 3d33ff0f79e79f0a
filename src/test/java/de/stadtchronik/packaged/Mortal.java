package de.stadtchronik.packaged;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtchronik.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** The service as its clients know it: it is killed now and then, and comes back somewhere else. */
final class Mortal {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final AtomicReference<PackagedApp> app = new AtomicReference<>();

    void livesOnAs(PackagedApp started) {
        app.set(started);
    }

    /** Where it lives now, or lived last. */
    URI address() {
        return app.get().address();
    }

    /** The JSON of a public answer, which has to be 200. */
    JsonNode reads(String path) throws InterruptedException {
        return reads(path, 200, 200);
    }

    /** The same if it may also be another. */
    JsonNode reads(String path, int status, int orElse) throws InterruptedException {
        var answer = send("GET", path, "", Map.of(), BodyHandlers.ofString());
        if (answer.statusCode() != status && answer.statusCode() != orElse) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return json(answer.body());
    }

    /** Writes with the key of the tests; what is wrong with the request itself, or with the service, is thrown. */
    HttpResponse<String> writes(String method, String path, String body, Map<String, String> headers)
            throws InterruptedException {
        var answer = send(method, path, body, headers, BodyHandlers.ofString());
        if (answer.statusCode() >= 500 || answer.statusCode() == 400) {
            throw new IllegalStateException(
                    method + " " + path + " " + body + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    /** Asks until there is an answer; so a write that was cut off may happen twice. */
    <T> HttpResponse<T> send(
            String method, String path, String body, Map<String, String> headers, BodyHandler<T> handler)
            throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var request = HttpRequest.newBuilder(address().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY);
                if (!body.isEmpty()) {
                    request.header("Content-Type", "application/json");
                }
                headers.forEach(request::header);
                return HTTP.send(request.build(), handler);
            } catch (IOException killed) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("it does not come back", killed);
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(text, broken);
        }
    }
}
