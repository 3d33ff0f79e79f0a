package de.stadtchronik.reading;

import de.stadtchronik.content.Label;
import de.stadtchronik.content.PublicRow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The public items around those that are given out: their labels, and the whole rows of those to be included. What is
 * not in here is not public, and references to it are left out.
 */
public record RelatedItems(Map<UUID, Label> labels, Map<UUID, PublicRow> included) {

    static final RelatedItems NONE = new RelatedItems(Map.of(), Map.of());

    Optional<Label> label(String id) {
        return Optional.ofNullable(labels.get(UUID.fromString(id)));
    }

    Optional<PublicRow> item(UUID id) {
        return Optional.ofNullable(included.get(id));
    }

    /** When each of them changed. */
    Stream<Instant> modifications() {
        return Stream.concat(
                labels.values().stream().map(Label::changedAt),
                included.values().stream().map(PublicRow::changedAt));
    }
}
