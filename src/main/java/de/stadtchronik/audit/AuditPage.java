package de.stadtchronik.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the trail, in the shape of all lists. */
@Schema(name = "AuditPage", description = "A page of the audit trail.")
record AuditPage(
        @Schema(description = "The newest first.", required = true, maxItems = 100)
        List<AuditEntry> data,

        @Schema(ref = "Page") Page page,
        @Schema(ref = "PageLinks") Links links) {

    /** Where in the list this page is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(hidden = true)
    record Page(int limit, @Nullable String next) {}

    /** Whole addresses. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(hidden = true)
    record Links(String self, @Nullable String next) {}
}
