package de.stadtchronik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.stadtchronik.change.InstanceFacts;
import de.stadtchronik.storage.Storage;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients in docs/pulling.md keep a copy that is complete, whatever happens in between. */
@Tag("full")
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PullingClientsStory {

    private static final Desk DESK = Desk.ADMIN;
    private static final Pattern BLOCK = Pattern.compile("```(sh|python|js)\\n(.*?)```", Pattern.DOTALL);
    private static final String FILTER = "topic=kultur&type=RELEASE";

    @Inject
    SampleCity city;

    @Inject
    InstanceFacts facts;

    @Inject
    Storage storage;

    @TempDir
    Path folder;

    /** Stands before the service, and may be too busy. */
    private HttpServer door;

    private final AtomicInteger refusals = new AtomicInteger();

    @BeforeEach
    void anEmptyCityBehindADoor() throws IOException {
        city.isEmpty();
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/", this::answer);
        door.start();
    }

    @AfterEach
    void closeTheDoor() {
        door.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.sendResponseHeaders(429, -1);
                return;
            }
            var behind = URI.create("http://localhost:" + RestAssured.port + exchange.getRequestURI());
            var got = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(behind).build(), BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(got.statusCode(), got.body().length);
            exchange.getResponseBody().write(got.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource({"sh,sh,pull.sh", "python,python3,pull.py", "js,node,pull.mjs"})
    void theClientKeepsACompleteCopy(String language, String program, String file) throws Exception {
        assertTrue(runs(program) && (!language.equals("sh") || (runs("curl") && runs("jq"))), program + " is not here");
        var blocks = blocks(language);
        Files.writeString(folder.resolve(file), blocks.get(0));
        var check = (language.equals("sh") ? "cd copy\n" : "") + blocks.get(1);
        Files.writeString(folder.resolve("check-" + file), check);
        var client =
                List.of(program, file, "http://127.0.0.1:" + door.getAddress().getPort(), FILTER);
        var checksum = List.of(program, "check-" + file);

        DESK.publishes(
                "/v1/topics", "{'label': {'de': 'Kultur'}, 'slug': 'kultur', 'code': 'K', " + Desk.PUBLISHER + "}");
        var kept = release("bleibt \\\\ \\u00e4");
        var leaving = release("verlaesst den Filter");
        var withdrawn = release("wird zurueckgezogen");
        run(client);
        isComplete(3, run(checksum));

        DESK.changes(kept, "{'body': {'de': 'Neu \\\\ \\n \\u00e4'}}");
        DESK.publishes(kept);
        DESK.changes(leaving, "{'topics': null}");
        DESK.publishes(leaving);
        DESK.on(withdrawn, "POST", "/withdraw", "{'reason': 'WITHDRAWN'}").statusCode(200);
        release("kommt hinzu");
        refusals.set(1);
        run(client);
        isComplete(2, run(checksum));
        assertEquals(0, refusals.get());

        // Restored from a backup: what was there may be gone without a word.
        Files.writeString(
                folder.resolve("copy/00000000-0000-7000-8000-000000000000.json"), Files.readString(anyItem()));
        storage.write(facts::beginEpoch);
        run(client);
        isComplete(2, run(checksum));
    }

    private static String release(String title) {
        return DESK.publishes("/v1/releases", Desk.titled(title, ", 'topics': ['topics/kultur']"));
    }

    private void isComplete(int items, String checksum) throws IOException {
        var manifest = Partner.manifest(FILTER);
        assertEquals(manifest.getString("checksum"), checksum.strip());
        var copies = new TreeSet<String>();
        for (var file : items()) {
            var copy = JsonPath.from(Files.readString(file));
            copies.add(copy.getString("id"));
            assertEquals(copy.getString("id") + ".json", file.getFileName().toString());
            assertEquals(
                    RestAssured.given()
                            .get(URI.create(copy.getString("url")).getPath() + "?lang=*")
                            .jsonPath()
                            .getMap(""),
                    copy.getMap(""));
        }
        assertEquals(new TreeSet<>(manifest.<String>getList("data.id")), copies);
        assertEquals(items, copies.size());
    }

    private Path anyItem() throws IOException {
        return items().get(0);
    }

    private List<Path> items() throws IOException {
        try (var files = Files.list(folder.resolve("copy"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
        } finally {
            process.destroyForcibly();
        }
        var said = Files.readString(output);
        assertEquals(0, process.exitValue(), said);
        return said;
    }

    private static boolean runs(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, program.equals("sh") ? "-c" : "--version", "exit 0")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static List<String> blocks(String language) throws IOException {
        var blocks = new ArrayList<String>();
        var matcher = BLOCK.matcher(Files.readString(Path.of("docs/pulling.md"), StandardCharsets.UTF_8));
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }
}
