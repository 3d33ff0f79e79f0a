package de.stadtchronik.query;

import de.stadtchronik.text.Slug;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Where a page begins in a list whose order is that of the ids in it, as the lists of administration are. */
public final class IdCursor {

    private static final Parameter CURSOR = Parameter.matching(
            "cursor",
            "Where the page begins: `page.next` of the page before. Opaque, and never expires.",
            "^[0-9a-f-]+$",
            36);

    /** All parameters of such a list, as they are documented. */
    public static final List<Parameter> PARAMETERS = List.of(PageLimit.PARAMETER, CURSOR);

    private IdCursor() {}

    /** What the page begins after; empty for the first. */
    public static Optional<UUID> after(Query query) {
        return query.take(CURSOR).flatMap(cursor -> query.opaque(CURSOR, cursor, IdCursor::id));
    }

    private static Optional<UUID> id(String cursor) {
        return Optional.of(cursor).filter(Slug::isUuidShaped).map(id -> UUID.fromString(id.toLowerCase(Locale.ROOT)));
    }
}
