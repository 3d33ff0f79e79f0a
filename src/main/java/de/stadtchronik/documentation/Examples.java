package de.stadtchronik.documentation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Real answers to real questions to the sample content; a test asks them again. */
final class Examples {

    private Examples() {}

    /** The answer of that name, if one was recorded. */
    static Optional<Object> of(String name) {
        return read("examples/" + name + ".json", Object.class);
    }

    /** What a file of the application says, if it is there. */
    static <T> Optional<T> read(String file, Class<T> as) {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return stream == null ? Optional.empty() : Optional.of(new ObjectMapper().readValue(stream, as));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
