package de.stadtchronik.content;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The first part of a list, as long as a page is, and what the page says at its end. */
public record FirstPart<T>(List<T> data, PageEnd.Page page, PageEnd.Links links) {

    /**
     * Cuts a list that was read by one longer than the page is to be, so that it is known whether there is more.
     *
     * @param cursor what tells the next page where to begin, for the last item of this one
     * @param list the address of the list, without a query
     */
    public static <T> FirstPart<T> of(
            List<T> found, int limit, Function<? super T, ?> cursor, String list, UriInfo asked) {
        var more = found.size() > limit;
        var data = more ? found.subList(0, limit) : found;
        var next = more ? Optional.of(String.valueOf(cursor.apply(data.get(limit - 1)))) : Optional.<String>empty();
        var end = PageEnd.of(list, asked, limit, next);
        return new FirstPart<>(List.copyOf(data), end.page(), end.links());
    }
}
