package de.stadtchronik.writing;

import de.stadtchronik.content.Content;
import de.stadtchronik.content.GoneReason;
import de.stadtchronik.content.Status;
import java.util.Collection;
import java.util.UUID;

/**
 * Rows for items that an import refers to before it brings them. Each looks like an item that was deleted before the
 * public saw it, so no reader has to know; only its revision, 0, tells it from one.
 */
public record Placeholders(WriteContext context) {

    /** Keeps one. */
    public Content keep(String type, UUID id) {
        var row = new Content();
        row.id = id;
        row.type = type;
        row.slug = id.toString();
        row.createdAt = context.turn().now();
        row.modifiedAt = context.turn().now();
        row.isGone(Status.DELETED, context.turn().now(), GoneReason.DELETED);
        row.isEmptied();
        context.contents().persist(row);
        return row;
    }

    /** Takes what never came out of all that refers to it, so that nothing shows that it was to come. */
    void forget(Collection<UUID> ids) {
        for (var row : context.contents().placeholders(ids)) {
            new ReferenceRemoval(context).takeOutEverywhere(row);
            context.contents().succeededBy(row.id).forEach(other -> other.successor = null);
            // Releases before this one gave it the slugs that it was to have.
            context.slugs().release(row);
            context.contents().flush();
            context.contents().delete(row);
        }
    }
}
