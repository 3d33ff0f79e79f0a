package de.stadtchronik.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/**
 * A place in the trail, which is ordered by moment, then by number, then by outcome, the newest first. As a cursor it
 * holds no state of the server and never expires; for clients it is opaque.
 */
record Place(Instant at, long number, Outcome outcome) {

    static final Comparator<Trace> NEWEST_FIRST = Comparator.comparing((Trace trace) -> trace.at)
            .thenComparing(Trace::number)
            .reversed()
            .thenComparing(Trace::outcome);

    static Place of(Trace trace) {
        return new Place(trace.at, trace.number(), trace.outcome());
    }

    /** How the moment and number of what follows in a table compare to those of this place. */
    String followedBy(Outcome table) {
        return table.compareTo(outcome) > 0 ? "<=" : "<";
    }

    String cursor() {
        var text = at + "," + number + "," + outcome;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The place in a cursor; empty if it was not made by us. */
    static Optional<Place> read(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(",", -1);
            return parts.length == 3
                    ? Optional.of(
                            new Place(Instant.parse(parts[0]), Long.parseLong(parts[1]), Outcome.valueOf(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException forged) {
            return Optional.empty();
        }
    }
}
