package de.stadtchronik.partner;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in the list, which is ordered by kind, then by name. As a cursor it holds no state of the server and never
 * expires; for clients it is opaque.
 */
record Place(Kind kind, String name, UUID id) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::kind).thenComparing(Place::name).thenComparing(Place::id);

    static Place of(Partner partner) {
        return new Place(partner.kind(), partner.name(), partner.id());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    String cursor() {
        var text = kind + "," + id + "," + name;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The place in a cursor; empty if it was not made by us. */
    static Optional<Place> read(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(",", 3);
            return parts.length == 3
                    ? Optional.of(new Place(Kind.valueOf(parts[0]), parts[2], UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }
}
