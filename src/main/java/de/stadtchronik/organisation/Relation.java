package de.stadtchronik.organisation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.stadtchronik.vocabulary.Consistent;
import de.stadtchronik.vocabulary.Editing;
import de.stadtchronik.vocabulary.EdtfText;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.TemporalExtent;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an organisation is related to another. */
@Schema(description = "How an organisation is related to another.")
public record Relation(
        @Schema(description = "How.") @NotNull Type type,

        @Schema(description = "To which.") @NotNull @Targets("ORGANISATION")
        Ref target,

        @Schema(description = "Since when (EDTF).", examples = "2019-04", maxLength = 40) @EdtfText @Nullable
        String since,

        @Schema(description = "Until when (EDTF).", maxLength = 40) @EdtfText @Nullable
        String until) {

    @Consistent(at = "until", code = "ends-before-start", message = "{de.stadtchronik.order}", groups = Editing.class)
    @JsonIgnore
    public boolean isInOrder() {
        return TemporalExtent.areInOrder(since, until);
    }

    /** The kinds of relation between organisations. */
    @Schema(name = "RelationType", description = "How organisations are related.")
    public enum Type {
        PART_OF,
        SUBSIDIARY_OF,
        MEMBER_OF,
        LEADS,
        COOPERATES_WITH,
        SUCCEEDED_BY
    }
}
