package de.stadtchronik.harvest.origin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which items of a source to copy, as filters in the origin's terms; all where a filter is absent. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Scope(
        @Nullable List<String> types,
        @Nullable List<String> topics,
        @Nullable List<String> areas,
        @Nullable List<String> languages,
        @Nullable List<String> publishers) {

    /** The filters of the feed. */
    Map<String, String> filters() {
        var filters = new LinkedHashMap<String, String>();
        add(filters, "type", types);
        add(filters, "topic", topics);
        add(filters, "area", areas);
        add(filters, "lang", languages);
        add(filters, "publisher", publishers);
        return filters;
    }

    private static void add(Map<String, String> filters, String name, @Nullable List<String> values) {
        Optional.ofNullable(values)
                .filter(given -> !given.isEmpty())
                .ifPresent(given -> filters.put(name, String.join(",", given)));
    }
}
