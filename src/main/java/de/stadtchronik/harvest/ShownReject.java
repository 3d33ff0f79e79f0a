package de.stadtchronik.harvest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import de.stadtchronik.harvest.run.Reject;
import de.stadtchronik.problem.Violation;
import de.stadtchronik.query.PageEnd;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of a source's feed that was set aside. */
@Schema(
        name = "HarvestReject",
        description = "An entry of the origin's feed that was set aside, until the origin sends a newer one.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownReject(
        @Schema(required = true, implementation = String.class, format = "uuid", maxLength = 36)
        UUID id,

        @Schema(
                description = "The id of the item, if it could be read.",
                implementation = String.class,
                format = "uuid",
                maxLength = 36)
        @Nullable
        UUID item,

        @Schema(description = "Its version at the origin; 0 if it could not be read.", required = true, minimum = "0")
        int version,

        @Schema(
                description = "When it was set aside.",
                required = true,
                implementation = String.class,
                format = "date-time",
                maxLength = 40)
        Instant at,

        @Schema(
                description = "What is wrong with it.",
                required = true,
                type = SchemaType.ARRAY,
                implementation = Violation.Spoken.class,
                maxItems = 20)
        @JsonRawValue
        String faults,

        @Schema(description = "The beginning of the entry.", required = true, maxLength = 10000)
        String entry) {

    static ShownReject of(Reject row) {
        return new ShownReject(row.id, row.itemId, row.version, row.at, row.faults, row.entry);
    }

    /** A page of a list of them. */
    @Schema(name = "HarvestRejectPage", description = "A page of what was set aside.")
    record Page(
            @Schema(description = "The newest first.", maxItems = 100, required = true)
            List<ShownReject> data,

            @Schema(ref = "Page") PageEnd.Page page,
            @Schema(ref = "PageLinks") PageEnd.Links links) {}
}
