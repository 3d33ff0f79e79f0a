package de.stadtchronik.partner;

import de.stadtchronik.partner.Partner.Kind;
import de.stadtchronik.query.OpaqueCursor;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A place in the list, which is ordered by kind, then by name. */
record PartnerCursor(Kind kind, String name, UUID id) implements Comparable<PartnerCursor> {

    private static final Comparator<PartnerCursor> ORDER = Comparator.comparing(PartnerCursor::kind)
            .thenComparing(PartnerCursor::name)
            .thenComparing(PartnerCursor::id);

    static PartnerCursor of(Partner partner) {
        return new PartnerCursor(partner.kind(), partner.name(), partner.id());
    }

    @Override
    public int compareTo(PartnerCursor other) {
        return ORDER.compare(this, other);
    }

    String cursor() {
        return OpaqueCursor.of(Stream.of(kind, name, id));
    }

    /** The place in a cursor; empty if it was not made by us. */
    static Optional<PartnerCursor> read(String cursor) {
        return OpaqueCursor.read(
                cursor,
                3,
                values ->
                        new PartnerCursor(Kind.valueOf(values.get(0)), values.get(1), UUID.fromString(values.get(2))));
    }
}
