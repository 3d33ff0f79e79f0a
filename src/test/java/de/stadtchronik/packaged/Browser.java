package de.stadtchronik.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Chromium without a window. It has to be on the path, and is to talk to this machine only. */
final class Browser {

    private static final List<String> COMMAND = List.of(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,1000",
            // In the page's own time, which stands still while it waits for an answer.
            "--virtual-time-budget=30000",
            "--dump-dom");

    private static final int PATIENCE_SECONDS = 180;

    private Browser() {}

    /**
     * The page as it is once its scripts have run, as HTML.
     *
     * @param flags what else Chromium is told
     */
    static String open(URI page, Path folder, String... flags) {
        try {
            var profile = Files.createTempDirectory(folder, "profile-");
            var output = Files.createTempFile(folder, "page-", ".html");
            var command = new ArrayList<>(COMMAND);
            command.add("--user-data-dir=" + profile);
            command.addAll(List.of(flags));
            command.add(page.toString());
            var process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(folder.resolve("chromium.txt").toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Chromium does not end: " + page);
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
