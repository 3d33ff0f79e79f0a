package de.stadtchronik.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** What a running service takes of the machine. */
record Vitals(PackagedApp app) {

    /** Since its start, on all processors; the server of PostgreSQL is not in it. */
    Duration processorTime() {
        return ProcessHandle.of(app.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    /** Bytes of the heap that are needed right now: what a full collection leaves. */
    long heapNeeded() {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(jcmd, String.valueOf(app.pid()), "GC.class_histogram").start();
            var total = process.inputReader()
                    .lines()
                    .filter(line -> line.startsWith("Total "))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(total.split(" +", -1)[2]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Bytes of the machine's memory that it takes right now. */
    long memory() {
        try {
            var process = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(app.pid())).start();
            return 1024
                    * Long.parseLong(process.inputReader()
                            .lines()
                            .findFirst()
                            .orElseThrow()
                            .strip());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
