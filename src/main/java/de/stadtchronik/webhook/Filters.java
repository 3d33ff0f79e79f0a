package de.stadtchronik.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadtchronik.feed.FeedFilter;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which changes a webhook is told about. Of several values of one filter, one has to match. */
@Schema(
        name = "WebhookFilters",
        description =
                "Only matching changes are sent, as in the feed: names are resolved to ids when the webhook is saved, and an item that no longer matches is sent as a `DELETE`. Of several values of one filter, one has to match.")
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

    /** No comma, because the feed takes several values with commas between. */
    private static final Pattern VALUE = Pattern.compile("[^\\s,\\p{C}]{1,140}");

    static final Filters NONE = new Filters(List.of(), List.of(), List.of(), List.of(), List.of());

    /** What its owner wrote, in the order in which it was bound. */
    static Filters of(FeedFilter filter) {
        return each(name -> Optional.ofNullable(filter.asked().get(name))
                .map(words -> List.of(words.split(",", -1)))
                .orElse(List.of()));
    }

    private static Filters each(Function<String, List<String>> values) {
        return new Filters(
                values.apply("type"),
                values.apply("topic"),
                values.apply("area"),
                values.apply("lang"),
                values.apply("publisher"));
    }

    /** The values by the name of their filter. What a client sent may lack a list, and a value in it. */
    private Map<String, List<@Nullable String>> lists() {
        var lists = new LinkedHashMap<String, List<@Nullable String>>();
        lists.put("type", type);
        lists.put("topic", topic);
        lists.put("area", area);
        lists.put("lang", lang);
        lists.put("publisher", publisher);
        lists.values().removeIf(Objects::isNull);
        return lists;
    }

    /** What is wrong with the form of the lists. Whether the values exist is checked by the feed. */
    List<Violation> faults() {
        var faults = new ArrayList<Violation>();
        lists().forEach((name, values) -> {
            var pointer = "/filters/" + name;
            if (values.isEmpty() || values.size() > Parameter.MOST_VALUES) {
                faults.add(Violation.inBody(
                        pointer,
                        "not-a-list",
                        new BilingualText(
                                "Hier braucht es eine Liste mit 1 bis 100 Werten.",
                                "This needs a list of 1 to 100 values.")));
                return;
            }
            for (var index = 0; index < values.size(); index++) {
                if (!isWellFormed(values.get(index))) {
                    faults.add(Violation.inBody(
                            pointer + "/" + index,
                            "unknown-value",
                            new BilingualText("Diesen Wert gibt es hier nicht.", "There is no such value here.")));
                }
            }
        });
        return faults;
    }

    private static boolean isWellFormed(@Nullable String value) {
        return value != null && VALUE.matcher(value).matches();
    }

    /** Without malformed values, and each value once. */
    Filters wellFormed() {
        var lists = lists();
        return each(name -> {
            var values = lists.getOrDefault(name, List.of());
            return values.size() > Parameter.MOST_VALUES
                    ? List.of()
                    : values.stream()
                            .flatMap(Stream::ofNullable)
                            .filter(Filters::isWellFormed)
                            .sorted()
                            .distinct()
                            .toList();
        });
    }

    /** These filters as parameters of the feed. */
    Query query() {
        var given = new TreeMap<String, List<String>>();
        lists().forEach((name, values) -> {
            if (!values.isEmpty()) {
                given.put(name, List.of(String.join(",", values)));
            }
        });
        return new Query(given);
    }

    boolean areNone() {
        return equals(NONE);
    }
}
