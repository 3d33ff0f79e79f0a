package de.stadtchronik.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import de.stadtchronik.text.LocalizedText;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A reference to another item. Written in one of four forms: its id; its slug path such as {@code organisations/dfki};
 * {@code {"source": {"system", "externalId"}}}; or {@code {"title": …}} for something that has no item here, such as a
 * person who is only quoted. Stored as id or title. Read as {@code {id, type, slug, title, url}}, so that a list can be
 * shown without a second call.
 *
 * @param to an id or a slug path
 * @param source the name of the item in another system
 * @param title what is referred to, where there is no item of it
 */
@Schema(name = "WrittenRef")
public record Ref(
        @Nullable String to,
        @Nullable SourceKey source,
        @Nullable LocalizedText title) {

    /** The source of an item; system and id are unique together. */
    public record SourceKey(String system, String externalId) {

        /** The key, if both of its parts are known. */
        public static @Nullable SourceKey of(@Nullable String system, @Nullable String externalId) {
            return system == null || externalId == null ? null : new SourceKey(system, externalId);
        }
    }

    /** A reference by id or slug path. */
    public static Ref to(String idOrPath) {
        return new Ref(idOrPath, null, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Ref read(JsonNode json) {
        if (json.isTextual()) {
            return to(json.textValue());
        }
        if (json.path("title").isTextual()) {
            return new Ref(null, null, LocalizedText.german(json.get("title").textValue()));
        }
        if (json.path("title").isObject()) {
            var texts = new TreeMap<String, String>();
            json.get("title")
                    .properties()
                    .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
            return new Ref(null, null, new LocalizedText(texts));
        }
        var source = json.path("source");
        return new Ref(
                null,
                new SourceKey(
                        source.path("system").asText(),
                        source.path("externalId").asText()),
                null);
    }

    @JsonValue
    Object written() {
        if (to != null) {
            return to;
        }
        return title != null ? Map.of("title", title) : Map.of("source", source);
    }
}
