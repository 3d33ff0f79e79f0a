package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.Size;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Both editions keep what they acknowledged over HTTP when they die by {@code kill -9} in the middle of many writes, and
 * whoever got no answer may ask again. Writes, kills, restarts and compares; for 10 rounds of it:
 *
 * <pre>mvn verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=KillStormIT -Dstorm.rounds=10</pre>
 *
 * <p>It is the application that dies. What the embedded edition keeps when the power fails is the matter of
 * {@link DurabilityIT}; of the PostgreSQL edition, that of the server.
 */
@Tag("storm")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KillStormIT {

    private static final int ROUNDS = Size.of("storm.rounds", 1, 5);
    private static final int CLIENTS = 12;

    private final SplittableRandom random = new SplittableRandom();

    @ParameterizedTest
    @EnumSource(Edition.class)
    void whatWasAcknowledgedSurvivesKill9(Edition edition)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        var city = new City(edition);
        var app = city.starts();
        try {
            city.isFounded(app);
            for (var round = 1; round <= ROUNDS; round++) {
                city.isKilledInAStorm(app, round);
                app = city.starts();
                city.isAsAcknowledged(app);
            }
        } finally {
            app.close();
        }
        city.isWhole();
    }

    /** An installation, and those who write to it. */
    private final class City {

        private final Installation installation;
        private final List<StormClient> clients =
                Stream.generate(StormClient::new).limit(CLIENTS).toList();

        City(Edition edition) {
            installation = Installation.fresh(edition, Sample.NONE);
        }

        PackagedApp starts() {
            return installation.start();
        }

        void isFounded(PackagedApp app) {
            var operator = new Operator(app);
            for (var slug : NumberedText.ORGANISATIONS) {
                var organisation = operator.creates(
                        "organisations", "{\"slug\": \"" + slug + "\", \"name\": {\"de\": \"" + slug + "\"}}");
                operator.patches(organisation, "{\"publisher\": \"organisations/" + slug + "\"}");
                operator.does(organisation, "publish", "{}");
            }
        }

        void isKilledInAStorm(PackagedApp app, int round) throws InterruptedException, ExecutionException {
            var storm = new Storm();
            var threads = Executors.newFixedThreadPool(CLIENTS);
            try (app) {
                var writers = new ArrayList<Future<?>>();
                for (var client : clients) {
                    writers.add(threads.submit(() -> {
                        client.writeUntilKilled(app, storm);
                        return client;
                    }));
                }
                var inFullSwing = storm.isInFullSwing();
                var before = storm.acknowledged();
                var load = random.nextLong(1000, 3000);
                assertFalse(app.endsWithin(Duration.ofMillis(load)), "it died before it was killed");
                storm.ends();
                app.kill();
                for (var writer : writers) {
                    writer.get();
                }
                assertTrue(inFullSwing, "next to nothing was written");
                var acknowledged = storm.acknowledged() - before;
                System.out.printf(
                        "kill storm, %s, round %d: %d writes acknowledged in %.1f s, %d a second%n",
                        installation.edition(), round, acknowledged, load / 1000.0, acknowledged * 1000L / load);
            } finally {
                threads.shutdownNow();
            }
        }

        /** A client finds what it remembers, and asks again for what got no answer. */
        void isAsAcknowledged(PackagedApp app) throws IOException, InterruptedException {
            for (var client : clients) {
                assertEquals(List.of(), client.faultsAfter(app));
            }
        }

        /** What HTTP does not show, such as the log, is there as well; a hole in it would stay for good. */
        void isWhole() throws SQLException {
            var items = new HashMap<UUID, Remembered>();
            clients.forEach(client -> items.putAll(client.items()));
            try (var tables = installation.tables()) {
                assertEquals(List.of(), Audit.faults(tables, items));
            }
            System.out.printf("kill storm, %s: all of %d items are whole%n", installation.edition(), items.size());
        }
    }
}
