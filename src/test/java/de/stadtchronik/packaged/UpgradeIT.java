package de.stadtchronik.packaged;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
        var city = Installation.fresh(Edition.EMBEDDED, Sample.NONE);
        var data = Files.createDirectories(city.folder().resolve("data"));
        try (var fixture = unpacked("/fixtures/schema-1.1-h2.mv.db.gz")) {
            Files.copy(fixture, data.resolve("stadtchronik.mv.db"));
        }
        startsAndIsWhole(city);
    }

    /** The dump is of what the same release made on PostgreSQL, as SQL. */
    @Test
    void aPostgresqlDatabaseOfSchema11StartsAndIsWhole() throws IOException, SQLException {
        var city = Installation.fresh(Edition.POSTGRESQL, Sample.NONE);
        try (var fixture = unpacked("/fixtures/schema-1.1-postgresql.sql.gz");
                var tables = city.tables();
                var statement = tables.createStatement()) {
            statement.execute(new String(fixture.readAllBytes(), StandardCharsets.UTF_8));
        }
        startsAndIsWhole(city);
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

    /** Each item as it is given, without what differs from installation to installation. */
    private static Map<String, Object> items(PackagedApp app) {
        var items = new TreeMap<String, Object>();
        for (var path : PATHS) {
            app.api()
                    .get("/v1/" + path + "?limit=100&lang=de")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .<Map<String, Object>>getList("data")
                    .forEach(item -> {
                        item.keySet().removeAll(List.of("createdAt", "modifiedAt", "contentUrl"));
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
