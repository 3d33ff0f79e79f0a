package de.stadtchronik.harvest;

import de.stadtchronik.query.PageEnd;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of what was set aside, in the shape of all lists. */
@Schema(name = "HarvestRejectPage", description = "A page of what was set aside.")
public record RejectPage(
        @Schema(description = "The newest first.", maxItems = 100, required = true)
        List<ShownReject> data,

        @Schema(ref = "Page") PageEnd.Page page,
        @Schema(ref = "PageLinks") PageEnd.Links links) {}
