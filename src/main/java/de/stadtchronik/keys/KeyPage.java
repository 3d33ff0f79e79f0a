package de.stadtchronik.keys;

import de.stadtchronik.query.PageEnd;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the list of keys, in the shape of all lists. */
@Schema(name = "KeyPage", description = "A page of the list of keys.")
public record KeyPage(
        @Schema(description = "The newest first.", maxItems = 100, required = true)
        List<Key> data,

        @Schema(ref = "Page") PageEnd.Page page,
        @Schema(ref = "PageLinks") PageEnd.Links links) {}
