package de.stadtchronik.audit;

import de.stadtchronik.query.PageEnd;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the trail, in the shape of all lists. */
@Schema(name = "AuditPage", description = "A page of the audit trail.")
record AuditPage(
        @Schema(description = "The newest first.", required = true, maxItems = 100)
        List<AuditEntry> data,

        @Schema(ref = "Page") PageEnd.Page page,
        @Schema(ref = "PageLinks") PageEnd.Links links) {}
