package de.stadtchronik.exchange;

import java.io.BufferedInputStream;
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

    /** Nobody writes more white space than that and means nothing by it. */
    private static final int FEW = 100;

    private final InputStream in;
    private long number;

    private Lines(InputStream in) {
        this.in = in;
    }

    static Lines of(Path file) throws IOException {
        return new Lines(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    /** The next line that is not empty. */
    Optional<Line> next() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                bytes.write(next);
            } else if (isBlank(bytes)) {
                number++;
                bytes.reset();
            } else {
                return Optional.of(line(bytes, false));
            }
            if (bytes.size() > LONGEST) {
                skipLine();
                return Optional.of(line(new ByteArrayOutputStream(), true));
            }
        }
        return isBlank(bytes) ? Optional.empty() : Optional.of(line(bytes, false));
    }

    private Line line(ByteArrayOutputStream bytes, boolean tooLong) {
        number++;
        return new Line(number, bytes.toByteArray(), tooLong);
    }

    private void skipLine() throws IOException {
        var next = in.read();
        while (next >= 0 && next != '\n') {
            next = in.read();
        }
    }

    private static boolean isBlank(ByteArrayOutputStream bytes) {
        return bytes.size() < FEW && bytes.toString(StandardCharsets.UTF_8).isBlank();
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
