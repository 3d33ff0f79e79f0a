package de.stadtchronik.packaged;

import static io.restassured.RestAssured.given;

import de.stadtchronik.FreePort;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of an edition, started with the flags that the README recommends. It never outlives the tests. */
final class PackagedApp implements AutoCloseable {

    /** How a small machine runs it. */
    static final List<String> FLAGS = List.of("-Xmx96m", "-Xmn20m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final String LOCALHOST = "127.0.0.1";
    /** Far more than a start takes, so that only a start that hangs runs into it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final Path output;
    private final int port;
    private final int managementPort;
    private final long launched;
    private final Thread undertaker;

    private PackagedApp(Process process, Path output, int port, int managementPort, long launched) {
        this.process = process;
        this.output = output;
        this.port = port;
        this.managementPort = managementPort;
        this.launched = launched;
        undertaker = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(undertaker);
    }

    static PackagedApp launch(Edition edition, Map<String, String> settings, Path folder) {
        return launch(edition, settings, folder, List.of("-XX:SharedArchiveFile=" + ClassArchive.of(edition)));
    }

    /** As the operator launches it who has more to say to the JVM. */
    static PackagedApp launch(Edition edition, Map<String, String> settings, Path folder, List<String> flags) {
        return launch(edition, settings, folder, flags, List.of());
    }

    /** On a machine that a command has made smaller; it may mount disks that nothing else sees. */
    static PackagedApp launchFrom(String command, Edition edition, Map<String, String> settings, Path folder) {
        var shell = new ArrayList<>(List.of("bash", "-c", command + " && exec \"$0\" \"$@\""));
        if (command.startsWith("mount ")) {
            shell.addAll(0, List.of("unshare", "--user", "--map-root-user", "--mount"));
        }
        return launch(edition, settings, folder, List.of("-XX:SharedArchiveFile=" + ClassArchive.of(edition)), shell);
    }

    private static PackagedApp launch(
            Edition edition, Map<String, String> settings, Path folder, List<String> flags, List<String> shell) {
        var port = FreePort.next();
        var managementPort = FreePort.next();
        var command = new ArrayList<>(shell);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(flags);
        command.add("-Dquarkus.http.host=" + LOCALHOST);
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.host=" + LOCALHOST);
        command.add("-Dquarkus.management.port=" + managementPort);
        // A machine that runs tests may be too busy for an event loop to be quick.
        command.add("-Dquarkus.vertx.max-event-loop-execute-time=60s");
        // Nobody waits for a proxy to notice.
        command.add("-Dquarkus.shutdown.delay=0s");
        var environment = new HashMap<>(settings);
        environment.keySet().removeIf(name -> !name.matches("[A-Z0-9_]+"));
        settings.keySet().stream()
                .filter(name -> !environment.containsKey(name))
                .forEach(name -> command.add("-D" + name + "=" + settings.get(name)));
        command.add("-jar");
        command.add(edition.folder().resolve("quarkus-run.jar").toString());
        var output = folder.resolve("output-" + port + ".txt");
        try {
            var launched = System.nanoTime();
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            return new PackagedApp(process, output, port, managementPort, launched);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until {@code GET /v1/releases} answers, and says how long that took since the process was launched. */
    Duration awaitFirstAnswer() {
        while (!answers("http://" + LOCALHOST + ":" + port + "/v1/releases")) {
            var waited = Duration.ofNanos(System.nanoTime() - launched);
            if (endsWithin(BETWEEN_ATTEMPTS)) {
                throw new IllegalStateException("ended with " + process.exitValue() + " before it answered: " + said());
            }
            if (waited.compareTo(PATIENCE) > 0) {
                kill();
                throw new IllegalStateException("no answer after " + waited + ": " + said());
            }
        }
        return Duration.ofNanos(System.nanoTime() - launched);
    }

    /** Whether the process comes to its end before that much time has passed. */
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A request to the public port. */
    RequestSpecification api() {
        return given().baseUri("http://" + LOCALHOST).port(port);
    }

    /** A request to the port that only the operator reaches. */
    RequestSpecification management() {
        return given().baseUri("http://" + LOCALHOST).port(managementPort);
    }

    URI address() {
        return URI.create("http://" + LOCALHOST + ":" + port);
    }

    long pid() {
        return process.pid();
    }

    /** How it ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** The warnings and errors among what it wrote, with lines of stack traces. */
    List<String> complaints() {
        return said().lines()
                .filter(line -> line.matches("\\S+ \\S+ +(WARN|ERROR|FATAL) .*|\\s+at .*|\\S*Exception.*|Caused by.*"))
                .toList();
    }

    /** Everything it wrote to its console. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Asks it to end, and returns at once: SIGTERM. */
    void askToEnd() {
        process.destroy();
    }

    /** Ends it as a power switch does, without any chance to tidy up: SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end, and returns when it has. */
    @Override
    public void close() {
        askToEnd();
        if (!endsWithin(Duration.ofSeconds(30))) {
            process.destroyForcibly();
        }
        awaitEnd();
        Runtime.getRuntime().removeShutdownHook(undertaker);
    }

    private void awaitEnd() {
        if (!endsWithin(PATIENCE)) {
            throw new IllegalStateException("process " + pid() + " does not end");
        }
    }

    private static boolean answers(String address) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
