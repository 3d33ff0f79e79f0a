package de.stadtchronik.audit;

import de.stadtchronik.query.OpaqueCursor;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A place in the audit log, which is ordered by moment, then by number, then by outcome, the newest first. */
record AuditCursor(Instant at, long number, Outcome outcome) {

    static final Comparator<AuditRow> NEWEST_FIRST = Comparator.comparing((AuditRow row) -> row.at)
            .thenComparing(AuditRow::number)
            .reversed()
            .thenComparing(AuditRow::outcome);

    static AuditCursor of(AuditRow row) {
        return new AuditCursor(row.at, row.number(), row.outcome());
    }

    /** How the moment and number of what follows in a table compare to those of this place. */
    String followedBy(Outcome table) {
        return table.compareTo(outcome) > 0 ? "<=" : "<";
    }

    String cursor() {
        return OpaqueCursor.of(Stream.of(at, number, outcome));
    }

    /** The place in a cursor; empty if it was not made by us. */
    static Optional<AuditCursor> read(String cursor) {
        return OpaqueCursor.read(
                cursor,
                3,
                values -> new AuditCursor(
                        Instant.parse(values.get(0)), Long.parseLong(values.get(1)), Outcome.valueOf(values.get(2))));
    }
}
