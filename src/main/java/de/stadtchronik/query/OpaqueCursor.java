package de.stadtchronik.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in what clients read page by page, as they get it: JSON in base64url (RFC 4648, section 5). Holds no state of
 * the server and never expires; for clients it is opaque.
 */
public final class OpaqueCursor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OpaqueCursor() {}

    public static String of(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor of a place that is a list of values. */
    public static String of(Stream<?> values) {
        try {
            return of(JSON.writeValueAsString(values.map(Object::toString).toList()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What stands in a cursor; empty if it was not made by us. */
    public static <T> Optional<T> read(String cursor, Reader<byte[], T> reader) {
        try {
            return Optional.ofNullable(reader.read(Base64.getUrlDecoder().decode(cursor)));
        } catch (IllegalArgumentException | DateTimeException | IOException forged) {
            return Optional.empty();
        }
    }

    /** The place in a cursor of so many values; empty if it was not made by us. */
    public static <T> Optional<T> read(String cursor, int values, Reader<List<String>, T> reader) {
        return read(cursor, json -> {
            var read = JSON.readTree(json).valueStream().toList();
            if (read.size() != values || !read.stream().allMatch(JsonNode::isTextual)) {
                throw new IOException("not a cursor of this list");
            }
            return reader.read(read.stream().map(JsonNode::textValue).toList());
        });
    }

    /** What reads a place; it may throw what is thrown by values that cannot be parsed. */
    public interface Reader<F, T> {
        T read(F from) throws IOException;
    }
}
