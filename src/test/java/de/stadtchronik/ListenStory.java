package de.stadtchronik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever listens is told at once, and can go on where it was cut off. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@Timeout(60)
class ListenStory {

    private static final Desk DESK = Desk.ADMIN;

    @Inject
    SampleCity city;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void whatIsThereComesFirstAndThenWhateverHappens() throws Exception {
        DESK.publishes("/v1/releases", Desk.titled("Eins", ", 'slug': 'eins'"));
        try (var listener = new Listener("", "")) {
            assertEquals(
                    List.of("stadt", "eins"),
                    List.of(listener.next().slug(), listener.next().slug()));
            var item = DESK.publishes("/v1/releases", Desk.titled("Zwei", ", 'slug': 'zwei'"));
            assertEquals("zwei", listener.next().slug());
            DESK.on(item, "POST", "/withdraw", "{'reason': 'WITHDRAWN'}").statusCode(200);
            assertEquals("WITHDRAWN", listener.next().data().getString("reason"));
        }
    }

    @Test
    void whoeverWasCutOffGoesOnWhereItWas() throws Exception {
        String cursor;
        try (var listener = new Listener("?type=RELEASE", "")) {
            DESK.publishes("/v1/releases", Desk.titled("Eins", ", 'slug': 'eins'"));
            cursor = listener.next().id();
        }
        DESK.publishes("/v1/topics", "{'label': {'de': 'T'}, 'code': 'T', " + Desk.PUBLISHER + "}");
        DESK.publishes("/v1/releases", Desk.titled("Zwei", ", 'slug': 'zwei'"));
        try (var listener = new Listener("?type=RELEASE", cursor)) {
            assertEquals("zwei", listener.next().slug());
        }
    }

    @Test
    void manyChangesComeInOrderAndOnce() throws Exception {
        city.publishesAll(
                "topics",
                IntStream.range(0, 250)
                        .mapToObj(n -> "{'label': {'de': 'T" + n + "'}, 'code': 'T" + n + "'}")
                        .toList());
        try (var listener = new Listener("?type=TOPIC&data=none", "")) {
            var places = new ArrayList<Long>();
            for (var n = 0; n < 250; n++) {
                places.add(listener.next().data().getLong("seq"));
            }
            assertEquals(places.stream().distinct().sorted().toList(), places);
        }
    }

    @Test
    void manyListenersHearTheSame() throws Exception {
        var listeners = new ArrayList<Listener>();
        try {
            for (var n = 0; n < 50; n++) {
                listeners.add(new Listener("?type=RELEASE", ""));
            }
            DESK.publishes("/v1/releases", Desk.titled("Eins", ", 'slug': 'eins'"));
            for (var listener : listeners) {
                assertEquals("eins", listener.next().slug());
            }
        } finally {
            for (var listener : listeners) {
                listener.close();
            }
        }
    }

    @Test
    void whatCannotBeHeardIsExplained() throws Exception {
        var answer = HttpClient.newHttpClient().send(Listener.request("?type=UNSINN", ""), BodyHandlers.ofString());
        assertEquals(400, answer.statusCode());
        var unknown = HttpClient.newHttpClient().send(Listener.request("", "unsinn"), BodyHandlers.ofString());
        assertEquals(400, unknown.statusCode());
    }

    /** An event with data. */
    private record Event(String id, JsonPath data) {
        String slug() {
            return data.getString("item.slug");
        }
    }

    /** A connection over which events come. */
    private static final class Listener implements AutoCloseable {

        private final InputStream stream;
        private final BufferedReader lines;

        Listener(String query, String lastEventId) throws IOException, InterruptedException {
            var answer = HttpClient.newHttpClient().send(request(query, lastEventId), BodyHandlers.ofInputStream());
            assertEquals(200, answer.statusCode());
            assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().startsWith("text/event-stream"));
            stream = answer.body();
            lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }

        static HttpRequest request(String query, String lastEventId) {
            var address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + Partner.CHANGES + query);
            var request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
            return lastEventId.isEmpty()
                    ? request.build()
                    : request.header("Last-Event-ID", lastEventId).build();
        }

        /** Waits for the next event that says something. */
        Event next() throws IOException {
            var id = "";
            var data = "";
            while (true) {
                var line = lines.readLine();
                assertNotNull(line, "the stream ended");
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data += line.substring(5).strip();
                } else if (line.isEmpty() && !data.isEmpty()) {
                    return new Event(id, JsonPath.from(data));
                }
            }
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
