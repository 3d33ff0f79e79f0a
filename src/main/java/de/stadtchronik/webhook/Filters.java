package de.stadtchronik.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.content.FeedFilter;
import de.stadtchronik.content.Query;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which changes a webhook is told of; of each, one of the values has to fit. */
@Schema(
        name = "WebhookFilters",
        description =
                "Only changes that fit are told, as in the feed: names become ids when they are written, and what fitted and does not any more is a `DELETE`. Of several values of one filter, one has to fit.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Filters(
        @Schema(
                description = "Types.",
                minItems = 1,
                maxItems = 100,
                examples = {"[\"RELEASE\"]"})
        List<@Size(max = 40) String> type,

        @Schema(description = "Topics: ids or slugs.", minItems = 1, maxItems = 40)
        List<@Size(max = 140) String> topic,

        @Schema(
                description = "Areas: AGS or ARS of a Land, Bezirk, Kreis or municipality.",
                minItems = 1,
                maxItems = 100)
        List<@Size(max = 12) String> area,

        @Schema(description = "Languages (BCP 47).", minItems = 1, maxItems = 100)
        List<@Size(max = 35) String> lang,

        @Schema(description = "Publishers: ids, or paths such as `organisations/dfki`.", minItems = 1, maxItems = 40)
        List<@Size(max = 140) String> publisher) {

    static final List<String> NAMES = List.of("type", "topic", "area", "lang", "publisher");

    /** What its owner wrote, in the order in which it was bound. */
    static Filters of(FeedFilter filter) {
        return new Filters(
                words(filter, "type"),
                words(filter, "topic"),
                words(filter, "area"),
                words(filter, "lang"),
                words(filter, "publisher"));
    }

    private static List<String> words(FeedFilter filter, String name) {
        return Optional.ofNullable(filter.asked().get(name))
                .map(words -> List.of(words.split(",", -1)))
                .orElse(List.of());
    }

    /** The same as parameters of the feed. */
    Query query() {
        var given = new TreeMap<String, List<String>>();
        put("type", type, given);
        put("topic", topic, given);
        put("area", area, given);
        put("lang", lang, given);
        put("publisher", publisher, given);
        return new Query(given);
    }

    private static void put(String name, List<String> words, Map<String, List<String>> given) {
        if (!words.isEmpty()) {
            given.put(name, List.of(String.join(",", words)));
        }
    }

    boolean areNone() {
        return type.isEmpty() && topic.isEmpty() && area.isEmpty() && lang.isEmpty() && publisher.isEmpty();
    }
}
