package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** An instance with content of its own that copies what its neighbours publish, and calls each by its name. */
final class RingCity implements AutoCloseable {

    private static final String SOURCES = "/v1/admin/harvest-sources";

    private final String name;
    private final Mortal service = new Mortal();
    private final Map<String, RingCity> neighbours = new TreeMap<>();
    private final Map<String, Road> roads = new TreeMap<>();

    private final Map<String, String> settings = new TreeMap<>();

    private Installation installation;
    private PackagedApp app;

    RingCity(String name, Edition edition, Sample sample) {
        this.name = name;
        installation = Installation.fresh(edition, sample);
        settings.put("stadtchronik.public-url", "https://" + name + ".example");
        settings.put("stadtchronik.outbound.allowed-hosts", "127.0.0.1");
        settings.put("stadtchronik.harvest-check", "PT0.1S");
    }

    String name() {
        return name;
    }

    Mortal service() {
        return service;
    }

    /** Those from whom it has copies. */
    Map<String, RingCity> neighbours() {
        return neighbours;
    }

    Road roadTo(RingCity neighbour) {
        return roads.get(neighbour.name);
    }

    Operator operator() {
        return new Operator(app);
    }

    /** Begins its life, with these lines of an import; it does not answer yet. */
    void isBornWith(String lines) {
        try {
            var file = Files.writeString(installation.folder().resolve("foundation.ndjson"), lines);
            app = installation
                    .with(settings)
                    .with("stadtchronik.import", file.toString())
                    .launch();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void answers() {
        app.awaitFirstAnswer();
        service.livesOnAs(app);
    }

    void dies() {
        app.kill();
    }

    /** Starts again, with what it had when it died. */
    void comesBack() {
        app = installation.with(settings).launch();
        answers();
    }

    /** Takes everything that it has along into a new database, and lives on there. */
    void movesTo(Edition edition) {
        var everything = operator().export();
        app.close();
        installation = Installation.fresh(edition, Sample.NONE);
        isBornWith(everything);
        answers();
    }

    @Override
    public void close() {
        roads.values().forEach(Road::close);
        if (app != null) {
            app.close();
        }
    }

    /** From its next start on, by its configuration. */
    void isConfiguredToPull(RingCity neighbour) {
        var url = leadsTo(neighbour).url();
        settings.put("stadtchronik.harvest." + neighbour.name + ".url", url);
        settings.put("stadtchronik.harvest." + neighbour.name + ".interval", "PT10S");
    }

    /** At once, because somebody says so by the API. */
    void pulls(RingCity neighbour) throws InterruptedException {
        var url = leadsTo(neighbour).url();
        var answer = service.writes(
                "POST",
                SOURCES,
                "{\"name\": \"" + neighbour.name + "\", \"url\": \"" + url + "\", \"interval\": 10}",
                Map.of());
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private Road leadsTo(RingCity neighbour) {
        neighbours.put(neighbour.name, neighbour);
        return roads.computeIfAbsent(neighbour.name, unknown -> new Road(neighbour.service));
    }

    JsonNode source(RingCity neighbour) throws InterruptedException {
        return service.reads(SOURCES + "/" + neighbour.name);
    }

    /** Has a run begin, or whatever else somebody does who looks after a source. */
    void does(String action, RingCity neighbour) throws InterruptedException {
        var answer = service.writes("POST", SOURCES + "/" + neighbour.name + "/" + action, "", Map.of());
        assertEquals(action.equals("run") ? 202 : 200, answer.statusCode(), answer.body());
    }

    /** The last position in its change log. */
    long head() throws InterruptedException {
        return service.reads("/v1/admin/audit?limit=1")
                .path("data")
                .path(0)
                .path("position")
                .asLong();
    }

    /** The proof of what partners have of it once they have read everything. */
    JsonNode manifest() throws InterruptedException {
        return service.reads("/v1/manifest");
    }

    /** Everything that it lists, by id, in all languages. */
    Map<String, JsonNode> shows() throws InterruptedException {
        var items = new TreeMap<String, JsonNode>();
        var cursor = "";
        do {
            var page = service.reads("/v1/search?limit=100&lang=*&fields=*" + cursor);
            page.path("data").forEach(item -> items.put(item.path("id").asText(), item));
            var next = page.path("page").path("next").asText();
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return items;
    }
}
