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
        var loader = Thread.currentThread().getContextClassLoader();
        try (var stream = loader.getResourceAsStream("examples/" + name + ".json")) {
            return stream == null ? Optional.empty() : Optional.of(new ObjectMapper().readValue(stream, Object.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
