package de.stadtchronik.query;

import java.util.List;
import java.util.Optional;

/**
 * The entries of a page. One more was asked for, so that it is known whether there is a next page.
 *
 * @param last the last entry of the page, if another page follows
 */
public record FirstPart<T>(List<T> entries, Optional<T> last) {

    public static <T> FirstPart<T> of(List<T> found, int limit) {
        return found.size() > limit
                ? new FirstPart<>(found.subList(0, limit), Optional.of(found.get(limit - 1)))
                : new FirstPart<>(found, Optional.empty());
    }
}
