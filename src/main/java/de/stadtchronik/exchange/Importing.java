package de.stadtchronik.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.stadtchronik.content.Content;
import de.stadtchronik.document.ResourceType;
import de.stadtchronik.text.Slug;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.writing.Placeholders;
import de.stadtchronik.writing.ReferenceResolver;
import de.stadtchronik.writing.WriteContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of an import while it goes on, from turn to turn. */
public final class Importing {

    private final boolean dryRun;
    private final ItemsToCome items = new ItemsToCome();
    private final List<UUID> placeholders = new ArrayList<>();

    private @Nullable UUID written;

    /** An import, or only the try of one, which writes nothing. */
    Importing(boolean dryRun) {
        this.dryRun = dryRun;
    }

    boolean dryRun() {
        return dryRun;
    }

    /** Remembers which item was written last: the versions that follow it belong to the same change. */
    void wrote(@Nullable UUID item) {
        written = item;
    }

    boolean wroteLast(UUID item) {
        return item.equals(written);
    }

    /** An item that others may refer to from now on. */
    void expect(ResourceType type, UUID id, @Nullable String slug, Ref.@Nullable SourceKey origin) {
        items.add(typed(id, type), id);
        if (slug != null) {
            items.add(path(type, slug), id);
        }
        if (origin != null) {
            items.add(name(origin), id);
        }
    }

    /** The item to come that is from there. */
    Optional<UUID> from(Ref.SourceKey origin) {
        return items.find(name(origin));
    }

    /** Whether another item to come has that slug. */
    boolean promised(ResourceType type, String slug, UUID id) {
        return items.find(path(type, slug)).filter(other -> !other.equals(id)).isPresent();
    }

    /** The item to come that a reference means. Its row is there from now on, so that something can refer to it. */
    Optional<ReferenceResolver.ToCome> find(JsonNode reference, WriteContext context) {
        return id(reference)
                .flatMap(id -> context.types().all().stream()
                        .filter(type -> items.find(typed(id, type)).isPresent())
                        .map(type -> new ReferenceResolver.ToCome(id, type.name()))
                        .findFirst()
                        .filter(item -> dryRun || isToCome(item, context)));
    }

    boolean expects(UUID id, WriteContext context) {
        return find(new TextNode(id.toString()), context).isPresent();
    }

    private boolean isToCome(ReferenceResolver.ToCome item, WriteContext context) {
        var row = context.contents().findByIdOptional(item.id());
        if (row.isEmpty()) {
            new Placeholders(context).keep(item.type(), item.id());
            placeholders.add(item.id());
        }
        return row.filter(Content::isHere).isEmpty();
    }

    /** The items that something referred to before they came. */
    List<UUID> placeholders() {
        return placeholders;
    }

    private Optional<UUID> id(JsonNode reference) {
        if (!reference.isTextual()) {
            var source = reference.path("source");
            return from(new Ref.SourceKey(
                    source.path("system").asText(), source.path("externalId").asText()));
        }
        var text = reference.asText();
        return Slug.isUuidShaped(text) ? Optional.of(UUID.fromString(text)) : items.find(text);
    }

    private static String typed(UUID id, ResourceType type) {
        return type.name() + " " + id;
    }

    private static String path(ResourceType type, String slug) {
        return type.path() + "/" + slug;
    }

    private static String name(Ref.SourceKey origin) {
        return origin.system() + "\n" + origin.externalId();
    }
}
