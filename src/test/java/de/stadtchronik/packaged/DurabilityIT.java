package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.stadtchronik.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The embedded edition is durable: what was acknowledged survives {@code kill -9}, and is flushed to disk before it is
 * acknowledged. Writes under load, kills, restarts and compares; for the full program of 20 rounds:
 *
 * <pre>mvn verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=DurabilityIT -Ddurability.rounds=20</pre>
 */
@Tag("storm")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class DurabilityIT {

    private static final int ROUNDS = Size.of("durability.rounds", 1, 10);

    private final SplittableRandom random = new SplittableRandom();

    @Test
    void whatWasAcknowledgedSurvivesKill9() throws IOException, InterruptedException {
        var city = new City(false);
        for (var round = 1; round <= ROUNDS; round++) {
            city.isKilledUnderLoad(round);
        }
        city.isWhole();
    }

    /** A third of the rounds, because what this adds to a kill does not depend on the moment. */
    @Test
    void whatWasAcknowledgedWasOnTheDisk() throws IOException, InterruptedException {
        var city = new City(true);
        for (var round = 1; round <= Math.max(1, ROUNDS / 3); round++) {
            city.isKilledUnderLoad(round);
            ForgetfulDisk.cutPower(city.folder.resolve("data/stadtchronik.mv.db"));
        }
        city.isWhole();
    }

    /** A data folder, its ledger, and the processes that live and die on them. */
    private final class City {

        private final boolean forgetful;
        private final Path folder;
        private final Ledger ledger;

        City(boolean forgetful) throws IOException {
            this.forgetful = forgetful;
            var parent = Files.createDirectories(Path.of("target", "packaged").toAbsolutePath());
            folder = Files.createTempDirectory(parent, forgetful ? "power-cut-" : "kill-");
            ledger = new Ledger(folder.resolve("ledger.txt"));
        }

        void isKilledUnderLoad(int round) throws IOException, InterruptedException {
            var process = start(true);
            try {
                assertEquals(List.of(), faultsUntilItWrites(process));
                var before = ledger.entries().size();
                var load = random.nextLong(500, 3000);
                assertTrue(!process.waitFor(load, TimeUnit.MILLISECONDS), "it died before it was killed");
                process.destroyForcibly().waitFor();
                var acknowledged = ledger.entries().size() - before;
                assertTrue(acknowledged > 0, "nothing was written");
                System.out.printf(
                        "durability, %s, round %d: %d writes acknowledged in %.1f s, %d a second%n",
                        forgetful ? "power cut" : "kill -9",
                        round,
                        acknowledged,
                        load / 1000.0,
                        acknowledged * 1000L / load);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }

        /** Starts once more, only to compare. */
        void isWhole() throws IOException, InterruptedException {
            var process = start(false);
            try {
                assertEquals(List.of(), faultsUntilItWrites(process));
                assertEquals(0, process.waitFor());
            } finally {
                process.destroyForcibly().waitFor();
            }
            System.out.printf(
                    "durability, %s: all of %d acknowledged writes are there%n",
                    forgetful ? "power cut" : "kill -9", ledger.entries().size());
        }

        /** What the audit complains of; returns once the load has begun or the program has ended. */
        private List<String> faultsUntilItWrites(Process process) throws IOException {
            var said = new ArrayList<String>();
            // Not to be closed: the process would fail at its next line of output.
            var output = process.inputReader();
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.equals(DurabilityWriter.WRITING)) {
                    break;
                }
            }
            var started = said.stream().anyMatch(line -> line.contains("Listening on"));
            return started
                    ? said.stream()
                            .filter(line -> line.startsWith(DurabilityWriter.FAULT))
                            .limit(20)
                            .toList()
                    : said;
        }

        private Process start(boolean writing) throws IOException {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(PackagedApp.FLAGS);
            command.addAll(List.of(
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-Dquarkus.http.host=127.0.0.1",
                    "-Dquarkus.http.port=0",
                    "-Dquarkus.management.host=127.0.0.1",
                    "-Dquarkus.management.port=0",
                    "-Dstadtchronik.data-dir=" + folder.resolve("data"),
                    "-Ddurability.forgetful-disk=" + forgetful,
                    "-cp",
                    WriteRatesIT.classPath(Edition.EMBEDDED),
                    DurabilityWriter.class.getName(),
                    folder.resolve("ledger.txt").toString(),
                    String.valueOf(writing)));
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        }
    }
}
