package de.stadtchronik.reading;

import de.stadtchronik.content.ItemHeader;
import de.stadtchronik.content.ItemHeaders;
import de.stadtchronik.content.PublicItems;
import de.stadtchronik.content.PublicRow;
import de.stadtchronik.content.Slugs;
import de.stadtchronik.document.Links;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.problem.Problem;
import de.stadtchronik.problem.ProblemType;
import de.stadtchronik.text.BilingualText;
import de.stadtchronik.text.Languages;
import de.stadtchronik.text.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where items are found: by their id, by their slug, by a slug they had, and by whatever led to an item that became part
 * of another. Nothing that was ever public is simply not there.
 */
@ApplicationScoped
public class ItemAddresses {

    private static final int PERMANENT_REDIRECT = Status.PERMANENT_REDIRECT.getStatusCode();

    private final PublicItems items;
    private final ItemHeaders headers;
    private final Slugs slugs;
    private final Links links;
    private final UriInfo uri;

    ItemAddresses(PublicItems items, ItemHeaders headers, Slugs slugs, Links links, UriInfo uri) {
        this.items = items;
        this.headers = headers;
        this.slugs = slugs;
        this.links = links;
        this.uri = uri;
    }

    /** An item by its id or by any slug of it, wherever it is by now. */
    Optional<ItemHeader> find(ResourceType type, String idOrSlug) {
        if (Slug.isUuidShaped(idOrSlug)) {
            return headers.find(UUID.fromString(idOrSlug))
                    .filter(item -> item.type().equals(type.name()));
        }
        return Slug.isWellFormed(idOrSlug) ? headers.find(type.name(), idOrSlug) : Optional.empty();
    }

    /**
     * The id of an item that is or was there, for editors.
     *
     * @throws Problem NOT_FOUND
     */
    @Transactional
    public UUID existing(ResourceType type, String idOrSlug) {
        return find(type, idOrSlug)
                .map(ItemHeader::id)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        new BilingualText(
                                        "Unter %s gibt es nichts mit der Id oder dem Kurznamen „%s“.",
                                        "There is nothing under %s with the id or slug “%s”.")
                                .with("/v1/" + type.path(), idOrSlug)));
    }

    /**
     * The public item at an address.
     *
     * @param languages in which to explain why it is gone
     * @throws Problem NOT_FOUND if the public never heard of it, GONE with its tombstone
     * @throws RedirectionException 308 (RFC 9110, section 15.4.9) to where it is now; whatever follows in the path, and the
     *     query, stay
     */
    PublicRow publicRow(ResourceType type, String idOrSlug, Languages languages) {
        var row = Slug.isUuidShaped(idOrSlug)
                ? items.publicById(type.name(), UUID.fromString(idOrSlug))
                : Optional.of(idOrSlug)
                        .filter(Slug::isWellFormed)
                        .flatMap(slug -> items.publicBySlug(type.name(), slug));
        return row.orElseThrow(() -> elsewhere(type, idOrSlug, languages));
    }

    private RuntimeException elsewhere(ResourceType type, String idOrSlug, Languages languages) {
        var known = find(type, idOrSlug)
                .filter(item ->
                        Slug.isUuidShaped(idOrSlug) ? item.version() > 0 : slugs.wasEverPublic(type.name(), idOrSlug));
        var now = known.flatMap(headers::survivor).filter(ItemHeader::visible);
        if (now.isPresent()) {
            var name = Slug.isUuidShaped(idOrSlug)
                    ? now.get().id().toString()
                    : now.get().slug();
            return new RedirectionException(PERMANENT_REDIRECT, moved(type, name));
        }
        return known.filter(ItemHeader::gone)
                .map(item -> gone(item, languages))
                .orElseGet(() -> notFound(type, idOrSlug));
    }

    /** The address asked for, with another name of the item in it: the segment after that of its type. */
    private URI moved(ResourceType type, String to) {
        var segments = uri.getPathSegments().stream()
                .map(PathSegment::getPath)
                .collect(Collectors.toCollection(ArrayList::new));
        segments.set(segments.indexOf(type.path()) + 1, to);
        return UriBuilder.fromUri(links.base())
                .segment(segments.toArray(String[]::new))
                .replaceQuery(uri.getRequestUri().getRawQuery())
                .build();
    }

    private Problem gone(ItemHeader item, Languages languages) {
        var successor = Optional.ofNullable(item.successor()).flatMap(items::label);
        return new Problem(
                        ProblemType.GONE,
                        new BilingualText(
                                "Der Eintrag war öffentlich und ist es nicht mehr, siehe tombstone.",
                                "The item was public and is not any more, see tombstone."))
                .with("tombstone", item.tombstone(languages, links, successor));
    }

    private Problem notFound(ResourceType type, String idOrSlug) {
        return new Problem(
                ProblemType.NOT_FOUND,
                new BilingualText(
                                "Unter %s gibt es nichts Veröffentlichtes mit der Id oder dem Kurznamen „%s“.",
                                "There is nothing published under %s with the id or slug “%s”.")
                        .with("/v1/" + type.path(), idOrSlug));
    }
}
