package de.stadtchronik.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * How far somebody has read. Holds no state of the server; for clients it is opaque.
 *
 * @param epoch in which positions have their meaning
 * @param after the position up to which everything was given out
 * @param start up to which position whoever reads can know nothing of what went: where the log stood when the pull began
 * @param filter what is followed
 */
public record FeedCursor(
        @JsonProperty("e") UUID epoch,
        @JsonProperty("a") long after,
        @JsonProperty("s") long start,
        @JsonProperty("f") FeedFilter filter) {

    /** As it stands in an address. */
    public String text() {
        var json = DocumentJson.write(this);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The place of somebody who has read everything up to a position. */
    public static FeedCursor at(UUID epoch, long position, FeedFilter filter) {
        return new FeedCursor(epoch, position, position, filter);
    }

    /** What a text stands for; empty if it was not made by us. */
    public static Optional<FeedCursor> read(String text) {
        try {
            var cursor = DocumentJson.MAPPER.readValue(Base64.getUrlDecoder().decode(text), FeedCursor.class);
            return cursor.isWhole() ? Optional.of(cursor) : Optional.empty();
        } catch (IllegalArgumentException | IOException forged) {
            return Optional.empty();
        }
    }

    /** The record's components may be missing in what somebody made up. */
    private boolean isWhole() {
        return Objects.nonNull(epoch) && Objects.nonNull(filter) && after >= 0 && start >= 0;
    }
}
