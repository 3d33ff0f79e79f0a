package de.stadtchronik.listing;

import de.stadtchronik.query.PageLimit;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import de.stadtchronik.text.BilingualText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which page of a list is wanted.
 *
 * @param after the position after which it begins; empty for the first
 * @param counted whether the total is wanted as well
 */
public record Paging(int limit, SortOrder order, Optional<List<Object>> after, boolean counted) {

    private static final Parameter CURSOR = Parameter.matching(
            "cursor",
            "Where the page begins: `page.next` of the page before. Opaque, never expires, and goes with the same `sort`.",
            "^[A-Za-z0-9_-]+$",
            2000);
    private static final Parameter COUNT = Parameter.oneOf(
                    "count", "`exact` adds `page.total`. It costs time on large lists.", List.of("exact"))
            .like("exact");

    static List<Parameter> parameters(Listing listing) {
        return List.of(listing.sort(), PageLimit.PARAMETER, CURSOR, COUNT);
    }

    static Parameter sort(Listing listing) {
        var keys = bothDirections(listing);
        if (!keys.contains(listing.defaultSort())) {
            throw new IllegalStateException("%s cannot be sorted by “%s”, only by one of %s"
                    .formatted(listing.path(), listing.defaultSort(), keys));
        }
        return Parameter.oneOf(
                        "sort",
                        "The order: one or more keys, each with a minus for descending. What lacks a value comes last. "
                                + "Titles sort as in a German dictionary. Without it: `" + listing.defaultSort() + "`.",
                        keys)
                .many()
                .like(listing.defaultSort());
    }

    private static List<String> bothDirections(Listing listing) {
        return SortOrder.keys(listing.timed()).stream()
                .flatMap(key -> Stream.of(key, "-" + key))
                .toList();
    }

    public static Paging take(Query query, Listing listing) {
        var keys = query.takeWords(listing.sort());
        var order = SortOrder.of(keys.isEmpty() ? List.of(listing.defaultSort()) : keys);
        var after = query.take(CURSOR).flatMap(cursor -> {
            var position = order.position(cursor);
            if (position.isEmpty()) {
                query.fault(
                        CURSOR,
                        "invalid-cursor",
                        new BilingualText(
                                "%s ist keiner von uns oder gehört zu einer anderen Sortierung.",
                                "%s is none of ours or belongs to another sort order."),
                        List.of());
            }
            return position;
        });
        return new Paging(
                PageLimit.take(query), order, after, query.takeWord(COUNT).isPresent());
    }
}
