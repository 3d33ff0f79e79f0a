package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.stadtchronik.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Measures how fast the store writes on both editions; it takes minutes and asserts nothing but that it came to its end,
 * because machines are noisy:
 *
 * <pre>mvn verify -Pfull -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=WriteRatesIT -Dwrite.rates=10000</pre>
 */
@Tag("full")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class WriteRatesIT {

    private static final int WRITES = Integer.getInteger("write.rates", 2000);
    private static final String ROUNDS = System.getProperty("write.rounds", "3");

    @Test
    void onTheEmbeddedEdition() throws IOException, InterruptedException {
        var folder = folder("rates-embedded-");
        measure(
                Edition.EMBEDDED,
                folder,
                Map.of("stadtchronik.data-dir", folder.resolve("data").toString()));
    }

    /** With the flush to disk that the server of the other tests does without. */
    @Test
    void onThePostgresqlEdition() throws IOException, InterruptedException {
        try (var server = EmbeddedPostgres.builder()
                .setPort(FreePort.next())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            measure(
                    Edition.POSTGRESQL,
                    folder("rates-postgresql-"),
                    Map.of(
                            "quarkus.datasource.jdbc.url", server.getJdbcUrl("postgres", "postgres"),
                            "quarkus.datasource.username", "postgres",
                            "quarkus.datasource.password", "postgres"));
        }
    }

    private static Path folder(String prefix) throws IOException {
        var parent = Files.createDirectories(Path.of("target", "packaged").toAbsolutePath());
        return Files.createTempDirectory(parent, prefix);
    }

    private static void measure(Edition edition, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=0",
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dquarkus.datasource.jdbc.max-size=40"));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", classPath(edition), WriteRates.class.getName(), String.valueOf(WRITES), ROUNDS));
        System.out.println(edition + ":");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        process.inputReader().lines().filter(WriteRatesIT::isResult).forEach(System.out::println);
        assertEquals(0, process.waitFor());
    }

    private static boolean isResult(String line) {
        return line.startsWith("warm-up: ") || line.startsWith("round ") || line.startsWith("median ");
    }

    /** The application as packaged, in the order in which it loads its own classes, and the program. */
    static String classPath(Edition edition) {
        var app = edition.folder();
        return String.join(
                File.pathSeparator,
                app.resolve("quarkus/transformed-bytecode.jar").toString(),
                app.resolve("quarkus/generated-bytecode.jar").toString(),
                app.resolve("app/*").toString(),
                app.resolve("lib/boot/*").toString(),
                app.resolve("lib/main/*").toString(),
                Path.of("target", "test-classes").toAbsolutePath().toString());
    }
}
