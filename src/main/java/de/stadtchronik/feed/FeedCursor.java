package de.stadtchronik.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.query.OpaqueCursor;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a partner has read. Holds no state of the server; for clients it is opaque.
 *
 * @param epoch in which positions have their meaning
 * @param after the position up to which everything was given out
 * @param start up to which position the partner can know nothing of what went: where the log stood when the pull began
 * @param filter what is followed
 */
public record FeedCursor(
        @JsonProperty("e") UUID epoch,
        @JsonProperty("a") long after,
        @JsonProperty("s") long start,
        @JsonProperty("f") FeedFilter filter) {

    /** As it stands in an address. */
    public String text() {
        return OpaqueCursor.of(DocumentJson.write(this));
    }

    /** The place of a partner who has read everything up to a position. */
    public static FeedCursor at(UUID epoch, long position, FeedFilter filter) {
        return new FeedCursor(epoch, position, position, filter);
    }

    /** What a text stands for; empty if it was not made by us. */
    public static Optional<FeedCursor> read(String text) {
        return OpaqueCursor.read(text, json -> DocumentJson.MAPPER.readValue(json, FeedCursor.class))
                .filter(FeedCursor::isWhole);
    }

    /** The record's components may be missing in a forged cursor. */
    private boolean isWhole() {
        return Objects.nonNull(epoch) && Objects.nonNull(filter) && after >= 0 && start >= 0;
    }
}
