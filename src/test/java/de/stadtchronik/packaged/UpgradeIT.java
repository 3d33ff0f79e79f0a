package de.stadtchronik.packaged;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What an older release wrote is read by this one. */
class UpgradeIT {

    private static final List<String> PATHS = List.of(
            "releases",
            "events",
            "event-series",
            "projects",
            "organisations",
            "people",
            "places",
            "topics",
            "faqs",
            "media");

    /** The data file is one that the release before there were drafts made of the sample. */
    @Test
    void aDataFileOfSchema11StartsAndIsWhole() throws IOException {
        startsAndIsWhole(embedded("1.1"));
    }

    /** The dump is of what the same release made on PostgreSQL, as SQL. */
    @Test
    void aPostgresqlDatabaseOfSchema11StartsAndIsWhole() throws IOException, SQLException {
        startsAndIsWhole(postgresql("1.1"));
    }

    /**
     * A database in which something of everything is. Commit 2664f86 was started with {@code stadtchronik.sample=enriched}
     * and {@code stadtchronik.outbound.allowed-hosts=127.0.0.1}, beside a server that answers 204 to POST and 404 to GET.
     * Then, over HTTP: a key for a partner, mainz, who makes a webhook for topics to that server; the source trier, there
     * too; and topics: a draft, one scheduled for 2090, neu and alt, which was merged into it, weg, which was deleted, and
     * ganz, which refers to halb. At last webhook and source were paused. When it had ended, halb got revision 0, as
     * an import left rows that was killed. On PostgreSQL the same, and {@code pg_dump --inserts} without settings.
     */
    @Test
    void aDataFileOfSchema28WithEverythingStartsAndIsWhole() throws IOException {
        startsWithEverything(embedded("2.8"));
    }

    @Test
    void aPostgresqlDatabaseOfSchema28WithEverythingStartsAndIsWhole() throws IOException, SQLException {
        startsWithEverything(postgresql("2.8"));
    }

    private static Installation embedded(String schema) throws IOException {
        var city = Installation.fresh(Edition.EMBEDDED, Sample.NONE);
        var data = Files.createDirectories(city.folder().resolve("data"));
        try (var fixture = unpacked("/fixtures/schema-" + schema + "-h2.mv.db.gz")) {
            Files.copy(fixture, data.resolve("stadtchronik.mv.db"));
        }
        return city;
    }

    private static Installation postgresql(String schema) throws IOException, SQLException {
        var city = Installation.fresh(Edition.POSTGRESQL, Sample.NONE);
        try (var fixture = unpacked("/fixtures/schema-" + schema + "-postgresql.sql.gz");
                var tables = city.tables();
                var statement = tables.createStatement()) {
            statement.execute(new String(fixture.readAllBytes(), StandardCharsets.UTF_8));
        }
        return city;
    }

    private static void startsWithEverything(Installation city) {
        try (var app = city.start()) {
            var old = items(app);
            assertTrue(old.keySet().removeAll(List.of("topics/ganz", "topics/neu")));
            assertEquals(items(Installation.shared(city.edition(), Sample.ENRICHED)), old);

            app.api().get("/v1/topics/alt").then().statusCode(200).body("slug", equalTo("neu"));
            app.api().get("/v1/topics/weg").then().statusCode(410).body("tombstone.reason", equalTo("DELETED"));
            app.api()
                    .get("/v1/topics/ganz")
                    .then()
                    .statusCode(200)
                    .body("parent", nullValue())
                    .body("version", equalTo(2));

            var operator = new Operator(app);
            operator.api().get("/v1/topics/halb?view=draft").then().statusCode(404);
            operator.api()
                    .get("/v1/topics/entwurf?view=draft")
                    .then()
                    .body("label.de", equalTo("Entwurf"))
                    .body("draft.state", equalTo("DRAFT"))
                    .body("revision", equalTo(1));
            operator.api()
                    .get("/v1/topics/bald?view=draft")
                    .then()
                    .body("draft.state", equalTo("SCHEDULED"))
                    .body("draft.publishAt", equalTo("2090-01-01T00:00:00Z"));
            operator.api()
                    .get("/v1/admin/keys")
                    .then()
                    .body("data.name", contains("mainz"))
                    .body("data.role", contains("partner"));
            var webhook = operator.api()
                    .get("/v1/webhooks")
                    .then()
                    .body("data.owner", contains("mainz"))
                    .body("data.status", contains("PAUSED"))
                    .body("data[0].position", equalTo(343))
                    .extract()
                    .<String>path("data[0].id");
            operator.api()
                    .get("/v1/webhooks/" + webhook + "/deliveries")
                    .then()
                    .body("data[0].state", equalTo("DELIVERED"))
                    .body("data[0].until", equalTo(343))
                    .body("data[0].attempts.status", contains(204));
            operator.api()
                    .get("/v1/admin/harvest-sources")
                    .then()
                    .body("data.name", contains("trier"))
                    .body("data.status", contains("PAUSED"))
                    .body("data.lastError", contains("Status 404"));
            assertEquals(
                    "PUBLISH HARVEST_PAUSE WEBHOOK_PAUSE PUBLISH CREATE CREATE DELETE PUBLISH CREATE MERGE PUBLISH CREATE"
                            + " PUBLISH CREATE SCHEDULE CREATE CREATE HARVEST_CREATE WEBHOOK_CREATE KEY_CREATE",
                    String.join(
                            " ",
                            operator.api()
                                    .get("/v1/admin/audit?limit=20")
                                    .jsonPath()
                                    .<String>getList("data.action")));
        }
    }

    private static void startsAndIsWhole(Installation city) {
        try (var app = city.start()) {
            var old = items(app);
            assertEquals(80, old.size());
            assertEquals(items(Installation.shared(city.edition(), Sample.ENRICHED)), old);

            var meeting = "/v1/events/buergerversammlung-smart-city-5g";
            app.api().get(meeting).then().statusCode(200).body("version", equalTo(2));
            app.api().get(meeting + "/versions").then().statusCode(200).body("data.version", contains(2, 1));
            var operator = new Operator(app);
            operator.api().get(meeting + "?view=draft").then().statusCode(200).header("ETag", "\"r4\"");
            operator.patches(meeting, "{\"highlight\": false}");
            operator.does(meeting, "publish", "{}");
            app.api().get(meeting).then().statusCode(200).body("version", equalTo(3));
            assertEquals(
                    80,
                    operator.content().stream()
                            .filter(line -> line.startsWith("{\"record\":\"item\""))
                            .count());
        }
    }

    /** Each item as it is given, without what differs from installation to installation, and what the sample got since. */
    private static Map<String, Object> items(PackagedApp app) {
        var items = new TreeMap<String, Object>();
        for (var path : PATHS) {
            app.api()
                    .get("/v1/" + path + "?limit=100&lang=de&fields=*")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .<Map<String, Object>>getList("data")
                    .forEach(item -> {
                        item.keySet()
                                .removeAll(List.of("createdAt", "modifiedAt", "contentUrl", "media", "links", "geo"));
                        items.put(
                                path + "/" + item.get("slug"),
                                item.toString().replaceAll("http://(localhost|127\\.0\\.0\\.1):[0-9]+", "here"));
                    });
        }
        return items;
    }

    private static InputStream unpacked(String fixture) throws IOException {
        return new GZIPInputStream(UpgradeIT.class.getResourceAsStream(fixture));
    }
}
