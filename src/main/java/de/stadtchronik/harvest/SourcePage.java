package de.stadtchronik.harvest;

import de.stadtchronik.query.OpaqueCursor;
import de.stadtchronik.query.PageEnd;
import de.stadtchronik.query.PageLimit;
import de.stadtchronik.query.Parameter;
import de.stadtchronik.query.Query;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the list of sources, in the shape of all lists. */
@Schema(name = "HarvestSourcePage", description = "A page of the list of sources.")
public record SourcePage(
        @Schema(description = "By name.", maxItems = 100, required = true)
        List<ShownSource> data,

        @Schema(ref = "Page") PageEnd.Page page,
        @Schema(ref = "PageLinks") PageEnd.Links links) {

    private static final Parameter CURSOR = Parameter.matching(
            "cursor",
            "Where the page begins: `page.next` of the page before. Opaque, and never expires.",
            "^[A-Za-z0-9_-]+$",
            100);

    /** Of a deletion. */
    public static final Parameter PURGE =
            Parameter.flag("purge", "`true` also removes the copies; otherwise they stay as they are.");

    /** All parameters of the list, as they are documented. */
    public static final List<Parameter> PARAMETERS = List.of(PageLimit.PARAMETER, CURSOR);

    /** The name after which the page begins. */
    static String after(Query query) {
        return query.take(CURSOR)
                .flatMap(cursor ->
                        query.opaque(CURSOR, cursor, text -> OpaqueCursor.read(text, 1, values -> values.get(0))))
                .orElse("");
    }

    /** Where the page after a source begins. */
    static String cursor(ShownSource last) {
        return OpaqueCursor.of(Stream.of(last.name()));
    }
}
