package de.stadtchronik.documentation;

import de.stadtchronik.text.Sha256;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** What the build made of the API document in one format, as it is and compressed. */
final class BuiltDocument {

    private final byte[] bytes;
    private final byte[] zipped;
    private final String hash;

    private BuiltDocument(byte[] bytes, byte[] zipped) {
        this.bytes = bytes;
        this.zipped = zipped;
        this.hash = HexFormat.of().formatHex(Sha256.of(bytes), 0, 16);
    }

    /** A format is the ending of the file that the extension puts into the application. */
    static BuiltDocument read(String format) {
        var file = OpenApiConstants.BASE_NAME + "." + format;
        try (var stream = BuiltDocument.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                throw new FileNotFoundException(file);
            }
            return of(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What of it can be read without a key; of JSON only. */
    BuiltDocument reading() {
        return of(ReadingDocument.of(bytes));
    }

    private static BuiltDocument of(byte[] bytes) {
        try {
            return new BuiltDocument(bytes, zipped(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }

    /** A strong tag stands for one encoding only (RFC 9110, section 8.8.3.3). */
    String tag(boolean compressed) {
        return "\"" + hash + (compressed ? "-gzip" : "") + "\"";
    }

    byte[] bytes(boolean compressed) {
        return compressed ? zipped : bytes;
    }
}
