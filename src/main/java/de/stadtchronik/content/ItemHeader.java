package de.stadtchronik.content;

import de.stadtchronik.document.DocumentJson;
import de.stadtchronik.document.Links;
import de.stadtchronik.text.Languages;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an item, wherever it may be by now, without reading what it says.
 *
 * @param explanation the language map, as JSON
 */
public record ItemHeader(
        UUID id,
        String type,
        String slug,
        Status status,
        boolean visible,
        int version,
        @Nullable Instant goneAt,
        @Nullable GoneReason goneReason,
        @Nullable String explanation,
        @Nullable UUID successor) {

    /** Whether the public once saw it, and does no more. */
    public boolean gone() {
        return version > 0 && goneReason != null && !visible;
    }

    public boolean merged() {
        return goneReason == GoneReason.MERGED;
    }

    /** What the public may know: {@code {id, type, slug?, deletedAt, reason, explanation?, successor?}}. */
    public Map<String, Object> tombstone(Languages languages, Links links, Optional<Label> instead) {
        var tombstone = new LinkedHashMap<String, Object>();
        tombstone.put("id", id);
        tombstone.put("type", type);
        if (!slug.equals(id.toString())) {
            tombstone.put("slug", slug);
        }
        tombstone.put("deletedAt", String.valueOf(goneAt));
        tombstone.put("reason", String.valueOf(goneReason));
        if (explanation != null) {
            var texts = DocumentJson.label(explanation).texts();
            languages.best(texts.keySet()).map(texts::get).ifPresent(text -> tombstone.put("explanation", text));
        }
        instead.ifPresent(item -> {
            var titles = DocumentJson.label(item.label()).texts();
            tombstone.put(
                    "successor",
                    Map.of(
                            "id", item.id(),
                            "type", item.type(),
                            "slug", item.slug(),
                            "title",
                                    languages
                                            .best(titles.keySet())
                                            .map(titles::get)
                                            .orElse(item.slug()),
                            "url", links.item(item.type(), item.id())));
        });
        return tombstone;
    }
}
