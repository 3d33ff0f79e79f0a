package de.stadtchronik;

import static de.stadtchronik.Mainz.MAINZ;
import static de.stadtchronik.Mainz.after;
import static de.stadtchronik.Mainz.get;
import static de.stadtchronik.Mainz.runs;
import static de.stadtchronik.Mainz.source;
import static de.stadtchronik.Mainz.topic;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.stadtchronik.harvest.Restart;
import de.stadtchronik.problem.Problem;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source that the configuration names follows the configuration, from start to start. */
@QuarkusTest
@TestProfile(Connected.class)
@WithTestResource(TestDatabase.class)
class ConfiguredSourceStory {

    @Inject
    SampleCity city;

    @Inject
    TestClock clock;

    @Inject
    Restart restart;

    private Neighbour neighbour;

    @BeforeEach
    void anEmptyCityAtNoonWithANeighbour() {
        city.isEmpty();
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        neighbour = new Neighbour();
    }

    @AfterEach
    void theNeighbourCloses() {
        neighbour.close();
    }

    @Test
    void itIsWhatTheConfigurationSaysAndTheApiOnlyRunsIt() {
        neighbour.publishes("TOPIC", topic("klima", "Klima"));
        starts();
        runs();
        source().body("configured", equalTo(true))
                .body("interval", equalTo(600))
                .body("types", contains("TOPIC"))
                .body("hasKey", equalTo(true))
                .body("copies", equalTo(1));
        assertEquals("Bearer geheim", neighbour.keys().get(0));
        for (var method : List.of("PATCH", "DELETE")) {
            Desk.ADMIN
                    .send(method, MAINZ, "{'interval': 60}")
                    .statusCode(409)
                    .body("type", endsWith("/harvest-source-configured"))
                    .body("detail", equalTo("Die Quelle steht in der Konfiguration: stadtchronik.harvest.mainz"));
        }
        Mainz.create("mainz", neighbour.url(), "").statusCode(409).body("type", endsWith("/harvest-source-taken"));

        Desk.ADMIN.post(MAINZ + "/pause", "").statusCode(200).body("status", equalTo("PAUSED"));
        starts();
        source().body("status", equalTo("PAUSED"));
        after(() -> Desk.ADMIN.post(MAINZ + "/resume", "").statusCode(200).body("status", equalTo("ACTIVE")));
        source().body("configured", equalTo(true));
    }

    @Test
    void theSameAgainIsNoChangeAndAnotherIs() {
        neighbour.publishes("TOPIC", topic("klima", "Klima"));
        starts();
        runs();
        starts();
        Desk.ADMIN
                .get("/v1/admin/audit?type=HARVEST_SOURCE")
                .body("data.action", contains("HARVEST_CREATE"))
                .body("data.actor", contains("configuration"));
        neighbour.asked();

        restart.with(Map.of("mainz.url", neighbour.url(), "mainz.types", "EVENT,PLACE"));
        runs();
        source().body("types", contains("EVENT", "PLACE"))
                .body("interval", equalTo(300))
                .body("hasKey", equalTo(false));
        assertEquals("changes?type=EVENT,PLACE", neighbour.asked().get(0).replaceAll("&$", ""));
        Desk.ADMIN
                .get("/v1/admin/audit?type=HARVEST_SOURCE")
                .body("data.action", contains("HARVEST_CHANGE", "HARVEST_CREATE"));
    }

    @Test
    void whatIsTakenOutRestsAndGoesOnWhenItIsBack() {
        neighbour.publishes("TOPIC", topic("klima", "Klima"));
        starts();
        runs();
        restart.with(Map.of());
        source().body("configured", equalTo(false))
                .body("status", equalTo("PAUSED"))
                .body("copies", equalTo(1))
                .body("$", not(hasKey("nextRun")));
        get("/v1/topics/klima").statusCode(200);

        starts();
        source().body("configured", equalTo(true)).body("status", equalTo("ACTIVE"));
        runs();

        restart.with(Map.of());
        Desk.ADMIN.send("PATCH", MAINZ, "{'interval': 60}").statusCode(200).body("interval", equalTo(60));
        Desk.ADMIN.send("DELETE", MAINZ + "?purge=true", "").statusCode(202);
        Mainz.until(() -> Desk.ADMIN.get(MAINZ).extract().statusCode() == 404);
        get("/v1/topics").body("data", empty());
        get("/v1/topics/klima").statusCode(410);
    }

    @Test
    void whatTheApiMadeBecomesTheConfigurations() {
        neighbour.publishes("TOPIC", topic("klima", "Klima"));
        Mainz.begins(neighbour, "");
        starts();
        runs();
        source().body("configured", equalTo(true))
                .body("interval", equalTo(600))
                .body("copies", equalTo(1));
    }

    @Test
    void aConfigurationThatIsWrongStopsTheStart() {
        for (var wrong : List.of(
                Map.of("mainz.url", "ftp:nowhere"),
                Map.of("mainz.url", neighbour.url(), "mainz.interval", "PT1S"),
                Map.of("mainz.url", neighbour.url(), "mainz.types", "no-type"),
                Map.of("Mainz_1.url", neighbour.url()))) {
            assertThrows(Problem.class, () -> restart.with(wrong), wrong::toString);
        }
        Desk.ADMIN.get(Mainz.SOURCES).body("data", empty());
    }

    private void starts() {
        restart.with(Map.of(
                "mainz.url",
                neighbour.url(),
                "mainz.types",
                "TOPIC",
                "mainz.interval",
                "PT10M",
                "mainz.key",
                "geheim"));
    }
}
