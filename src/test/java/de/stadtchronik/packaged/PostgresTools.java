package de.stadtchronik.packaged;

import de.stadtchronik.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server of this machine's own, with the tools that belong to its version. The server of the other tests
 * comes without them.
 */
final class PostgresTools implements AutoCloseable {

    private static final String LOCALHOST = "127.0.0.1";

    private final Path folder;
    private final int port;
    private final Thread undertaker = new Thread(this::stop);

    private PostgresTools(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static PostgresTools start() throws IOException, InterruptedException {
        var parent = Files.createDirectories(Path.of("target", "packaged").toAbsolutePath());
        var tools = new PostgresTools(Files.createTempDirectory(parent, "tools-"), FreePort.next());
        tools.run("initdb", "-D", tools.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
        tools.begin();
        Runtime.getRuntime().addShutdownHook(tools.undertaker);
        return tools;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Starts the server, for the first time or after it was stopped. */
    void begin() throws IOException, InterruptedException {
        var options = "-p %d -c listen_addresses=127.0.0.1 -c fsync=off -k %s".formatted(port, folder);
        run("pg_ctl", "-D", data(), "-w", "-o", options, "-l", data() + ".log", "start");
    }

    /** The settings that lead to a database of this server. */
    Map<String, String> settings(String database) {
        return Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://" + LOCALHOST + ":" + port + "/" + database,
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres");
    }

    void createDatabase(String name) throws IOException, InterruptedException {
        run("createdb", name);
    }

    /** What the operations manual says. */
    void dumpAndRestore(String from, String into) throws IOException, InterruptedException {
        var file = folder.resolve(from + ".dump").toString();
        run("pg_dump", "-Fc", "-f", file, from);
        createDatabase(into);
        run("pg_restore", "--no-owner", "-d", into, file);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(undertaker);
        stop();
    }

    /** Ends the server as a crash does, with everything that is under way. */
    void stop() {
        try {
            run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The tools refuse to work for root, who may take another name for them. */
    private void run(String... command) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("unshare", "--user"));
        }
        words.addAll(List.of(command));
        var said = folder.resolve("said-by-" + command[0] + ".txt");
        var process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
        process.environment().putAll(Map.of("PGHOST", LOCALHOST, "PGPORT", String.valueOf(port), "PGUSER", "postgres"));
        if (process.start().waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + ":\n" + Files.readString(said));
        }
    }
}
