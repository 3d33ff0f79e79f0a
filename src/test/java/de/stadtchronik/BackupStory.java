package de.stadtchronik;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator asks for. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class BackupStory {

    private static final String MARKER = "Wolpertinger";

    @Inject
    SampleCity city;

    @ConfigProperty(name = "stadtchronik.data-dir")
    Path data;

    @BeforeEach
    void anEmptyCity() {
        city.isEmpty();
    }

    @Test
    void aBackupIsAFileOfTheEmbeddedEdition() throws IOException {
        var answer = admin().post("/v1/admin/backup").then();
        if (TestDatabase.isPostgres()) {
            answer.statusCode(501)
                    .body("type", matchesPattern(".*/problems/not-in-this-edition"))
                    .body("detail", matchesPattern(".*pg_dump.*docs/operations.md.*"));
            return;
        }
        answer.statusCode(200)
                .body("head", equalTo(2))
                .body("sha256", matchesPattern("[0-9a-f]{64}"))
                .body("file", matchesPattern("backups/stadtchronik-[0-9]{8}T[0-9]{6}\\.[0-9]{3}Z\\.zip"));
        var file = data.resolve(answer.extract().path("file").toString());
        assertEquals(Files.size(file), ((Number) answer.extract().path("size")).longValue());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var left = Files.list(file.getParent())) {
            assertEquals(
                    List.of(file.getFileName()),
                    left.map(Path::getFileName)
                            .filter(name ->
                                    !name.toString().startsWith("stadtchronik-") || name.equals(file.getFileName()))
                            .toList());
        }
        Files.delete(file);
    }

    @Test
    void whatWasErasedIsInNoByteAfterCompaction() throws IOException {
        var person =
                city.publishes("people", "{'slug': 'w', 'familyName': '" + MARKER + "', 'name': '" + MARKER + "'}");
        city.changes("people", person, "{'slug': 'w', 'familyName': '" + MARKER + "', 'name': 'Dr. " + MARKER + "'}");
        erase(person);

        admin().post("/v1/admin/compact").then().statusCode(204);

        Lists.ask("/v1/organisations/stadt").statusCode(200);
        if (!TestDatabase.isPostgres()) {
            assertEquals(List.of(), filesWith(MARKER));
        }
        assertEquals(List.of(), city.rows("select label, slug from content where label like '%" + MARKER + "%'"));
    }

    /** Readers and a writer go on while the file is closed and opened again. */
    @Test
    void nobodySeesABrokenAnswerDuringCompaction() throws InterruptedException {
        var answers = new ConcurrentHashMap<Integer, AtomicInteger>();
        var going = new AtomicBoolean(true);
        var http = HttpClient.newHttpClient();
        var address = URI.create("http://localhost:" + RestAssured.port + "/v1/organisations/stadt");
        var readers = new java.util.ArrayList<Thread>();
        for (var n = 0; n < 8; n++) {
            var reader = new Thread(() -> {
                while (going.get()) {
                    answers.computeIfAbsent(status(http, address), any -> new AtomicInteger())
                            .incrementAndGet();
                }
            });
            reader.start();
            readers.add(reader);
        }
        var writes = new AtomicInteger();
        var writer = new Thread(() -> {
            while (going.get()) {
                admin().contentType("application/json")
                        .body("{\"label\": {\"de\": \"Nummer " + writes.incrementAndGet() + "\"}}")
                        .post("/v1/topics")
                        .then()
                        .statusCode(201);
            }
        });
        writer.start();
        try {
            for (var n = 0; n < 5; n++) {
                admin().post("/v1/admin/compact").then().statusCode(204);
            }
        } finally {
            going.set(false);
            writer.join();
            for (var reader : readers) {
                reader.join();
            }
        }
        var bad = Map.copyOf(answers);
        assertTrue(answers.get(200).get() > 0);
        assertEquals(java.util.Set.of(200), java.util.Set.copyOf(bad.keySet()), String.valueOf(answers));
        assertEquals(
                writes.get(),
                ((Number) city.rows("select count(*), 1 from content where type = 'TOPIC'")
                                .get(0)[0])
                        .intValue());
    }

    @Test
    void onlyAdministratorsMay() {
        var editor = Keys.of("editor");
        for (var path : List.of("/v1/admin/backup", "/v1/admin/compact")) {
            Keys.with(editor).post(path).then().statusCode(403);
            given().post(path).then().statusCode(401);
        }
    }

    private static int status(HttpClient http, URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException broken) {
            return 0;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void erase(UUID person) {
        var tag = admin().get("/v1/people/" + person + "?view=draft").header("ETag");
        admin().contentType("application/json")
                .header("If-Match", tag)
                .post("/v1/people/" + person + "/erase")
                .then()
                .statusCode(200);
    }

    private List<Path> filesWith(String word) throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, word))
                    .toList();
        }
    }

    private static boolean contains(Path file, String word) {
        try {
            var bytes = Files.readAllBytes(file);
            return List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE).stream()
                    .anyMatch(form -> new String(bytes, StandardCharsets.ISO_8859_1)
                            .contains(new String(word.getBytes(form), StandardCharsets.ISO_8859_1)));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static RequestSpecification admin() {
        return Keys.admin();
    }
}
