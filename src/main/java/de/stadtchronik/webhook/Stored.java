package de.stadtchronik.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtchronik.content.FeedFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What the rows keep as JSON. */
@ApplicationScoped
class Stored {

    /** A message that is sent again and again by hand forgets its oldest attempts. */
    private static final int MOST_ATTEMPTS = 50;

    private static final TypeReference<List<Attempt>> ATTEMPTS = new TypeReference<>() {};
    private static final TypeReference<FeedFilter> FILTER = new TypeReference<>() {};

    private final ObjectMapper json;

    Stored(ObjectMapper json) {
        this.json = json;
    }

    FeedFilter filter(String stored) {
        return read(stored, FILTER);
    }

    List<Attempt> attempts(String stored) {
        return read(stored, ATTEMPTS);
    }

    /** The attempts with one more. */
    String with(String stored, Attempt attempt) {
        var attempts = new ArrayList<>(attempts(stored));
        attempts.add(attempt);
        return write(attempts.subList(Math.max(0, attempts.size() - MOST_ATTEMPTS), attempts.size()));
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("cannot be written as JSON", unwritable);
        }
    }

    private <T> T read(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("not the JSON that was written", unreadable);
        }
    }
}
