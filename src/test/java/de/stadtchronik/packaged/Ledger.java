package de.stadtchronik.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** What was acknowledged: a file of its own, with a line for each write, added only after the store had returned. */
final class Ledger {

    private final Path file;
    private final FileChannel lines;

    Ledger(Path file) {
        this.file = file;
        try {
            lines = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * A write that somebody was told of.
     *
     * @param id the item written
     * @param version its public version afterwards
     * @param seq the position of the change in the change log
     */
    record Entry(UUID id, int version, long seq) {

        static Entry parse(String line) {
            var parts = line.split(" ", -1);
            return new Entry(UUID.fromString(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        }

        String line() {
            return id + " " + version + " " + seq + "\n";
        }
    }

    void acknowledge(Entry entry) {
        try {
            // One call for the line, so that whoever dies in between leaves no half of it.
            lines.write(ByteBuffer.wrap(entry.line().getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<Entry> entries() {
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .map(Entry::parse)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
