package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.TestDatabase;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A city comes back from its backup, and whoever follows it learns that it did. */
class BackupIT {

    @Test
    void theEmbeddedEditionIsBackedUpWhileItWrites()
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        var city = Installation.fresh(Edition.EMBEDDED, Sample.ENRICHED);
        var data = city.folder().resolve("data");
        JsonPath backup;
        String preview;
        try (var app = city.start()) {
            var operator = new Operator(app);
            preview = preview(operator);
            var going = new AtomicBoolean(true);
            var writer = new Thread(() -> {
                for (var n = 1; going.get(); n++) {
                    operator.creates("topics", "{\"label\": {\"de\": \"Nummer " + n + "\"}}");
                }
            });
            writer.start();
            try {
                backup = operator.api()
                        .post("/v1/admin/backup")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
            } finally {
                going.set(false);
                writer.join();
            }
            assertEquals(backup.getString("epoch"), operator.header("epoch"));
        }

        var file = data.resolve(backup.getString("file"));
        assertEquals(backup.getLong("size"), Files.size(file));
        assertEquals(
                backup.getString("sha256"),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
        var restored = city.folder().resolve("restored");
        unzip(file, restored);
        comesBack(city.with("stadtchronik.data-dir", restored.toString()), backup, preview);
    }

    /** With the tools of a server, which the machine must have. */
    @Tag("full")
    @Test
    void aDumpOfPostgresqlIsRestored() throws IOException, InterruptedException {
        try (var tools = PostgresTools.start()) {
            tools.createDatabase("stadtchronik");
            var city = Installation.fresh(Edition.POSTGRESQL, Sample.ENRICHED).with(tools.settings("stadtchronik"));
            JsonPath before;
            List<String> content;
            String preview;
            try (var app = city.start()) {
                var operator = new Operator(app);
                preview = preview(operator);
                before = JsonPath.from(operator.export().lines().findFirst().orElseThrow());
                content = operator.content();
                tools.dumpAndRestore("stadtchronik", "restored");
            }
            assertEquals(content, comesBack(city.with(tools.settings("restored")), before, preview));
        }
    }

    /** A copy of the database on the same server: the least that can change. */
    @Test
    void aRestoredPostgresqlDatabaseIsRecognised() {
        var city = Installation.fresh(Edition.POSTGRESQL, Sample.ENRICHED);
        JsonPath before;
        String preview;
        try (var app = city.start()) {
            var operator = new Operator(app);
            preview = preview(operator);
            before = JsonPath.from(operator.export().lines().findFirst().orElseThrow());
        }
        try (var app = city.start()) {
            assertEquals(before.getString("epoch"), new Operator(app).header("epoch"), "a restart is no restore");
        }
        var copy = TestDatabase.copyOf(city.setting("quarkus.datasource.jdbc.url"));
        comesBack(city.with("quarkus.datasource.jdbc.url", copy), before, preview);
    }

    /** Starts twice, and returns what is there. */
    private static List<String> comesBack(Installation city, JsonPath before, String preview) {
        String epoch;
        List<String> content;
        try (var app = city.start()) {
            var operator = new Operator(app);
            epoch = operator.header("epoch");
            assertNotEquals(before.getString("epoch"), epoch);
            assertEquals(before.getLong("head"), Long.parseLong(operator.header("head")));
            content = operator.content();
            assertTrue(content.size() > 80);
            // What was handed out before still opens.
            app.api().get(preview).then().statusCode(200);
            app.api().get("/v1/organisations/dfki").then().statusCode(200);
        }
        try (var app = city.start()) {
            assertEquals(epoch, new Operator(app).header("epoch"));
            assertFalse(app.said().contains("a new epoch begins"));
        }
        return content;
    }

    private static String preview(Operator operator) {
        var draft = operator.creates("topics", "{\"label\": {\"de\": \"Vorschau\"}}");
        var url = operator.api()
                .contentType("application/json")
                .body("{}")
                .post(draft + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("url");
        var uri = URI.create(url);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static void unzip(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, folder.resolve(entry.getName()));
            }
        }
    }
}
