package de.stadtchronik.writing;

import de.stadtchronik.content.Content;
import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.document.ResourceTypes;
import java.util.Map;
import java.util.UUID;

/**
 * An item that would have to change if what it refers to went.
 *
 * @param editorial whether that takes an editor: what it has published would change, or what is scheduled
 */
public record Referrer(UUID id, ResourceType type, String slug, String title, boolean editorial) {

    static Referrer of(Content row, UUID target, ResourceTypes types) {
        var published = row.references.stream()
                .anyMatch(
                        reference -> reference.published() && reference.target().equals(target));
        return new Referrer(
                row.id,
                types.named(row.type),
                row.slug,
                DocumentJson.label(row.label).german(),
                published || row.scheduled());
    }

    /** As it stands in a problem document. */
    public Map<String, Object> shown(Links links) {
        return Map.of("id", id, "type", type.name(), "slug", slug, "title", title, "url", links.item(type.name(), id));
    }
}
