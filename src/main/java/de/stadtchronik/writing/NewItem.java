package de.stadtchronik.writing;

import de.stadtchronik.document.Document;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.problem.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item that is to come to be.
 *
 * @param id its id, a UUIDv7 (RFC 9562) that is not in use
 * @param faults what is known to be wrong with the document; null if it was not examined yet
 */
public record NewItem(
        ResourceType type,
        UUID id,
        Document document,
        @Nullable List<Violation> faults) {

    public NewItem(ResourceType type, UUID id, Document document) {
        this(type, id, document, null);
    }
}
