package de.stadtchronik.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file, one after the other, none of them kept. Empty ones are passed over, but counted. */
final class Lines implements AutoCloseable {

    /** In bytes: an item with its draft and its published document, both as long as they may be. */
    static final int LONGEST = 4 * 1024 * 1024;

    private static final int BUFFER = 1 << 16;

    /** More white space than this is not written by mistake. */
    private static final int FEW = 100;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private long number;

    private Lines(InputStream in) {
        this.in = in;
    }

    static Lines of(Path file) throws IOException {
        return new Lines(Files.newInputStream(file));
    }

    /** The next line that is not empty. */
    Optional<Line> next() throws IOException {
        while (hasMore()) {
            var line = read();
            number++;
            if (line.tooLong() || !isBlank(line.bytes())) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Whether there is anything in the buffer, filled anew if need be. */
    private boolean hasMore() throws IOException {
        if (start == end) {
            start = 0;
            end = Math.max(0, in.read(buffer));
        }
        return start < end;
    }

    /** Everything up to the next line feed, or the end. */
    private Line read() throws IOException {
        var bytes = new ByteArrayOutputStream(FEW);
        var tooLong = false;
        var ended = false;
        while (!ended && hasMore()) {
            var feed = start;
            while (feed < end && buffer[feed] != '\n') {
                feed++;
            }
            ended = feed < end;
            tooLong |= bytes.size() + feed - start > LONGEST;
            if (!tooLong) {
                bytes.write(buffer, start, feed - start);
            }
            start = ended ? feed + 1 : feed;
        }
        return new Line(number + 1, tooLong ? new byte[0] : bytes.toByteArray(), tooLong);
    }

    private static boolean isBlank(byte[] bytes) {
        return bytes.length < FEW && new String(bytes, StandardCharsets.UTF_8).isBlank();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /**
     * A line.
     *
     * @param number the first is 1
     * @param bytes without the line feed
     * @param tooLong whether it was longer than any may be, and was not kept
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(long number, byte[] bytes, boolean tooLong) {}
}
