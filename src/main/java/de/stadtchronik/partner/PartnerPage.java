package de.stadtchronik.partner;

import de.stadtchronik.query.PageEnd;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the list of partners, in the shape of all lists. */
@Schema(name = "PartnerPage", description = "A page of the list of partners.")
record PartnerPage(
        @Schema(description = "By kind, then by name.", required = true, maxItems = 100)
        List<Partner> data,

        @Schema(ref = "Page") PageEnd.Page page,
        @Schema(ref = "PageLinks") PageEnd.Links links) {}
