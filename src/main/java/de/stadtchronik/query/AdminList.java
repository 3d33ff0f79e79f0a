package de.stadtchronik.query;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How the lists of administration are asked for and answered: page by page. */
public final class AdminList {

    private AdminList() {}

    /**
     * A page of a list whose order is that of the ids in it.
     *
     * @param list the address of the list, without a query
     * @param read reads so many items that follow an id, or the first ones
     * @throws de.stadtchronik.problem.Problem INVALID_PARAMETERS
     */
    public static <T> Response byId(
            String list,
            UriInfo asked,
            BiFunction<Optional<UUID>, Integer, List<T>> read,
            Function<T, UUID> id,
            Page<T> page) {
        var query = Query.of(asked);
        var limit = PageLimit.take(query);
        var after = IdCursor.after(query);
        query.finish();
        return of(list, asked, limit, read.apply(after, limit + 1), id, page);
    }

    /**
     * A page of a list that was read by one item more than the page may have, so that it is known whether there is a next.
     *
     * @param list the address of the list, without a query
     * @param cursor tells the next page where to begin, by the last item of this one
     */
    public static <T> Response of(
            String list, UriInfo asked, int limit, List<T> found, Function<T, ?> cursor, Page<T> page) {
        var part = FirstPart.of(found, limit);
        var end = PageEnd.of(list, asked, limit, part.last().map(cursor).map(String::valueOf), OptionalLong.empty());
        return Response.ok(page.of(part.entries(), end.page(), end.links())).build();
    }

    /** How a list presents its pages. */
    public interface Page<T> {
        Object of(List<T> data, PageEnd.Page page, PageEnd.Links links);
    }
}
