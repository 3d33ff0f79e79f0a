package de.stadtchronik.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What generators make of the committed API document compiles, and understands the service. The clients in {@code
 * src/test/clients} each get an item, a page of a list, and items of all types, whose own properties they use.
 */
@Tag("full")
class GeneratedClientsIT {

    private static final Path CLIENTS = Path.of("src/test/clients");
    private static final Path DOCUMENT = Path.of("openapi/stadtchronik.yaml");
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[\\d;]*m");

    private static final List<String> WHAT_THEY_READ = List.of(
            "getEvent: Cooperation with DFKI agreed, summer 2020",
            "listReleases: An extraordinary year – in many respects, YEAR_IN_REVIEW, 1 of 1",
            "search: ORGANISATION German Research Center for Artificial Intelligence (DFKI), DFKI",
            "search: RELEASE An extraordinary year – in many respects, Kaiserslautern",
            "search: EVENT Cooperation with DFKI agreed, summer 2020",
            "search: PERSON Dr. Martin Memmel, Memmel",
            "search: ORGANISATION Smart City Living Lab",
            "search: PROJECT Smart-city technology for Tegel, UNKNOWN");

    private final String service =
            Installation.shared(Edition.EMBEDDED, Sample.ENRICHED).address().toString();

    @Test
    void aTypeScriptClientReadsWithoutACast() throws IOException, InterruptedException {
        var client = copy("typescript", "package.json", "tsconfig.json", "client.ts");
        run(client, "npm", "install", "--no-package-lock", "--no-audit", "--no-fund");
        run(client, "npm", "run", "generate");
        run(client, "npm", "run", "build");
        assertEquals(WHAT_THEY_READ, run(client, "node", "client.js", service));
    }

    @Test
    void aJavaClientReadsWithoutACast() throws IOException, InterruptedException {
        var client = copy("java", "pom.xml", "src/main/java/org/example/Client.java");
        run(client, "mvn", "-B", "-ntp", "-q", "compile");
        assertEquals(WHAT_THEY_READ, run(client, "mvn", "-B", "-ntp", "-q", "exec:java", "-Dexec.args=" + service));
    }

    /** As a developer has it: the client, and the document beside it. */
    private static Path copy(String client, String... files) throws IOException {
        var parent = Files.createDirectories(Path.of("target", "packaged").toAbsolutePath());
        var folder = Files.createTempDirectory(parent, "client-" + client + "-");
        for (var file : files) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(CLIENTS.resolve(client).resolve(file), folder.resolve(file));
        }
        Files.copy(DOCUMENT, folder.resolve(DOCUMENT.getFileName()));
        return folder;
    }

    /** The lines that it says. */
    private static List<String> run(Path folder, String... command) throws IOException, InterruptedException {
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        try {
            assertTrue(process.waitFor(10, TimeUnit.MINUTES), "it does not end");
        } finally {
            process.destroyForcibly();
        }
        var said = COLOUR.matcher(Files.readString(output)).replaceAll("");
        assertEquals(0, process.exitValue(), () -> String.join(" ", command) + ":\n" + said);
        return said.lines().toList();
    }
}
