package de.stadtchronik.packaged;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the first one gets in. */
class FirstKeyIT {

    private static final String SETTING = "stadtchronik.admin-key";

    @Test
    void theFirstStartPutsAKeyIntoAFileThatOnlyItsOwnerReads() throws IOException {
        aKeyIsInAFileThatOnlyItsOwnerReads(Edition.EMBEDDED);
    }

    @Tag("full")
    @Test
    void theFirstStartOnPostgresqlPutsAKeyIntoAFileThatOnlyItsOwnerReads() throws IOException {
        aKeyIsInAFileThatOnlyItsOwnerReads(Edition.POSTGRESQL);
    }

    private static void aKeyIsInAFileThatOnlyItsOwnerReads(Edition edition) throws IOException {
        var city = withoutKey(edition);
        var file = city.folder().resolve("data/admin-key");
        String key;
        String id;
        try (var app = city.start()) {
            key = Files.readString(file).strip();
            assertTrue(key.matches("sck_[0-9a-f]{32}_[A-Za-z0-9_-]{43}"));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertTrue(app.said().contains(file.toString()));
            assertFalse(app.said().contains(key));
            assertFalse(app.said().contains(key.substring(37)));
            id = app.api()
                    .header("Authorization", "Bearer " + key)
                    .get("/v1/admin/keys")
                    .then()
                    .statusCode(200)
                    .body("data.size()", equalTo(1))
                    .body("data[0].name", equalTo("first-key"))
                    .body("data[0].createdBy", equalTo("first-start"))
                    .extract()
                    .path("data[0].id");
            app.api()
                    .header("Authorization", "Bearer " + key)
                    .delete("/v1/admin/keys/" + id)
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("/problems/last-admin-key"));
        }
        Files.delete(file);
        try (var app = city.start()) {
            assertFalse(Files.exists(file));
            app.api()
                    .header("Authorization", "Bearer " + key)
                    .get("/v1/admin/keys")
                    .then()
                    .statusCode(200);
        }
        try (var app = city.with(SETTING, "x".repeat(32)).start()) {
            app.api()
                    .header("Authorization", "Bearer " + "x".repeat(32))
                    .delete("/v1/admin/keys/" + id)
                    .then()
                    .statusCode(204);
        }
        try (var app = city.start()) {
            var second = Files.readString(file).strip();
            assertFalse(second.equals(key));
            app.api()
                    .header("Authorization", "Bearer " + second)
                    .get("/v1/admin/keys")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void severalReplicasMakeOneKeyTogether() throws IOException {
        var city = withoutKey(Edition.POSTGRESQL);
        var folders =
                Stream.of("one", "two", "three").map(city.folder()::resolve).toList();
        var apps = folders.stream()
                .map(folder ->
                        city.with("stadtchronik.data-dir", folder.toString()).launch())
                .toList();
        apps.forEach(PackagedApp::awaitFirstAnswer);

        var files = folders.stream()
                .map(folder -> folder.resolve("admin-key"))
                .filter(Files::exists)
                .toList();
        assertEquals(1, files.size());
        var key = Files.readString(files.get(0)).strip();
        for (var app : apps) {
            app.api()
                    .header("Authorization", "Bearer " + key)
                    .get("/v1/admin/keys")
                    .then()
                    .statusCode(200)
                    .body("data.size()", equalTo(1));
        }
        apps.forEach(PackagedApp::close);
    }

    @Test
    void aConfiguredKeyIsUsedAndNoneIsMade() {
        var city = Installation.fresh(Edition.EMBEDDED, Sample.NONE);
        try (var app = city.start()) {
            assertFalse(Files.exists(city.folder().resolve("data/admin-key")));
            app.api()
                    .header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY)
                    .get("/v1/admin/keys")
                    .then()
                    .statusCode(200)
                    .body("data.size()", equalTo(0));
            app.api().get("/v1/admin/keys").then().statusCode(401);
        }
    }

    private static Installation withoutKey(Edition edition) {
        var city = Installation.fresh(edition, Sample.NONE).with(SETTING, "");
        return city.with("stadtchronik.data-dir", city.folder().resolve("data").toString());
    }
}
