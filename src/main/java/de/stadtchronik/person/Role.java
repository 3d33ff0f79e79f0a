package de.stadtchronik.person;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.stadtchronik.text.LocalizedText;
import de.stadtchronik.vocabulary.Consistent;
import de.stadtchronik.vocabulary.Editing;
import de.stadtchronik.vocabulary.EdtfText;
import de.stadtchronik.vocabulary.Ref;
import de.stadtchronik.vocabulary.Source;
import de.stadtchronik.vocabulary.Targets;
import de.stadtchronik.vocabulary.TemporalExtent;
import de.stadtchronik.vocabulary.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A public function, and when it was known to be held: no role stands without a date, or it would read as current. */
@Schema(description = "A public function, and when it was known to be held. At least one date is needed.")
public record Role(
        @Schema(description = "What it is called.") @NotNull @Text(max = 300)
        LocalizedText title,

        @Schema(description = "Where.") @Targets("ORGANISATION") @Nullable
        Ref organisation,

        @Schema(description = "Since when (EDTF).", examples = "2020-06", maxLength = 40) @EdtfText @Nullable
        String validFrom,

        @Schema(description = "Until when (EDTF).", maxLength = 40) @EdtfText @Nullable
        String validUntil,

        @Schema(description = "When it was known to hold (EDTF).", examples = "2020", maxLength = 40)
        @EdtfText
        @Nullable
        String asOf,

        @Schema(description = "Who says so.") @Valid @Nullable
        Source source) {

    @Consistent(at = "asOf", code = "undated", message = "{de.stadtchronik.dated}")
    @JsonIgnore
    public boolean isDated() {
        return validFrom != null || validUntil != null || asOf != null;
    }

    @Consistent(
            at = "validUntil",
            code = "ends-before-start",
            message = "{de.stadtchronik.order}",
            groups = Editing.class)
    @JsonIgnore
    public boolean isInOrder() {
        return TemporalExtent.areInOrder(validFrom, validUntil);
    }
}
