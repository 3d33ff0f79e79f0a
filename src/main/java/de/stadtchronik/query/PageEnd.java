package de.stadtchronik.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What every page says at its end. */
@Schema(hidden = true)
public record PageEnd(Page page, Links links) {

    /** Where in the list a page is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(hidden = true)
    public record Page(
            int limit, @Nullable String next, @Nullable Long total) {}

    /** Whole addresses. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(hidden = true)
    public record Links(String self, @Nullable String next) {}

    /**
     * The end of the page that was asked for.
     *
     * @param list the address of the list, without a query
     * @param next the cursor of the next page
     * @param total how many items the whole list has, if that was asked for
     */
    public static PageEnd of(String list, UriInfo asked, int limit, Optional<String> next, OptionalLong total) {
        var self = UriBuilder.fromUri(list).replaceQuery(asked.getRequestUri().getRawQuery());
        return new PageEnd(
                new Page(limit, next.orElse(null), total.isPresent() ? total.getAsLong() : null),
                new Links(
                        self.build().toString(),
                        next.map(cursor -> self.replaceQueryParam("cursor", cursor)
                                        .build()
                                        .toString())
                                .orElse(null)));
    }

    /** The address of the next page, if there is one. */
    public Optional<String> next() {
        return Optional.ofNullable(links.next());
    }
}
